/** Sentences of this room's problems; `{{name}}` are parameters. */
export const messages = {
  en: {
    problem: {
      'persona.not-found': 'This persona does not exist, or has been deleted.',
      'persona.version-not-found': 'This version of the persona does not exist, or is no longer kept.',
      'persona.part-misplaced':
        'Nothing was changed: in {{part}}, “{{id}}” has in its field “{{field}}” something that is not in the persona, or that another one already has.',
      'persona.in-use':
        'This persona is used on these maps: {{maps}}. Take it off them first, or ask to delete it all the same: the maps keep its name, no longer its portrait.',
      'persona.picture-not-found': 'This picture does not exist in this workspace. Send it first.',
      'persona.picture-too-large':
        'This picture is too heavy: {{megabytes}} MB at most. Make it smaller, then send it again.',
      'persona.not-a-picture': 'This file is not a picture that can be shown: send a PNG, JPEG or WebP.',
      'persona.segment-not-found': 'This segment does not exist, or has been deleted.',
      'persona.segment-overfull':
        'Nothing was changed: the personas would make up {{percent}} % of the segment “{{segment}}”, more than all of it. Lower one of the shares.',
      'persona.question-not-found':
        'This situation is no longer asked: it has been deleted, or its persona has.',
    },
  },
  fr: {
    problem: {
      'persona.not-found': 'Ce persona n’existe pas, ou a été supprimé.',
      'persona.version-not-found': 'Cette version du persona n’existe pas, ou n’est plus conservée.',
      'persona.part-misplaced':
        'Rien n’a été changé\u202f: dans {{part}}, «\u202f{{id}}\u202f» porte dans son champ «\u202f{{field}}\u202f» quelque chose qui n’est pas dans le persona, ou qu’un autre porte déjà.',
      'persona.in-use':
        'Ce persona sert sur ces cartes\u202f: {{maps}}. Retirez-le d’abord de ces cartes, ou demandez à le supprimer quand même\u202f: les cartes garderont son nom, mais plus son portrait.',
      'persona.picture-not-found': 'Cette image n’existe pas dans cet espace. Envoyez-la d’abord.',
      'persona.picture-too-large':
        'Cette image est trop lourde\u202f: {{megabytes}}\u202fMo au plus. Réduisez-la, puis envoyez-la de nouveau.',
      'persona.not-a-picture':
        'Ce fichier n’est pas une image que l’on puisse montrer\u202f: envoyez du PNG, du JPEG ou du WebP.',
      'persona.segment-not-found': 'Ce segment n’existe pas, ou a été supprimé.',
      'persona.segment-overfull':
        'Rien n’a été changé\u202f: les personas feraient {{percent}}\u202f% du segment «\u202f{{segment}}\u202f», plus que sa totalité. Baissez une des parts.',
      'persona.question-not-found':
        'Cette situation n’est plus posée\u202f: elle a été supprimée, ou son persona l’a été.',
    },
  },
} as const;
