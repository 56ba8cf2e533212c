/** Words of the comments on a portrait, in French. */
export const talk = {
  talk: {
    button_one: 'Commentaires, {{count}} ouvert',
    button_other: 'Commentaires, {{count}} ouverts',
    whole: 'le portrait entier',
    comment: 'Commenter',
    on_one: '{{count}} commentaire sur «\u202f{{text}}\u202f»',
    on_other: '{{count}} commentaires sur «\u202f{{text}}\u202f»',
  },
} as const;
