import type { Example, StageFrame, StepFrame } from './example-frame.ts';
import { personas } from './reimbursement-frame.ts';
import type { Said } from './said.ts';

/** The frame of the experience map: the need as a whole, most of it lived without the insurer. */

export const title: Said = {
  fr: 'Tomber malade et s’en relever',
  en: 'Falling ill and getting back on one’s feet',
};

export const people = personas;

export const stages = {
  notice: {
    phase: 'before',
    title: { fr: 'Je sens que quelque chose ne va pas', en: 'I feel that something is wrong' },
    goals: { fr: 'Savoir si c’est grave.', en: 'Know whether it is serious.' },
    promise: { fr: '', en: '' },
    duration: { value: 2, unit: 'week' },
    notes: {
      fr: 'Personne ne pense encore à sa mutuelle. Le dire d’emblée à la salle.',
      en: 'Nobody thinks of their insurer yet. Tell the room so from the start.',
    },
  },
  look: {
    phase: 'before',
    title: { fr: 'Je cherche qui peut m’aider', en: 'I look for somebody who can help' },
    goals: {
      fr: 'Être vu vite, par quelqu’un de sûr, sans me ruiner.',
      en: 'Be seen soon, by somebody good, without ruining myself.',
    },
    promise: { fr: '', en: '' },
    duration: { value: 3, unit: 'week' },
  },
  consult: {
    phase: 'during',
    title: { fr: 'Je consulte', en: 'I see the doctor' },
    goals: { fr: 'Comprendre ce que j’ai.', en: 'Understand what I have.' },
    promise: { fr: '', en: '' },
    duration: { value: 10, unit: 'day' },
  },
  treat: {
    phase: 'during',
    title: { fr: 'Je me soigne', en: 'I get treated' },
    goals: { fr: 'Guérir sans laisser tomber le reste.', en: 'Get well without dropping everything else.' },
    promise: { fr: '', en: '' },
    duration: { value: 6, unit: 'week' },
    notes: {
      fr: 'Lire les lignes «\u202fEntourage\u202f» et «\u202fActeurs\u202f»\u202f: c’est là que tout se tient, ou se défait.',
      en: 'Read the lanes of the people around and of the others involved: that is where it holds, or comes apart.',
    },
  },
  pay: {
    phase: 'during',
    title: { fr: 'J’avance l’argent', en: 'I pay up front' },
    goals: { fr: 'Passer le mois.', en: 'Make it through the month.' },
    promise: { fr: '', en: '' },
    duration: { value: 3, unit: 'week' },
  },
  back: {
    phase: 'after',
    title: { fr: 'Je rentre dans mes frais', en: 'I get my money back' },
    goals: { fr: 'Que les comptes soient justes et clos.', en: 'Have the sums right, and closed.' },
    promise: { fr: '', en: '' },
    duration: { value: 2, unit: 'week' },
  },
  resume: {
    phase: 'after',
    title: { fr: 'Je reprends ma vie', en: 'I pick up my life again' },
    goals: { fr: 'Ne plus être «\u202fle malade\u202f».', en: 'Stop being “the one who is ill”.' },
    promise: { fr: '', en: '' },
    duration: { value: 2, unit: 'month' },
  },
} as const satisfies Record<string, StageFrame>;

export const steps = {
  signs: {
    stage: 'notice',
    title: { fr: 'Je me surveille', en: 'I keep an eye on it' },
    duration: { value: 2, unit: 'week' },
  },
  ask: {
    stage: 'look',
    title: { fr: 'J’en parle autour de moi', en: 'I talk to people around me' },
    duration: { value: 3, unit: 'day' },
  },
  find: {
    stage: 'look',
    title: { fr: 'Je trouve un rendez-vous', en: 'I find an appointment' },
    duration: { value: 18, unit: 'day' },
  },
  consult: {
    stage: 'consult',
    title: { fr: 'On me dit ce que j’ai', en: 'I am told what I have' },
    duration: { value: 20, unit: 'minute' },
    momentOfTruth: true,
  },
  tests: {
    stage: 'consult',
    title: { fr: 'Je passe des examens', en: 'I have tests done' },
    duration: { value: 9, unit: 'day' },
  },
  treat: {
    stage: 'treat',
    title: { fr: 'Je suis mon traitement', en: 'I follow my treatment' },
    duration: { value: 6, unit: 'week' },
  },
  pay: {
    stage: 'pay',
    title: { fr: 'Je paie, en attendant', en: 'I pay, in the meantime' },
    duration: { value: 3, unit: 'week' },
    momentOfTruth: true,
  },
  claim: {
    stage: 'back',
    title: { fr: 'Je refais mes comptes', en: 'I do my sums again' },
    duration: { value: 2, unit: 'week' },
  },
  resume: {
    stage: 'resume',
    title: { fr: 'Je retourne au travail', en: 'I go back to work' },
    duration: { value: 2, unit: 'month' },
  },
} as const satisfies Record<string, StepFrame>;
export type IllnessStep = keyof typeof steps;

/** Felt only: nobody plans what a person feels when they fall ill. */
export const curves: Example<IllnessStep>['curves'] = {
  felt: {
    all: {
      signs: [-0.8],
      ask: [0.3],
      find: [-1.2, 0.6],
      consult: [0.4, 0.8],
      tests: [-1, 0.7],
      treat: [0.2],
      pay: [-1.7, 0.8],
      claim: [0.7],
      resume: [1.8, 0.7],
    },
    worrier: {
      signs: [-1.8, 0.9],
      ask: [-0.2],
      find: [-1.4, 0.8],
      consult: [0.9, 1],
      tests: [-2, 1],
      treat: [0.4],
      pay: [-1.9, 0.9],
      claim: [0.2],
      resume: [1.2, 0.6],
    },
    'self-reliant': {
      signs: [-0.3, 0.3],
      ask: [0.6],
      find: [0.4],
      consult: [0.8, 0.6],
      tests: [-0.3],
      treat: [0.8],
      pay: [-1.1, 0.6],
      claim: [1.4],
      resume: [2.1, 0.7],
    },
    hurried: {
      signs: [-0.2, 0.2],
      ask: [0.1, 0.2],
      find: [-2.1, 0.9],
      consult: [-0.5, 0.6],
      tests: [-1.2, 0.6],
      treat: [-0.7],
      pay: [-2, 0.8],
      claim: [0.3],
      resume: [2.2, 0.8],
    },
  },
};

export const feltNotes: Example<IllnessStep>['feltNotes'] = {
  worrier: {
    tests: {
      fr: '«\u202fLe téléphone sonne et je pense que c’est eux.\u202f»',
      en: '“The phone rings and I think it is them.”',
    },
  },
  hurried: {
    find: {
      fr: '«\u202fDix-huit jours d’attente, pour me dire de revenir.\u202f»',
      en: '“Eighteen days of waiting, to be told to come back.”',
    },
  },
};
