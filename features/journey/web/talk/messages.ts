/** What is said around the comments of a map, the lock of its structure, and following somebody. */
export const messages = {
  en: {
    title: 'Comments',
    button_one: 'Comments, {{count}} open',
    button_other: 'Comments, {{count}} open',
    here_one: '{{count}} open comment',
    here_other: '{{count}} open comments',
    map: 'The whole map',
    quoted: '“{{text}}”',
    somebody: 'Somebody',
    isHere: '{{name}} is here',
  },
  fr: {
    title: 'Commentaires',
    button_one: 'Commentaires, {{count}} ouvert',
    button_other: 'Commentaires, {{count}} ouverts',
    here_one: '{{count}} commentaire ouvert',
    here_other: '{{count}} commentaires ouverts',
    map: 'Toute la carte',
    quoted: '«\u202f{{text}}\u202f»',
    somebody: 'Quelqu’un',
    isHere: '{{name}} est ici',
  },
} as const;
