import { type Cards, card, type Proof } from './example-frame.ts';
import type { IllnessStep } from './falling-ill-frame.ts';

/** What is asked, expected, suffered and loved on the way, and what could be done about it. */

const diaries: Proof = {
  kind: 'observation',
  label: { fr: 'Journaux de santé tenus deux mois', en: 'Health diaries kept for two months' },
  n: 11,
  daysAgo: 110,
};
const interviews: Proof = {
  kind: 'interview',
  label: { fr: 'Entretiens à domicile, six mois après', en: 'Interviews at home, six months later' },
  n: 14,
  daysAgo: 95,
};
const survey = (n: number): Proof => ({
  kind: 'figure',
  label: { fr: 'Enquête sur le renoncement aux soins', en: 'Survey on care given up' },
  n,
  daysAgo: 200,
});

const questions: Cards<IllnessStep> = {
  signs: [card('Est-ce que c’est normal\u202f?', 'Is this normal?', { proof: [diaries] })],
  ask: [
    card('À qui puis-je en parler sans inquiéter\u202f?', 'Whom can I tell without worrying them?', {
      proof: [interviews],
    }),
  ],
  find: [
    card('Qui prend encore de nouveaux patients\u202f?', 'Who still takes new patients?', {
      proof: [diaries],
    }),
  ],
  consult: [
    card('Qu’est-ce que j’ai, et combien de temps\u202f?', 'What do I have, and for how long?', {
      proof: [interviews],
      momentOfTruth: true,
    }),
  ],
  tests: [
    card('Quand aurai-je les résultats, et par qui\u202f?', 'When will I have the results, and from whom?', {
      proof: [diaries],
    }),
  ],
  treat: [
    card('Que se passe-t-il si je saute un jour\u202f?', 'What happens if I skip a day?', {
      proof: [diaries],
    }),
  ],
  pay: [
    card(
      'Combien va-t-il me rester à payer, au bout du compte\u202f?',
      'How much will be left for me to pay in the end?',
      { proof: [interviews], weight: 5 },
    ),
  ],
  claim: [card('Est-ce que tout est revenu\u202f?', 'Has everything come back?', { proof: [diaries] })],
  resume: [card('Et si ça recommence\u202f?', 'What if it starts again?', { proof: [interviews] })],
};

const expectations: Cards<IllnessStep> = {
  find: [
    card('Être vu dans la semaine', 'Be seen within the week', { proof: [diaries], met: false, weight: 4 }),
  ],
  consult: [
    card('Qu’on m’explique avec des mots que je peux répéter', 'Be told in words that I can repeat', {
      proof: [interviews],
      met: true,
    }),
  ],
  tests: [
    card('Des résultats que quelqu’un commente', 'Results that somebody explains', {
      proof: [diaries],
      met: false,
    }),
  ],
  treat: [
    card('Quelqu’un à qui poser une question bête', 'Somebody to ask a silly question', {
      proof: [interviews],
      met: false,
    }),
  ],
  pay: [
    card('Connaître la somme avant de m’engager', 'Know the amount before I commit', {
      proof: [interviews, survey(1204)],
      met: false,
      weight: 5,
    }),
  ],
  claim: [
    card('Une seule feuille, du soin au reste à charge', 'One sheet, from the care to what is left to pay', {
      proof: [interviews],
      met: false,
    }),
  ],
  resume: [card('Revenir à mon rythme', 'Come back at my own pace', { proof: [interviews], met: true })],
};

const pains: Cards<IllnessStep> = {
  signs: [
    card(
      'Des nuits à chercher, et de quoi s’affoler à chaque page',
      'Nights spent searching, and a scare on every page',
      { for: ['worrier'], proof: [interviews], weight: 3 },
    ),
  ],
  find: [
    card('Dix-huit jours pour un premier rendez-vous', 'Eighteen days for a first appointment', {
      proof: [diaries],
      weight: 5,
    }),
  ],
  tests: [
    card('Les résultats arrivent bruts, un vendredi soir', 'Results come raw, on a Friday evening', {
      proof: [diaries],
      weight: 4,
    }),
  ],
  treat: [
    card('Trois ordonnances qui ne se parlent pas', 'Three prescriptions that do not know of each other', {
      proof: [interviews],
      weight: 3,
    }),
  ],
  pay: [
    card(
      'Quatre cents euros dehors avant le premier remboursement',
      'Four hundred pounds out before the first money comes back',
      { proof: [interviews], weight: 5 },
    ),
    card(
      'Un soin repoussé faute de savoir ce qu’il coûtera',
      'Care put off for want of knowing what it will cost',
      { proof: [survey(1204)], weight: 5 },
    ),
  ],
  claim: [
    card(
      'Deux organismes, deux calendriers, deux vocabulaires',
      'Two bodies, two calendars, two vocabularies',
      { proof: [interviews], weight: 4 },
    ),
  ],
};

const delights: Cards<IllnessStep> = {
  ask: [
    card('Une sœur qui rappelle le soir même', 'A sister who calls back the same evening', {
      proof: [diaries],
    }),
  ],
  consult: [
    card('Le médecin dessine, et me donne le dessin', 'The doctor draws it, and gives me the drawing', {
      proof: [interviews],
      weight: 4,
    }),
  ],
  treat: [
    card(
      'La pharmacienne qui prépare le pilulier sans qu’on le demande',
      'The pharmacist who fills the pill box without being asked',
      { proof: [diaries] },
    ),
  ],
  resume: [
    card('Un mot de l’équipe sur mon bureau', 'A note from the team on my desk', { proof: [interviews] }),
  ],
};

const opportunities: Cards<IllnessStep> = {
  signs: [
    card(
      'Dire, avant toute recherche, quand il faut appeler et qui',
      'Say, before any search, when to call and whom',
    ),
  ],
  find: [
    card(
      'Ouvrir aux adhérents des créneaux réservés chez des médecins partenaires',
      'Open slots kept for members with partner doctors',
      { weight: 4 },
    ),
  ],
  consult: [
    card(
      'Remettre une page à relire chez soi, avec les mots du médecin',
      'Hand over a page to read again at home, in the doctor’s words',
    ),
  ],
  tests: [
    card(
      'Une infirmière qui rappelle quand les résultats tombent',
      'A nurse who calls when the results arrive',
      { weight: 3 },
    ),
  ],
  treat: [
    card(
      'Une heure d’aide à la maison, demandée en trois touches',
      'An hour of help at home, asked for in three taps',
    ),
  ],
  pay: [
    card(
      'Un montant garanti avant le soin, et rien à avancer',
      'A guaranteed amount before the care, and nothing to pay up front',
      { weight: 5 },
    ),
  ],
  claim: [card('Un seul décompte pour les deux organismes', 'One statement for both bodies', { weight: 4 })],
  resume: [
    card(
      'Un point à trois mois, proposé et jamais imposé',
      'A check after three months, offered and never imposed',
    ),
  ],
};

export const judgedCards = {
  'key-questions': questions,
  expectations,
  'pain-points': pains,
  delights,
  opportunities,
};
