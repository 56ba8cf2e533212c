import { type Cards, card, type Proof } from './example-frame.ts';
import { judgedCards } from './falling-ill-cards-judged.ts';
import type { IllnessStep } from './falling-ill-frame.ts';

/** What a person does, asks, thinks and feels from the first sign to the return to work, and who is there. */

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

const actions: Cards<IllnessStep> = {
  signs: [
    card('Je prends ma température trois fois par jour', 'I take my temperature three times a day', {
      for: ['worrier'],
      proof: [diaries],
    }),
    card('J’attends que ça passe', 'I wait for it to pass', {
      for: ['self-reliant', 'hurried'],
      proof: [interviews],
    }),
  ],
  ask: [
    card(
      'Je décris mes symptômes à ma sœur, qui est infirmière',
      'I describe my symptoms to my sister, who is a nurse',
      { proof: [diaries] },
    ),
  ],
  find: [
    card('J’appelle trois cabinets, puis je réserve en ligne', 'I ring three practices, then book online', {
      proof: [diaries],
    }),
    card(
      'Je prends le premier créneau, à quarante minutes de chez moi',
      'I take the first slot, forty minutes away from home',
      { for: ['hurried'], proof: [interviews] },
    ),
  ],
  consult: [
    card('Je raconte tout en quinze minutes', 'I tell it all in fifteen minutes', { proof: [interviews] }),
    card(
      'Je note un mot sur deux pour le chercher le soir',
      'I write down every other word to look it up at night',
      { for: ['worrier'], proof: [diaries] },
    ),
  ],
  tests: [
    card('Je pose une matinée pour une prise de sang', 'I take a morning off for a blood test', {
      proof: [diaries],
    }),
  ],
  treat: [
    card(
      'J’organise les courses, l’école et les rendez-vous',
      'I arrange shopping, school and appointments',
      { proof: [diaries] },
    ),
    card('J’arrête le traitement dès que je vais mieux', 'I stop the treatment as soon as I feel better', {
      for: ['hurried'],
      proof: [interviews],
    }),
  ],
  pay: [
    card('Je repousse une autre dépense', 'I put off another expense', { proof: [interviews] }),
    card('Je garde les tickets dans une enveloppe', 'I keep the receipts in an envelope', {
      for: ['worrier', 'self-reliant'],
      proof: [diaries],
    }),
  ],
  claim: [
    card('Je pointe ce qui est revenu et ce qui manque', 'I tick off what came back and what is missing', {
      proof: [diaries],
    }),
  ],
  resume: [
    card('Je reprends à mi-temps, puis comme avant', 'I start again part-time, then as before', {
      proof: [interviews],
    }),
  ],
};

const thoughts: Cards<IllnessStep> = {
  signs: [
    card(
      '«\u202fSi je regarde sur internet, je vais me faire peur.\u202f»',
      '“If I look it up, I will frighten myself.”',
      { proof: [interviews] },
    ),
  ],
  ask: [
    card('«\u202fElle me dirait si c’était sérieux.\u202f»', '“She would tell me if it was serious.”', {
      proof: [diaries],
    }),
  ],
  find: [
    card('«\u202fIl faudrait être malade sur rendez-vous.\u202f»', '“One ought to be ill by appointment.”', {
      proof: [interviews],
    }),
  ],
  consult: [
    card('«\u202fEnfin quelqu’un qui met un nom dessus.\u202f»', '“At last somebody who can name it.”', {
      proof: [interviews],
    }),
  ],
  tests: [
    card('«\u202fPas de nouvelles\u202f: bonnes ou mauvaises\u202f?\u202f»', '“No news: good or bad?”', {
      proof: [diaries],
    }),
  ],
  treat: [
    card(
      '«\u202fJe ne pensais pas que ce serait aussi long.\u202f»',
      '“I did not think it would take this long.”',
      { proof: [diaries] },
    ),
  ],
  pay: [
    card('«\u202fÊtre malade, c’est un luxe.\u202f»', '“Being ill is a luxury.”', {
      proof: [interviews],
      weight: 4,
    }),
  ],
  claim: [
    card(
      '«\u202fOn me rend, mais qui me rend quoi\u202f?\u202f»',
      '“I get money back, but who pays me what?”',
      { proof: [interviews] },
    ),
  ],
  resume: [
    card(
      '«\u202fJe ne vois plus ma semaine de la même façon.\u202f»',
      '“I no longer see my week the same way.”',
      { proof: [interviews] },
    ),
  ],
};

