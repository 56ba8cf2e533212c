import type { LaneType, Phase } from '../schema.ts';
import type { Example, StageFrame, StepFrame } from './example-frame.ts';
import type { Said } from './said.ts';

/** The frame of the example: who lives it, when, in which steps, and what the map is for. */

export const title: Said = { fr: 'Être remboursé de mes soins', en: 'Getting my care reimbursed' };

export const scope: Said = {
  fr: 'Du moment où j’ai une facture de soins en main jusqu’à ce que la somme reçue me paraisse juste. Soins courants, optique et dentaire\u202f; hors hospitalisation.',
  en: 'From the moment I hold a bill for care until the amount I received seems right to me. Everyday care, glasses and teeth; hospital stays are left out.',
};
export const arrival: Said = {
  fr: 'J’ai avancé l’argent, je ne sais pas combien on va me rendre, et je n’ai pas envie d’y passer ma soirée.',
  en: 'I have paid up front, I do not know how much I will get back, and I would rather not spend my evening on it.',
};
export const departure: Said = {
  fr: 'J’ai été payé, mais je ne saurais pas expliquer le montant. La prochaine fois, je garderai une copie de tout.',
  en: 'I have been paid, but I could not explain the amount. Next time I will keep a copy of everything.',
};
export const story: Said = {
  fr: 'Tout commence bien\u202f: les garanties se trouvent, la photo de la facture suffit. Puis plus rien. Pendant une semaine ou deux, personne ne dit que le dossier avance, alors on se connecte, on guette, on finit par appeler. L’argent arrive d’un coup, avant les explications\u202f; le décompte, lui, parle une autre langue. Ceux qui demandent des comptes racontent leur histoire à chaque appel.',
  en: 'It starts well: the cover is easy to find, a photo of the bill is enough. Then silence. For a week or two nobody says the claim is moving, so people log in, watch their mailbox, and end up calling. The money arrives all at once, before the explanations; the statement itself speaks another language. Those who ask for an account of it tell their story again at every call.',
};

export const personas = {
  worrier: { colour: 0, name: { fr: 'L’inquiète', en: 'The worrier' } },
  'self-reliant': { colour: 1, name: { fr: 'L’autonome', en: 'The self-reliant' } },
  hurried: { colour: 2, name: { fr: 'Le pressé', en: 'The hurried' } },
} as const satisfies Record<string, { colour: number; name: Said }>;
export type PersonaKey = keyof typeof personas;

export const phases = {
  before: { fr: 'Avant', en: 'Before' },
  during: { fr: 'Pendant', en: 'During' },
  after: { fr: 'Après', en: 'After' },
} as const satisfies Record<Phase['moment'], Said>;

export const stages = {
  inform: {
    phase: 'before',
    title: { fr: 'Je m’informe', en: 'I find out' },
    goals: {
      fr: 'Savoir avant de payer ce qui restera à ma charge.',
      en: 'Know before I pay what will be left for me to pay.',
    },
    promise: { fr: 'Vos garanties, dites simplement.', en: 'Your cover, in plain words.' },
    duration: { value: 10, unit: 'minute' },
    notes: {
      fr: 'Commencer par demander qui, dans la salle, a déjà cherché le remboursement de ses lunettes.',
      en: 'Begin by asking who in the room has ever looked up how much of their glasses was covered.',
    },
  },
  ask: {
    phase: 'during',
    title: { fr: 'Je demande', en: 'I ask' },
    goals: {
      fr: 'Transmettre ma facture une bonne fois, et en avoir la preuve.',
      en: 'Hand in my bill once and for all, and have proof of it.',
    },
    promise: { fr: 'Une photo, et c’est parti.', en: 'One photo and you are done.' },
    duration: { value: 5, unit: 'day' },
  },
  wait: {
    phase: 'during',
    title: { fr: 'J’attends', en: 'I wait' },
    goals: {
      fr: 'Ne pas avoir à y penser, et être prévenu si quelque chose bloque.',
      en: 'Not have to think about it, and be told if something is stuck.',
    },
    promise: { fr: 'On s’en occupe.', en: 'We are on it.' },
    duration: { value: 9, unit: 'day' },
    notes: {
      fr: 'Le moment de vérité. Laisser un silence, puis lire à voix haute ce que dit l’inquiète.',
      en: 'The moment of truth. Leave a silence, then read aloud what the worrier says.',
    },
  },
  paid: {
    phase: 'after',
    title: { fr: 'Je suis payé', en: 'I get paid' },
    goals: {
      fr: 'Retrouver mon argent et comprendre le montant.',
      en: 'Have my money back and understand the amount.',
    },
    promise: { fr: 'Remboursé vite, expliqué clairement.', en: 'Paid fast, explained clearly.' },
    duration: { value: 1, unit: 'day' },
  },
  contest: {
    phase: 'after',
    title: { fr: 'Je demande des comptes', en: 'I ask for an account' },
    goals: {
      fr: 'Qu’on me réponde sur mon cas, sans recommencer l’histoire.',
      en: 'Get an answer about my case, without telling the story again.',
    },
    promise: { fr: 'Un conseiller qui connaît votre dossier.', en: 'An adviser who knows your file.' },
    duration: { value: 12, unit: 'day' },
  },
} as const satisfies Record<string, StageFrame>;

