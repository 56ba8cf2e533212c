/** Sentences of this room's problems; `{{name}}` are parameters. */
export const messages = {
  en: {
    problem: {
      'survey.not-found': 'This survey does not exist, or has been deleted.',
      'survey.import-not-found': 'This import does not exist, or its survey has been deleted.',
      'survey.missing-column':
        'The file has no column “{{column}}”. Its columns are: {{known}}. Choose one of them.',
      'survey.column-twice': 'The column “{{column}}” is chosen twice as a score. Keep one of the two.',
      'survey.nps-scale':
        'The recommendation score is made from answers 0 to 10, and “{{column}}” is set to {{min}}–{{max}}. Correct the scale, or ask for a mean.',
      'survey.scale-reversed': 'The scale {{min}}–{{max}} has no inside: its start must be below its end.',
      'survey.unknown-zone': 'No time zone is called “{{zone}}”. Give a name such as Europe/Paris.',
      'survey.not-a-split':
        'This survey is not set to be split by “{{column}}”. Add the column to its splits first.',
      'survey.respondent-settled':
        'Who counts as one respondent was settled when the file was imported (column: “{{column}}”). Delete the survey and import the file again to change it.',
      'survey.nothing-kept':
        'Nothing was imported: no row of {{file}} could be kept. Check its delimiter and its columns.',
      'survey.too-many-columns':
        'Nothing was imported: {{file}} has more than {{most}} columns. Check its delimiter.',
      'survey.cancelled': 'The import of {{file}} was cancelled: nothing of it is left.',
      'survey.interrupted':
        'The import of {{file}} was cut short when Parcours stopped: nothing of it is left. Import it again.',
    },
  },
  fr: {
    problem: {
      'survey.not-found': 'Cette enquête n’existe pas, ou a été supprimée.',
      'survey.import-not-found': 'Cet import n’existe pas, ou son enquête a été supprimée.',
      'survey.missing-column':
        'Le fichier n’a pas de colonne «\u202f{{column}}\u202f». Ses colonnes sont\u202f: {{known}}. Choisissez l’une d’elles.',
      'survey.column-twice':
        'La colonne «\u202f{{column}}\u202f» est choisie deux fois comme note. Gardez l’une des deux.',
      'survey.nps-scale':
        'Le score de recommandation se calcule sur des réponses de 0 à 10, et «\u202f{{column}}\u202f» est réglée sur {{min}}–{{max}}. Corrigez l’échelle, ou demandez une moyenne.',
      'survey.scale-reversed':
        'L’échelle {{min}}–{{max}} est vide\u202f: son début doit être inférieur à sa fin.',
      'survey.unknown-zone':
        'Aucun fuseau horaire ne s’appelle «\u202f{{zone}}\u202f». Donnez un nom comme Europe/Paris.',
      'survey.not-a-split':
        'Cette enquête n’est pas réglée pour être ventilée par «\u202f{{column}}\u202f». Ajoutez d’abord la colonne à ses ventilations.',
      'survey.respondent-settled':
        'Qui compte pour un répondant a été fixé à l’import du fichier (colonne\u202f: «\u202f{{column}}\u202f»). Pour le changer, supprimez l’enquête et importez à nouveau le fichier.',
      'survey.nothing-kept':
        'Rien n’a été importé\u202f: aucune ligne de {{file}} n’a pu être gardée. Vérifiez son séparateur et ses colonnes.',
      'survey.too-many-columns':
        'Rien n’a été importé\u202f: {{file}} a plus de {{most}} colonnes. Vérifiez son séparateur.',
      'survey.cancelled': 'L’import de {{file}} a été annulé\u202f: il n’en reste rien.',
      'survey.interrupted':
        'L’import de {{file}} a été interrompu par l’arrêt de Parcours\u202f: il n’en reste rien. Importez-le à nouveau.',
    },
  },
} as const;
