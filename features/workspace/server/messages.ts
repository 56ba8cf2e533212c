/** Sentences of this room's problems; `{{name}}` are parameters. */
export const messages = {
  en: {
    problem: {
      'workspace.not-found': 'There is no workspace at this address: it may have been written wrongly.',
      'workspace.zone-unknown':
        'The time zone “{{zone}}” is not known. Give the name of a place, such as Europe/Paris or UTC.',
    },
  },
  fr: {
    problem: {
      'workspace.not-found':
        'Il n’y a pas d’espace à cette adresse\u202f: elle a peut-être été mal recopiée.',
      'workspace.zone-unknown':
        'Le fuseau horaire «\u202f{{zone}}\u202f» n’est pas connu. Donnez le nom d’un lieu, comme Europe/Paris ou UTC.',
    },
  },
} as const;
