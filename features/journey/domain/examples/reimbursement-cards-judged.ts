import type { Cards as CardsOf, Proof } from './example-frame.ts';
import type { LaneKey, StepKey } from './reimbursement-frame.ts';

type Cards = CardsOf<StepKey>;

/** The judged half of the example: what costs, what pleases, what is expected, what could be done about it. */

const afterPayment = (n: number): Proof => ({
  kind: 'verbatim',
  label: { fr: 'Question posée après le remboursement', en: 'Question asked after reimbursement' },
  n,
  daysAgo: 40,
});
const calls = (n: number): Proof => ({
  kind: 'observation',
  label: { fr: 'Double écoute sur le plateau téléphonique', en: 'Side-by-side listening in the call centre' },
  n,
  daysAgo: 75,
});
const interviews: Proof = {
  kind: 'interview',
  label: { fr: 'Entretiens chez les adhérents', en: 'Interviews in members’ homes' },
  n: 12,
  daysAgo: 140,
};
const template: Proof = {
  kind: 'document',
  label: { fr: 'Modèle de décompte en vigueur', en: 'Statement template in use' },
  daysAgo: 210,
};

const painPoints: Cards = {
  rights: [
    {
      text: {
        fr: 'Les garanties sont dites en pourcentages, jamais en euros',
        en: 'Cover is given in percentages, never in euros',
      },
      proof: [interviews],
      weight: 3,
    },
  ],
  send: [
    {
      text: { fr: 'Le courrier se perd, ou on ne sait pas', en: 'Post gets lost, or nobody knows' },
      for: ['worrier'],
      proof: [afterPayment(9)],
      weight: 2,
    },
  ],
  follow: [
    {
      text: {
        fr: 'Deux accusés de réception pour une seule demande',
        en: 'Two acknowledgements for one request',
      },
      proof: [calls(7)],
      weight: 2,
      tag: { fr: 'point de contact en double', en: 'duplicate touchpoint' },
    },
    {
      text: {
        fr: '«\u202fEn cours\u202f» pendant dix jours, sans date',
        en: '“In progress” for ten days, without a date',
      },
      proof: [afterPayment(26), calls(9)],
      weight: 4,
    },
  ],
  complete: [
    {
      text: {
        fr: 'La pièce est réclamée quatre jours après l’envoi',
        en: 'The missing paper is asked for four days after sending',
      },
      for: ['hurried', 'self-reliant'],
      proof: [afterPayment(31)],
      weight: 4,
    },
  ],
  silence: [
    {
      text: { fr: '«\u202fOn ne me dit rien\u202f»', en: '“Nobody tells me anything”' },
      proof: [afterPayment(64), calls(19)],
      weight: 5,
      momentOfTruth: true,
    },
    {
      text: { fr: 'Le conseiller n’en sait pas plus que moi', en: 'The adviser knows no more than I do' },
      for: ['worrier', 'hurried'],
      proof: [calls(14)],
      weight: 4,
    },
  ],
  statement: [
    {
      text: { fr: 'Décompte incompréhensible', en: 'A statement nobody understands' },
      proof: [template, afterPayment(48)],
      weight: 4,
    },
    {
      text: {
        fr: 'Plusieurs soins regroupés sur un seul virement',
        en: 'Several bills lumped into one transfer',
      },
      for: ['worrier'],
      proof: [template],
      weight: 3,
    },
  ],
  contest: [
    {
      text: { fr: 'Je répète tout à chaque appel', en: 'I repeat everything at each call' },
      proof: [calls(11)],
      weight: 5,
    },
  ],
};

const momentsOfTruth: Cards = {
  silence: [
    {
      text: {
        fr: 'Neuf jours sans un mot\u202f: la confiance se joue ici',
        en: 'Nine days without a word: trust is won or lost here',
      },
      proof: [afterPayment(64), calls(19)],
      weight: 5,
    },
  ],
  statement: [
    {
      text: {
        fr: 'La première ligne du décompte\u202f: je comprends, ou je doute de tout',
        en: 'The first line of the statement: I understand, or I doubt everything',
      },
      proof: [afterPayment(48)],
      weight: 4,
    },
  ],
};

