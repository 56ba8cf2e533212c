import type { Template } from './shape.ts';

/** Service blueprint: what the customer does, and behind the lines, who makes it happen. */
export const blueprintTemplate: Template = {
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
    'opportunities',
    'figures',
  ],
  phases: {
    fr: [
      { moment: 'before', name: 'Avant', stages: ['Je prends contact', 'J’explique ce que je veux'] },
      {
        moment: 'during',
        name: 'Pendant',
        stages: ['Je donne ce qu’on me demande', 'J’attends la réponse', 'Je reçois le service'],
      },
      { moment: 'after', name: 'Après', stages: ['Je paie ou je suis remboursé', 'Je reviens si besoin'] },
    ],
    en: [
      { moment: 'before', name: 'Before', stages: ['I get in touch', 'I explain what I want'] },
      {
        moment: 'during',
        name: 'During',
        stages: ['I hand over what I am asked for', 'I wait for the answer', 'I receive the service'],
      },
      { moment: 'after', name: 'After', stages: ['I pay or I am paid back', 'I come back if I need to'] },
    ],
  },
};
