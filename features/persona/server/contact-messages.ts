/** Sentences of the problems about contacts and their personas; `{{name}}` are parameters. */
export const messages = {
  en: {
    problem: {
      'persona.contacts.not-found': 'This list of contacts does not exist, or has been deleted.',
      'persona.contacts.import-not-found': 'This import of contacts does not exist.',
      'persona.contacts.no-such-column':
        'The file has no column “{{column}}”. Choose the column that says who each contact is.',
      'persona.contacts.none':
        'Rows read: {{rows}}, and none says who the contact is in “{{column}}”. Choose another column.',
      'persona.contacts.too-many-columns':
        'This table has {{columns}} columns, and {{most}} at most can be kept. Keep those that describe contacts.',
      'persona.contacts.too-many':
        'This table has more than {{most}} contacts. Cut it into several lists, for example by region.',
      'persona.contacts.cancelled': 'The import of “{{file}}” was cancelled: nothing of it is kept.',
      'persona.contacts.interrupted':
        'The server stopped while “{{file}}” was being read: nothing of it is kept. Bring the file in again.',
      'persona.calibration.too-few':
        'Contacts whose persona “{{column}}” says: {{known}}. It takes {{fewest}} to check a model.',
      'persona.calibration.looked-at':
        'The model looks at “{{column}}” itself: held against it, it would always be right. Choose another column.',
      'persona.attribution.not-found':
        'This attribution does not exist, or has been deleted with its contacts.',
      'persona.attribution.nothing-in-common':
        'The model “{{model}}” looks at {{columns}}, and the list “{{list}}” has none of it as the model knows it. Bring in contacts with these columns, or choose another model.',
      'persona.attribution.rows-gone':
        'The contacts were brought in anew since this attribution: only its totals are kept. Attribute again, then export.',
    },
  },
  fr: {
    problem: {
      'persona.contacts.not-found': 'Cette liste de contacts n’existe pas, ou a été supprimée.',
      'persona.contacts.import-not-found': 'Cet import de contacts n’existe pas.',
      'persona.contacts.no-such-column':
        'Le fichier n’a pas de colonne «\u202f{{column}}\u202f». Choisissez la colonne qui dit qui est chaque contact.',
      'persona.contacts.none':
        'Lignes lues\u202f: {{rows}}, et aucune ne dit qui est le contact dans «\u202f{{column}}\u202f». Choisissez une autre colonne.',
      'persona.contacts.too-many-columns':
        'Ce tableau a {{columns}} colonnes, et {{most}} au plus peuvent être gardées. Gardez celles qui décrivent les contacts.',
      'persona.contacts.too-many':
        'Ce tableau a plus de {{most}} contacts. Coupez-le en plusieurs listes, par exemple par région.',
      'persona.contacts.cancelled':
        'L’import de «\u202f{{file}}\u202f» a été annulé\u202f: rien n’en est gardé.',
      'persona.contacts.interrupted':
        'Le serveur s’est arrêté pendant la lecture de «\u202f{{file}}\u202f»\u202f: rien n’en est gardé. Importez de nouveau le fichier.',
      'persona.calibration.too-few':
        'Contacts dont «\u202f{{column}}\u202f» dit le persona\u202f: {{known}}. Il en faut {{fewest}} pour vérifier un modèle.',
      'persona.calibration.looked-at':
        'Le modèle regarde lui-même «\u202f{{column}}\u202f»\u202f: face à elle, il aurait toujours raison. Choisissez une autre colonne.',
      'persona.attribution.not-found':
        'Cette attribution n’existe pas, ou a été supprimée avec ses contacts.',
      'persona.attribution.nothing-in-common':
        'Le modèle «\u202f{{model}}\u202f» regarde {{columns}}, et la liste «\u202f{{list}}\u202f» n’a rien de cela tel que le modèle le connaît. Importez des contacts avec ces colonnes, ou choisissez un autre modèle.',
      'persona.attribution.rows-gone':
        'Les contacts ont été importés de nouveau depuis cette attribution\u202f: seuls ses totaux sont gardés. Attribuez de nouveau, puis exportez.',
    },
  },
} as const;