const delights: Cards = {
  rights: [
    {
      text: { fr: 'Un conseiller qui explique avec mes mots', en: 'An adviser who explains in my words' },
      for: ['worrier'],
      proof: [interviews],
    },
  ],
  send: [
    { text: { fr: 'Une photo suffit', en: 'A photo is enough' }, proof: [afterPayment(57)] },
    {
      text: { fr: 'L’appli recadre la photo toute seule', en: 'The app crops the photo by itself' },
      for: ['self-reliant', 'hurried'],
    },
  ],
  payment: [
    {
      text: { fr: 'Payée avant d’avoir réglé l’opticien', en: 'Paid before settling with the optician' },
      for: ['worrier'],
      proof: [afterPayment(22)],
    },
    {
      text: { fr: 'Une notification, et l’argent est là', en: 'A notification, and the money is there' },
      for: ['hurried', 'self-reliant'],
      proof: [afterPayment(35)],
    },
  ],
};

const expectations: Cards = {
  rights: [
    {
      text: { fr: 'Connaître mon reste à charge en euros', en: 'Know what I will pay myself, in euros' },
      met: false,
      proof: [interviews],
      weight: 4,
    },
  ],
  send: [
    {
      text: { fr: 'Une preuve que c’est bien arrivé', en: 'Proof that it has arrived' },
      for: ['worrier'],
      met: true,
      proof: [interviews],
      weight: 3,
    },
    {
      text: { fr: 'Que ça prenne moins d’une minute', en: 'That it takes less than a minute' },
      for: ['hurried'],
      met: true,
      proof: [interviews],
    },
  ],
  follow: [
    {
      text: { fr: 'Une date, même approximative', en: 'A date, even a rough one' },
      met: false,
      proof: [interviews],
      weight: 5,
    },
  ],
  complete: [
    {
      text: { fr: 'Savoir tout de suite ce qui manque', en: 'Know at once what is missing' },
      met: false,
      proof: [afterPayment(31)],
      weight: 4,
    },
  ],
  silence: [
    {
      text: {
        fr: 'Être prévenu avant d’avoir à demander',
        en: 'Be told before I have to ask',
      },
      met: false,
      proof: [interviews],
      weight: 5,
      momentOfTruth: true,
    },
  ],
  payment: [
    {
      text: {
        fr: 'Un montant qui correspond au calcul annoncé',
        en: 'An amount that matches what was announced',
      },
      met: true,
      proof: [interviews],
    },
  ],
  statement: [
    {
      text: {
        fr: 'Une ligne par soin, avec le reste à charge',
        en: 'One line per bill, with what is left to me',
      },
      met: false,
      proof: [afterPayment(48)],
      weight: 4,
    },
  ],
  contest: [
    {
      text: { fr: 'Une seule personne, jusqu’au bout', en: 'One person, to the end' },
      for: ['worrier'],
      met: false,
      proof: [calls(11)],
      weight: 5,
    },
    {
      text: { fr: 'Une réponse en 48\u202fheures', en: 'An answer within 48 hours' },
      for: ['hurried'],
      met: false,
      weight: 4,
    },
  ],
};

const opportunities: Cards = {
  rights: [
    {
      text: {
        fr: 'Un simulateur\u202f: mon devis en photo, mon reste à charge en euros',
        en: 'A simulator: my quote as a photo, my share in euros',
      },
    },
  ],
  follow: [
    {
      text: {
        fr: 'Un seul accusé de réception, avec la date à laquelle je serai payé',
        en: 'A single acknowledgement, with the date I will be paid',
      },
      weight: 4,
    },
  ],
  complete: [
    {
      text: {
        fr: 'Contrôler la pièce au moment de la photo',
        en: 'Check the paper at the moment of the photo',
      },
      weight: 4,
    },
  ],
  silence: [
    {
      text: {
        fr: 'Prévenir au 3ᵉ jour, dans l’application et par SMS',
        en: 'Send word on day 3, in the app and by text message',
      },
      weight: 5,
      momentOfTruth: true,
    },
  ],
  statement: [
    {
      text: {
        fr: 'Un décompte en trois phrases, le détail derrière',
        en: 'A statement in three sentences, with the detail behind',
      },
      weight: 4,
    },
  ],
  contest: [
    {
      text: {
        fr: 'Un dossier partagé\u202f: le même conseiller rappelle avec l’historique sous les yeux',
        en: 'One shared file: the same adviser calls back with the history at hand',
      },
      weight: 5,
    },
  ],
};

export const judgements: Readonly<Partial<Record<LaneKey, Cards>>> = {
  'moments-of-truth': momentsOfTruth,
  'pain-points': painPoints,
  delights,
  expectations,
  opportunities,
};
