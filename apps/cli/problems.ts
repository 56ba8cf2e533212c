/** Sentences of the problems that only the command meets. */
export const messages = {
  en: {
    problem: {
      'command.no-workspace':
        'There is no workspace “{{workspace}}”. Those here: {{known}}. “parcours workspace list” shows them.',
      'command.many-workspaces':
        'Several workspaces are called “{{workspace}}”. Name the one you mean by its id: {{known}}.',
      'command.no-map': 'There is no map “{{map}}” here. “parcours map list” shows the maps there are.',
      'command.many-maps': 'Several maps are called “{{map}}”. Name the one you mean by its id: {{known}}.',
      'command.no-score':
        'No column of {{file}} looks like a score. Say which columns are scores with --mapping FILE.json.',
      'command.mapping-unreadable': 'The mapping {{file}} cannot be used: {{reason}}.',
      'command.no-persona':
        'There is no persona “{{persona}}” here. The page “Personas” shows those there are.',
      'command.many-models': 'Several detection models are called “{{model}}”: {{known}}. Give the id.',
      'command.many-personas':
        'Several personas are called “{{persona}}”. Name the one you mean by its id: {{known}}.',
      'command.not-written': 'The file {{file}} cannot be written: {{reason}}.',
      'command.file-exists':
        'The file {{file}} is already there. Give another name, or --force to replace it.',
      'command.server-silent':
        'The server that owns the data folder does not answer at {{address}}. Wait until it has started, or stop it.',
      'command.pages-not-built': 'The pages could not be built: see the message above.',
    },
  },
  fr: {
    problem: {
      'command.no-workspace':
        'Il n’y a pas d’espace «\u202f{{workspace}}\u202f». Ceux qui existent\u202f: {{known}}. «\u202fparcours workspace list\u202f» les montre.',
      'command.many-workspaces':
        'Plusieurs espaces s’appellent «\u202f{{workspace}}\u202f». Désignez le bon par son identifiant\u202f: {{known}}.',
      'command.no-map':
        'Il n’y a pas ici de carte «\u202f{{map}}\u202f». «\u202fparcours map list\u202f» montre celles qui existent.',
      'command.many-maps':
        'Plusieurs cartes s’appellent «\u202f{{map}}\u202f». Désignez la bonne par son identifiant\u202f: {{known}}.',
      'command.no-score':
        'Aucune colonne de {{file}} ne ressemble à une note. Dites lesquelles en sont avec --mapping FICHIER.json.',
      'command.mapping-unreadable': 'Le réglage {{file}} est inutilisable\u202f: {{reason}}.',
      'command.no-persona':
        'Il n’y a pas ici de persona «\u202f{{persona}}\u202f». La page «\u202fPersonas\u202f» montre ceux qu’il y a.',
      'command.many-models':
        'Plusieurs modèles de détection s’appellent «\u202f{{model}}\u202f»\u202f: {{known}}. Donnez l’identifiant.',
      'command.many-personas':
        'Plusieurs personas s’appellent «\u202f{{persona}}\u202f». Nommez celui que vous voulez par son identifiant\u202f: {{known}}.',
      'command.not-written': 'Le fichier {{file}} ne peut pas être écrit\u202f: {{reason}}.',
      'command.file-exists':
        'Le fichier {{file}} existe déjà. Donnez un autre nom, ou --force pour le remplacer.',
      'command.server-silent':
        'Le serveur qui tient le dossier de données ne répond pas à l’adresse {{address}}. Attendez qu’il ait démarré, ou arrêtez-le.',
      'command.pages-not-built': 'Les pages n’ont pas pu être construites\u202f: voir le message ci-dessus.',
    },
  },
} as const;