export const steps = {
  rights: {
    stage: 'inform',
    title: { fr: 'Je vérifie mes droits', en: 'I check my cover' },
    duration: { value: 3, unit: 'minute' },
  },
  send: {
    stage: 'ask',
    title: { fr: 'J’envoie ma facture', en: 'I send my bill' },
    duration: { value: 5, unit: 'minute' },
  },
  follow: {
    stage: 'ask',
    title: { fr: 'Je suis mon dossier', en: 'I follow my claim' },
    duration: { value: 4, unit: 'day' },
  },
  complete: {
    stage: 'ask',
    title: { fr: 'J’envoie la pièce qui manque', en: 'I send what is missing' },
    duration: { value: 3, unit: 'day' },
  },
  silence: {
    stage: 'wait',
    title: { fr: 'J’attends sans nouvelles', en: 'I wait without news' },
    duration: { value: 9, unit: 'day' },
    momentOfTruth: true,
  },
  payment: {
    stage: 'paid',
    title: { fr: 'Je reçois le virement', en: 'I receive the transfer' },
    duration: { value: 1, unit: 'minute' },
  },
  statement: {
    stage: 'paid',
    title: { fr: 'Je lis mon décompte', en: 'I read my statement' },
    duration: { value: 10, unit: 'minute' },
  },
  contest: {
    stage: 'contest',
    title: { fr: 'Je conteste le montant', en: 'I contest the amount' },
    duration: { value: 12, unit: 'day' },
  },
} as const satisfies Record<string, StepFrame>;
export type StepKey = keyof typeof steps;

/** In reading order. Their names are those of their types. */
export const lanes = [
  'actions',
  'touchpoints',
  'emotion',
  'moments-of-truth',
  'pain-points',
  'delights',
  'figures',
  'thoughts',
  'expectations',
  'brand-promise',
  'employee-experience',
  'opportunities',
] as const satisfies readonly LaneType[];
export type LaneKey = (typeof lanes)[number];

export const objectives: Example<StepKey>['objectives'] = [
  {
    kind: 'touchpoints',
    text: {
      fr: 'Que presque plus personne n’appelle pour savoir où en est son dossier.',
      en: 'That hardly anyone calls to ask where their claim stands.',
    },
    baseline: 18,
    target: 5,
    dueIn: 270,
    unit: '%',
  },
  {
    kind: 'satisfaction',
    text: {
      fr: 'Que le décompte se comprenne à la première lecture.',
      en: 'That the statement is understood at first reading.',
    },
    baseline: 2.7,
    target: 4,
    dueIn: 180,
    unit: '/5',
  },
  {
    kind: 'retention',
    text: {
      fr: 'Que ceux qui contestent restent clients un an après.',
      en: 'That those who contest are still customers a year later.',
    },
    baseline: 78,
    target: 90,
    dueIn: 365,
    unit: '%',
  },
];