const feelings: Cards<IllnessStep> = {
  signs: [card('Une inquiétude que je garde pour moi', 'A worry I keep to myself', { proof: [interviews] })],
  ask: [card('Le soulagement de l’avoir dit', 'The relief of having said it', { proof: [diaries] })],
  find: [card('L’agacement, puis le découragement', 'Annoyance, then discouragement', { proof: [diaries] })],
  consult: [
    card('Le sentiment d’être pris au sérieux', 'The feeling of being taken seriously', {
      proof: [interviews],
    }),
  ],
  tests: [card('L’attente au creux du ventre', 'The wait in the pit of my stomach', { proof: [diaries] })],
  treat: [
    card('La fatigue, et la peur de peser sur les autres', 'Tiredness, and fear of being a burden', {
      proof: [diaries],
    }),
  ],
  pay: [
    card('La honte de compter quand il s’agit de santé', 'Shame at counting money when it is about health', {
      proof: [interviews],
    }),
  ],
  claim: [card('Un reste de méfiance', 'Some mistrust left', { proof: [interviews] })],
  resume: [card('La fierté d’avoir tenu', 'Pride in having held out', { proof: [interviews] })],
};

const social: Cards<IllnessStep> = {
  signs: [
    card('Mon conjoint a remarqué avant moi', 'My partner noticed before I did', { proof: [interviews] }),
  ],
  ask: [
    card('Ma sœur me dit d’appeler, aujourd’hui', 'My sister tells me to call, today', { proof: [diaries] }),
  ],
  treat: [
    card('La voisine emmène les enfants à l’école', 'The neighbour takes the children to school', {
      proof: [diaries],
    }),
    card(
      'Au travail, je dis que j’ai «\u202fun souci\u202f»',
      'At work I say that I have “a small problem”',
      { for: ['hurried'], proof: [interviews] },
    ),
  ],
  pay: [
    card('Mes parents proposent de m’avancer la somme', 'My parents offer to lend me the amount', {
      proof: [interviews],
    }),
  ],
  resume: [card('L’équipe a gardé ma place', 'The team has kept my place', { proof: [interviews] })],
};

const stakeholders: Cards<IllnessStep> = {
  signs: [
    card(
      'Le pharmacien, qui conseille sans rendez-vous',
      'The pharmacist, who advises without an appointment',
      { proof: [diaries] },
    ),
  ],
  ask: [card('Forums de patients', 'Patients’ forums')],
  find: [
    card(
      'Le secrétariat médical, qui ouvre ou ferme la porte',
      'The practice secretary, who opens or shuts the door',
      { proof: [interviews] },
    ),
  ],
  consult: [card('Le médecin', 'The doctor', { proof: [interviews] })],
  tests: [
    card('Le laboratoire et le centre d’imagerie', 'The laboratory and the imaging centre', {
      proof: [diaries],
    }),
  ],
  treat: [
    card('La pharmacie, chaque semaine', 'The pharmacy, every week', { proof: [diaries] }),
    card('L’employeur, pour les absences', 'The employer, about days off', { proof: [interviews] }),
  ],
  pay: [card('La banque, pour le découvert', 'The bank, for the overdraft', { proof: [interviews] })],
  claim: [
    card('La caisse publique, puis la mutuelle', 'The public scheme, then the insurer', { proof: [diaries] }),
  ],
  resume: [card('La médecine du travail', 'Occupational health', { proof: [interviews] })],
};

export const cards = { actions, thoughts, feelings, social, stakeholders, ...judgedCards };
