import { cards } from './claims-blueprint-cards.ts';
import { type ClaimsStep, stages, steps, title, touchpoints } from './claims-blueprint-frame.ts';
import type { Example } from './example-frame.ts';

/** A finished blueprint: what the company does, on stage and behind it, while a member waits for the money. */
export const claimsBlueprint: Example<ClaimsStep> = {
  kind: 'blueprint',
  title,
  scope: {
    fr: 'Une facture de soins courants, de la question avant le soin à la réponse après la contestation. Ce que l’adhérent voit, ce que les équipes font, ce sur quoi elles s’appuient.',
    en: 'One bill for everyday care, from the question before the care to the answer after the objection. What the member sees, what the teams do, what they rest on.',
  },
  arrival: {
    fr: 'Je veux savoir ce que ce soin va me coûter avant de dire oui.',
    en: 'I want to know what this care will cost me before I say yes.',
  },
  departure: {
    fr: 'J’ai mon argent. Je ne sais toujours pas ce qui s’est passé pendant neuf jours.',
    en: 'I have my money. I still do not know what happened for nine days.',
  },
  story: {
    fr: 'Derrière une attente de neuf jours, il y a deux heures de travail. Le reste est de l’attente entre deux équipes\u202f: une pièce que l’on aurait pu demander tout de suite, un accord donné deux fois par semaine, un écran qui ne dit pas au conseiller ce que son collègue attend.',
    en: 'Behind a wait of nine days there are two hours of work. The rest is waiting between two teams: a paper that could have been asked for at once, an approval given twice a week, a screen that does not tell the adviser what a colleague is waiting for.',
  },
  personas: {},
  phases: {
    before: { fr: 'Avant', en: 'Before' },
    during: { fr: 'Pendant', en: 'During' },
    after: { fr: 'Après', en: 'After' },
  },
  stages,
  steps,
  lanes: [
    'actions',
    'touchpoints',
    'emotion',
    'line-of-interaction',
    'front-office',
    'line-of-visibility',
    'back-office',
    'line-of-internal-interaction',
    'support',
    'pain-points',
    'delights',
    'opportunities',
    'figures',
  ],
  cards,
  touchpoints,
  curves: {
    felt: {
      all: {
        rights: [0.4],
        send: [1.5],
        receipt: [1],
        complete: [-1, 0.7],
        wait: [-1.8, 0.9],
        payment: [1.9, 0.7],
        statement: [-0.4],
        explain: [-1.6, 0.8],
      },
    },
    planned: {
      all: {
        rights: [1.2],
        send: [1.9],
        receipt: [1.4],
        complete: [0.4],
        wait: [0.8],
        payment: [2.4],
        statement: [1.4],
        explain: [0.6],
      },
    },
  },
  feltNotes: {},
  objectives: [
    {
      kind: 'cost',
      text: {
        fr: 'Qu’une facture soit lue une fois et ne soit plus ressaisie.',
        en: 'That a bill is read once and never typed in again.',
      },
      baseline: 20,
      target: 5,
      dueIn: 365,
      unit: '%',
    },
    {
      kind: 'satisfaction',
      text: {
        fr: 'Que neuf factures sur dix soient payées en moins de cinq jours.',
        en: 'That nine bills out of ten are paid in less than five days.',
      },
      baseline: 46,
      target: 90,
      dueIn: 180,
      unit: '%',
    },
  ],
};
