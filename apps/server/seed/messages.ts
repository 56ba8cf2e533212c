/** Sentences of the problems of the demonstration. */
export const messages = {
  en: {
    problem: {
      'demonstration.already-there':
        'The demonstration is already here (“{{workspace}}”): a second one would only be the same twice.',
      'demonstration.stopped':
        'Parcours was stopped while it loaded the demonstration; the next start goes on.',
    },
  },
  fr: {
    problem: {
      'demonstration.already-there':
        'La démonstration est déjà là («\u202f{{workspace}}\u202f»)\u202f: une seconde ferait doublon.',
      'demonstration.stopped':
        'Parcours a été arrêté pendant qu’il chargeait la démonstration\u202f; le prochain démarrage continuera.',
    },
  },
} as const;
