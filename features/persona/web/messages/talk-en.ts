/** Words of the comments on a portrait, in English. */
export const talk = {
  talk: {
    button_one: 'Comments, {{count}} open',
    button_other: 'Comments, {{count}} open',
    whole: 'the whole portrait',
    comment: 'Comment',
    on_one: '{{count}} comment on “{{text}}”',
    on_other: '{{count}} comments on “{{text}}”',
  },
} as const;
