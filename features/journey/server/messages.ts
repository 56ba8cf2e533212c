/** Sentences of this room's problems; `{{name}}` are parameters. */
export const messages = {
  en: {
    problem: {
      'journey.map-not-found': 'This map does not exist, or has been deleted.',
      'journey.version-not-found': 'This version of the map does not exist, or is no longer kept.',
      'journey.lane-set-not-found': 'This set of lanes does not exist, or has been deleted.',
      'journey.stage-not-found': 'This stage is not on the map, or no longer is.',
      'journey.not-as-is':
        '“{{title}}” is already a to-be. Create a to-be from the as-is map, or change the state of this one.',
      'journey.sub-map-exists': 'Another map already tells this stage: “{{title}}”.',
      'journey.map-linked':
        'Nothing was deleted: this map is linked with {{maps}}. Delete it all the same with “evenIfLinked”; the links are then taken away.',
      'journey.structure-locked':
        'Nothing was changed: the structure of this map is locked. Cards, touchpoints, emotions and comments can be written; unlock the structure first to add, move, rename or remove phases, stages, steps or lanes.',
      'journey.part-dangling':
        'Nothing was changed: in {{part}}, “{{id}}” refers by its field “{{field}}” to something that is not in the map. Add what it refers to first, or in the same request.',
    },
  },
  fr: {
    problem: {
      'journey.map-not-found': 'Cette carte n’existe pas, ou a été supprimée.',
      'journey.version-not-found': 'Cette version de la carte n’existe pas, ou n’est plus conservée.',
      'journey.lane-set-not-found': 'Ce jeu de lignes n’existe pas, ou a été supprimé.',
      'journey.stage-not-found': 'Cette étape n’est pas sur la carte, ou n’y est plus.',
      'journey.not-as-is':
        '«\u202f{{title}}\u202f» est déjà une cible. Créez la cible depuis la carte de l’actuel, ou changez l’état de celle-ci.',
      'journey.sub-map-exists': 'Une autre carte raconte déjà cette étape\u202f: «\u202f{{title}}\u202f».',
      'journey.map-linked':
        'Rien n’a été supprimé\u202f: cette carte est liée à {{maps}}. Supprimez-la quand même avec «\u202fevenIfLinked\u202f»\u202f; les liens sont alors retirés.',
      'journey.structure-locked':
        'Rien n’a été changé\u202f: la structure de cette carte est verrouillée. On peut écrire des cartes, des points de contact, des émotions et des commentaires\u202f; déverrouillez d’abord la structure pour ajouter, déplacer, renommer ou retirer des temps, des étapes, des sous-étapes ou des lignes.',
      'journey.part-dangling':
        'Rien n’a été changé\u202f: dans {{part}}, «\u202f{{id}}\u202f» renvoie par son champ «\u202f{{field}}\u202f» à quelque chose qui n’est pas sur la carte. Ajoutez d’abord ce à quoi il renvoie, ou dans la même demande.',
    },
  },
} as const;
