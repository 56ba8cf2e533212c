/** Sentences of this room’s problems; `{{name}}` are parameters. */
export const messages = {
  en: {
    problem: {
      'source.not-found': 'This source does not exist, or has been deleted.',
      'source.empty': 'The source {{name}} holds no event yet. Import a file into it first.',
      'source.busy':
        'A file is being imported into {{name}}, or its journeys are being made again. Wait for it to end, then try again.',
      'identity.busy': 'Identities are being changed already. Try again in a moment.',
      'identity.two-persons':
        'Nothing was joined: “{{id}}” is said to be {{one}} and also {{other}}. Keep one of the two.',
      'identity.circle':
        'Nothing was changed: these ids would belong to each other in a circle ({{ids}}). Say which of them is the person, and join the others to it.',
      'identity.no-such-change': 'There is no change number {{version}} in the history of identities.',
      'identity.no-links':
        'Nothing was joined: no row of {{file}} has an id in both columns. Check the columns chosen.',
      'measure.too-many-touchpoints':
        'This map has {{bound}} touchpoints bound to one source; at most {{most}} can be measured at once. Split it in several maps.',
      'paths.map-needed':
        'Name the map (mapId) whose touchpoints, steps or stages are to be read, or ask for events.',
      'paths.nothing-bound':
        'Nothing of the map “{{map}}” is bound to events of {{source}}. Bind a touchpoint to an event, or read the events themselves.',
      'paths.place-unknown':
        'No event or part of the map is called “{{place}}” any more. Choose another, or remove it from the question.',
      'paths.too-few':
        'This source holds fewer than {{least}} customers: no journey is shown on its own, so that nobody is pointed at.',
      'paths.journey-not-found':
        'No journey of this source has the pseudonym {{pseudonym}}. It may have been removed with its import.',
      'impact.no-scores':
        'The events of {{source}} carry no score. Import a file that has a column of scores, or ask about a goal.',
      'import.not-found': 'This import does not exist, or its source has been deleted.',
      'import.busy': 'Another import into this source is under way. Wait for it to end, or cancel it.',
      'import.cancelled': 'The import of {{file}} was cancelled: nothing of it is left.',
      'import.nothing-kept':
        'Nothing was imported: none of the {{read}} rows of {{file}} could be kept. Check the columns chosen for customer, time and event.',
      'import.other-mapping':
        'The file {{file}} is already in this source, read in another way. Choose “replace” to read it again in this way.',
      'import.missing-column': 'The file {{file}} has no column “{{column}}”. Choose one of its columns.',
      'import.unknown-zone': 'No time zone is called “{{zone}}”. Give a name such as Europe/Paris.',
      'import.too-many-event-names':
        'Nothing was imported: the column chosen for the event has more than {{most}} different values. It looks like an identifier: choose another column.',
      'import.journey-too-long':
        'Nothing was imported: the customer “{{customer}}” alone has {{events}} events, and a lived journey holds {{most}}. Check the column chosen for the customer.',
      'import.which-customer':
        'No column of {{file}} looks like the customer. Name it (--customer); its columns are: {{columns}}.',
      'import.which-time':
        'No column of {{file}} looks like the time of the events. Name it (--at); its columns are: {{columns}}.',
      'import.which-event':
        'No column of {{file}} looks like the name of the events. Name it (--event); its columns are: {{columns}}.',
      'import.unexpected':
        'The import of {{file}} failed for a reason that Parcours did not foresee; nothing of it is left. The log of the server says more.',
    },
  },
  fr: {
    problem: {
      'source.not-found': 'Cette source n’existe pas, ou a été supprimée.',
      'source.empty': 'La source {{name}} ne contient encore aucun événement. Importez-y d’abord un fichier.',
      'source.busy':
        'Un fichier est en cours d’import dans {{name}}, ou ses parcours sont en train d’être refaits. Attendez la fin, puis réessayez.',
      'identity.busy': 'Les identités sont déjà en train d’être modifiées. Réessayez dans un instant.',
      'identity.two-persons':
        'Rien n’a été réuni\u202f: «\u202f{{id}}\u202f» serait {{one}} et aussi {{other}}. Gardez l’un des deux.',
      'identity.circle':
        'Rien n’a été modifié\u202f: ces identifiants appartiendraient les uns aux autres en cercle ({{ids}}). Dites lequel est la personne, et rattachez-lui les autres.',
      'identity.no-such-change':
        'Il n’y a pas de modification numéro {{version}} dans l’historique des identités.',
      'identity.no-links':
        'Rien n’a été réuni\u202f: aucune ligne de {{file}} n’a un identifiant dans les deux colonnes. Vérifiez les colonnes choisies.',
      'measure.too-many-touchpoints':
        'Cette carte a {{bound}} points de contact liés à une même source\u202f; {{most}} au plus peuvent être mesurés à la fois. Partagez-la en plusieurs cartes.',
      'paths.map-needed':
        'Nommez la carte (mapId) dont lire les points de contact, les étapes ou les grandes étapes, ou demandez les événements.',
      'paths.nothing-bound':
        'Rien de la carte «\u202f{{map}}\u202f» n’est lié aux événements de {{source}}. Liez un point de contact à un événement, ou lisez les événements eux-mêmes.',
      'paths.place-unknown':
        'Plus aucun événement ni élément de la carte ne s’appelle «\u202f{{place}}\u202f». Choisissez-en un autre, ou retirez-le de la question.',
      'paths.too-few':
        'Cette source a moins de {{least}} clients\u202f: aucun parcours n’est montré seul, pour ne désigner personne.',
      'paths.journey-not-found':
        'Aucun parcours de cette source n’a le pseudonyme {{pseudonym}}. Il a pu être retiré avec son import.',
      'impact.no-scores':
        'Les événements de {{source}} ne portent aucune note. Importez un fichier qui a une colonne de notes, ou posez la question d’un but.',
      'import.not-found': 'Cet import n’existe pas, ou sa source a été supprimée.',
      'import.busy': 'Un autre import est en cours dans cette source. Attendez sa fin, ou annulez-le.',
      'import.cancelled': 'L’import de {{file}} a été annulé\u202f: il n’en reste rien.',
      'import.nothing-kept':
        'Rien n’a été importé\u202f: aucune des {{read}} lignes de {{file}} n’a pu être gardée. Vérifiez les colonnes choisies pour le client, la date et l’événement.',
      'import.other-mapping':
        'Le fichier {{file}} est déjà dans cette source, lu autrement. Choisissez «\u202fremplacer\u202f» pour le relire de cette façon.',
      'import.missing-column':
        'Le fichier {{file}} n’a pas de colonne «\u202f{{column}}\u202f». Choisissez l’une de ses colonnes.',
      'import.unknown-zone':
        'Aucun fuseau horaire ne s’appelle «\u202f{{zone}}\u202f». Donnez un nom comme Europe/Paris.',
      'import.too-many-event-names':
        'Rien n’a été importé\u202f: la colonne choisie pour l’événement a plus de {{most}} valeurs différentes. Elle ressemble à un identifiant\u202f: choisissez une autre colonne.',
      'import.journey-too-long':
        'Rien n’a été importé\u202f: le client «\u202f{{customer}}\u202f» a {{events}} événements à lui seul, et un parcours vécu en contient {{most}}. Vérifiez la colonne choisie pour le client.',
      'import.which-customer':
        'Aucune colonne de {{file}} ne ressemble au client. Nommez-la (--customer)\u202f; ses colonnes sont\u202f: {{columns}}.',
      'import.which-time':
        'Aucune colonne de {{file}} ne ressemble à la date des événements. Nommez-la (--at)\u202f; ses colonnes sont\u202f: {{columns}}.',
      'import.which-event':
        'Aucune colonne de {{file}} ne ressemble au nom des événements. Nommez-la (--event)\u202f; ses colonnes sont\u202f: {{columns}}.',
      'import.unexpected':
        'L’import de {{file}} a échoué pour une raison que Parcours n’avait pas prévue\u202f; il n’en reste rien. Le journal du serveur en dit plus.',
    },
  },
} as const;
