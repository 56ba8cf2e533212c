/** The words of the frame of a map: joining and cutting, the time band, lanes kept as a set. */
export const messages = {
  en: {
    merge: {
      phase: 'Join with the next phase',
      stage: 'Join with the next stage',
      step: 'Join with the next step',
    },
    split: {
      stage: 'Cut the phase before this stage',
      step: 'Cut the stage before this step',
      cell: 'Cut the step before this card',
    },
    duplicate: {
      phase: 'Duplicate with all it holds',
      stage: 'Duplicate with all it holds',
      step: 'Duplicate with all it holds',
      lane: 'Duplicate with its cards',
    },
    done: {
      merge: 'Joined: “{{name}}”',
      split: 'Cut in two. Name the second part.',
      duplicate: 'Duplicated: “{{name}}”',
    },
  },
  fr: {
    merge: {
      phase: 'Fusionner avec le temps suivant',
      stage: 'Fusionner avec l’étape suivante',
      step: 'Fusionner avec la suivante',
    },
    split: {
      stage: 'Couper le temps avant cette étape',
      step: 'Couper l’étape ici',
      cell: 'Couper la sous-étape ici',
    },
    duplicate: {
      phase: 'Dupliquer avec son contenu',
      stage: 'Dupliquer avec son contenu',
      step: 'Dupliquer avec son contenu',
      lane: 'Dupliquer avec ses cartes',
    },
    done: {
      merge: 'Fusionné\u202f: «\u202f{{name}}\u202f»',
      split: 'Coupé en deux. Nommez la seconde partie.',
      duplicate: 'Dupliqué\u202f: «\u202f{{name}}\u202f»',
    },
  },
} as const;
