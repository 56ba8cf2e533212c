import type { Template } from './shape.ts';

/** Experience map: the need as a whole, lived with or without the brand, with everyone who has a part in it. */
export const experienceTemplate: Template = {
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
  phases: {
    fr: [
      {
        moment: 'before',
        name: 'Avant',
        stages: ['Je sens que quelque chose change', 'J’en parle à mes proches', 'Je cherche comment faire'],
      },
      {
        moment: 'during',
        name: 'Pendant',
        stages: ['Je m’organise', 'Je me lance', 'Je fais face aux imprévus'],
      },
      {
        moment: 'after',
        name: 'Après',
        stages: ['Je prends mes habitudes', 'Je regarde le chemin parcouru'],
      },
    ],
    en: [
      {
        moment: 'before',
        name: 'Before',
        stages: ['I feel something is changing', 'I talk to people close to me', 'I look for a way'],
      },
      {
        moment: 'during',
        name: 'During',
        stages: ['I get organised', 'I go for it', 'I deal with the unexpected'],
      },
      {
        moment: 'after',
        name: 'After',
        stages: ['I settle into habits', 'I look back on it'],
      },
    ],
  },
};
