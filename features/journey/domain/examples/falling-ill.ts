import type { Example } from './example-frame.ts';
import { cards } from './falling-ill-cards.ts';
import { curves, feltNotes, type IllnessStep, people, stages, steps, title } from './falling-ill-frame.ts';

/** A finished experience map: an illness from the first sign to the return to work, most of it far from the insurer. */
export const fallingIll: Example<IllnessStep> = {
  kind: 'experience',
  title,
  scope: {
    fr: 'Une maladie ordinaire d’un adulte qui travaille, du premier signe à la reprise. Hors urgence, hors maladie de longue durée. L’assureur n’y tient qu’une petite place\u202f: c’est le sujet.',
    en: 'An ordinary illness of an adult who works, from the first sign to the return. No emergency, no long-term illness. The insurer has only a small part in it: that is the point.',
  },
  arrival: {
    fr: 'Je me croyais solide. Je n’ai pas le temps d’être malade, et pas très envie de savoir.',
    en: 'I thought I was strong. I have no time to be ill, and I am not sure I want to know.',
  },
  departure: {
    fr: 'Je vais bien. Je sais maintenant sur qui je peux compter, et ce n’est pas toujours qui je croyais.',
    en: 'I am well. I know now whom I can rely on, and it is not always who I thought.',
  },
  story: {
    fr: 'On ne tombe pas malade chez son assureur\u202f: on tombe malade chez soi, un mardi. Ce qui aide, ce sont des gens\u202f: une sœur, une pharmacienne, un médecin qui dessine. Ce qui pèse, ce sont les attentes entre eux\u202f: le rendez-vous, les résultats, l’argent dehors. L’assureur arrive à la fin, avec un décompte. Il pourrait arriver avant.',
    en: 'Nobody falls ill at their insurer’s: one falls ill at home, on a Tuesday. What helps is people: a sister, a pharmacist, a doctor who draws. What weighs is the waiting between them: the appointment, the results, the money out. The insurer comes in at the end, with a statement. It could come in earlier.',
  },
  personas: people,
  phases: {
    before: { fr: 'Avant', en: 'Before' },
    during: { fr: 'Pendant', en: 'During' },
    after: { fr: 'Après', en: 'After' },
  },
  stages,
  steps,
  lanes: [
    'actions',
    'key-questions',
    'thoughts',
    'feelings',
    'emotion',
    'social',
    'stakeholders',
    'expectations',
    'pain-points',
    'delights',
    'opportunities',
  ],
  cards,
  touchpoints: {},
  curves,
  feltNotes,
  objectives: [
    {
      kind: 'satisfaction',
      text: {
        fr: 'Que moins d’adhérents repoussent un soin faute d’en connaître le prix.',
        en: 'That fewer members put off care for want of knowing its price.',
      },
      baseline: 24,
      target: 12,
      dueIn: 270,
      unit: '%',
    },
  ],
};
