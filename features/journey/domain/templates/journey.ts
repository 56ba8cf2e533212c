import type { Template } from './shape.ts';

/** Customer journey map: what a customer lives with the brand, from the need to the memory of it. */
export const journeyTemplate: Template = {
  lanes: [
    'actions',
    'moments-of-truth',
    'touchpoints',
    'emotion',
    'expectations',
    'pain-points',
    'delights',
    'brand-promise',
    'employee-experience',
    'opportunities',
    'figures',
  ],
  phases: {
    fr: [
      { moment: 'before', name: 'Avant', stages: ['J’en ai besoin', 'Je me renseigne', 'Je compare'] },
      {
        moment: 'during',
        name: 'Pendant',
        stages: ['Je choisis', 'Je commence', 'J’utilise', 'Je demande de l’aide'],
      },
      {
        moment: 'after',
        name: 'Après',
        stages: ['Je fais le bilan', 'Je reste ou je pars', 'J’en parle autour de moi'],
      },
    ],
    en: [
      { moment: 'before', name: 'Before', stages: ['I need something', 'I look into it', 'I compare'] },
      {
        moment: 'during',
        name: 'During',
        stages: ['I choose', 'I get started', 'I use it', 'I ask for help'],
      },
      {
        moment: 'after',
        name: 'After',
        stages: ['I take stock', 'I stay or I leave', 'I tell people about it'],
      },
    ],
  },
};
