/**
 * Sentences of what a discovery says: problems, and the notes of its result (`noteSchema`), which carry a code and
 * parameters in the same way. `{{name}}` are parameters.
 */
export const messages = {
  en: {
    problem: {
      'persona.discovery.too-few-rows':
        'Usable rows: {{rows, number}}. It takes {{fewest}} to look for personas. Add customers to the table.',
      'persona.discovery.too-few-attributes':
        'Columns that can tell customers apart: {{usable}}. It takes {{fewest}}. Look at the columns set aside: some may be read otherwise.',
      'persona.discovery.too-many-rows':
        'This table has more than {{most, number}} rows. Send a sample of it: personas do not change with more rows than that.',
      'persona.discovery.too-many-columns':
        'This table has {{columns}} columns, and {{most, number}} at most can be looked at. Keep those that describe customers.',
      'persona.discovery.no-such-column':
        'The table has no column “{{column}}” to leave out. Its columns: {{columns}}.',
      'persona.discovery.cancelled': 'The search for personas was cancelled: nothing of it is kept.',
      'persona.discovery.not-found': 'This search for personas does not exist, or has been deleted.',
      'persona.discovery.interrupted':
        'The server stopped during the search: nothing of it is kept. Start it again.',
      'persona.discovery.unexpected':
        'The search in {{file}} failed for a reason that is ours: nothing of it is kept. Start it again; if it fails again, tell us.',
      'persona.discovery.nothing-found': 'No persona was found here: there is nothing to keep.',
      'persona.discovery.unknown-persona': '“{{persona}}” is not a persona of this search.',
      'persona.discovery.into-twice':
        'Two proposed personas would go into the same persona. Join them first, or keep one of them as a new persona.',
      'persona.discovery.persona-twice':
        '“{{persona}}” is kept twice. Each proposed persona goes into one only.',
      'persona.discovery.all-joined':
        'Everything is joined into one persona: nobody could be told apart. Keep two, or leave one out.',
      'persona.questionnaire.not-found': 'This questionnaire does not exist, or has been deleted.',
      'persona.questionnaire.nothing-to-ask': 'Everything is left out: keep at least one question to ask.',
      'persona.questionnaire.too-long':
        'There are not {{length}} questions to ask: {{most, number}} at most.',
      'persona.model.not-a-model':
        '{{file}} is not a detection model, nor what “persona discover --json” writes.',
      'persona.model.not-found': 'This detection model does not exist, or has been deleted.',
      'persona.model.expects-nothing':
        'Nothing is expected of any persona yet. Say at least one expected answer.',
      'persona.model.needs-bins':
        '“{{attribute}}” cannot be expected as it is. For a number, say where it is cut (for example under 30, 30 to 60, over 60).',
      'persona.model.unknown-persona': 'An answer is expected of “{{persona}}”, which is not in this model.',
      'persona.model.unknown-attribute':
        'An answer is expected to “{{attribute}}”, which is not in this model.',
      'persona.model.unknown-answer':
        '“{{answer}}” is not an answer to “{{attribute}}”. Choose one of its answers.',
      'persona.discovery.question-found':
        '“{{attribute}}” is read as one question of which {{options}} options can be ticked, one column each.',
      'persona.discovery.only-ticks-written':
        'In “{{attribute}}” only ticks are written. A row without any tick is read as not asked, because the file cannot tell it from “ticked nothing”.',
      'persona.discovery.too-many-levels':
        '“{{attribute}}” is set aside: it has {{levels, number}} different values, too many to compare customers. Group them in the file, or say what it is.',
      'persona.discovery.levels-grouped':
        '“{{attribute}}” has {{levels, number}} different values: the {{kept}} commonest ({{percent}} % of rows) are kept, the rest count as “other”.',
      'persona.discovery.not-numbers':
        'In “{{attribute}}”, {{cells, number}} cells of the sample are not numbers and are read as missing.',
      'persona.discovery.number-cut':
        '“{{attribute}}” is {{value}} in {{percent}} % of rows: it is read as steps rather than as a number.',
      'persona.discovery.log-proposed':
        '“{{attribute}}” has a few very large values: its logarithm is used. Choose “as it is” if the differences between large amounts matter as much as those between small ones.',
      'persona.discovery.outcome-guessed':
        '“{{attribute}}” looks like a result (leaving, cancelling, buying): it does not take part. Personas say who customers are; the result is then read per persona.',
      'persona.discovery.empty-column':
        '“{{attribute}}” is set aside: it is empty. If it counts, fill it in the file.',
      'persona.discovery.constant-column':
        '“{{attribute}}” is set aside: it is “{{value}}” everywhere, so it tells nobody apart.',
      'persona.discovery.date-set-aside':
        '“{{attribute}}” is a date and is set aside. Use it only if being earlier or later says who a customer is.',
      'persona.discovery.identifier': '“{{attribute}}” is set aside: it names each customer.',
      'persona.discovery.identifier-number':
        '“{{attribute}}” is set aside: its numbers name each customer, they measure nothing. Say “number” if they do.',
      'persona.discovery.formula-cells':
        'In “{{attribute}}”, {{cells, number}} cells of the sample hold a formula instead of its value. It is never computed here: save the sheet with values only (or as XLSX, which keeps them).',
      'persona.discovery.free-text':
        '“{{attribute}}” is set aside: it is free text. Say “choice” if it holds a few answers that come back.',
      'persona.discovery.gives-outcome-away':
        '“{{attribute}}” is set aside: it gives away {{percent}} % of “{{other}}”. It is probably known only afterwards.',
      'persona.discovery.says-the-same':
        '“{{other}}” is set aside: it says exactly the same as “{{attribute}}”, and would count twice.',
      'persona.discovery.determine-each-other':
        '“{{attribute}}” and “{{other}}” say nearly the same ({{percent}} %): what they say counts twice. Keep one of them.',
      'persona.discovery.determines-another':
        '“{{attribute}}” gives away {{percent}} % of “{{other}}”: what they share counts twice. Consider keeping one of them.',
      'persona.discovery.move-together':
        '“{{attribute}}” and “{{other}}” move together (correlation {{correlation}}): what they say counts twice, and customers may be cut into slices along that line. Consider keeping one of them.',
      'persona.discovery.second-opinion-differs':
        'Another method groups these customers quite otherwise (agreement {{agreement}} of 1). These personas are one way to cut the table, not groups that stand apart.',
      'persona.discovery.cells-not-understood':
        'In “{{attribute}}”, {{cells, number}} cells could not be read and count as missing.',
      'persona.discovery.mostly-missing': '“{{attribute}}” is missing in {{percent}} % of rows.',
      'persona.discovery.largest-tried':
        '{{k}} personas is the largest number that was tried, and it is stable: there may be more. That does not make it a number one can work with; fewer may serve better.',
      'persona.discovery.one-attribute-decides':
        '“{{attribute}}” alone decides {{percent}} % of these personas: they are this column under another name. Take it out and look again.',
    },
  },
  fr: {
    problem: {
      'persona.discovery.too-few-rows':
        'Lignes utilisables\u202f: {{rows, number}}. Il en faut {{fewest}} pour chercher des personas. Ajoutez des clients au tableau.',
      'persona.discovery.too-few-attributes':
        'Colonnes qui peuvent distinguer les clients\u202f: {{usable}}. Il en faut {{fewest}}. Regardez les colonnes écartées\u202f: certaines peuvent se lire autrement.',
      'persona.discovery.too-many-rows':
        'Ce tableau a plus de {{most, number}} lignes. Envoyez-en un échantillon\u202f: au-delà, les personas ne changent plus.',
      'persona.discovery.too-many-columns':
        'Ce tableau a {{columns}} colonnes, et {{most, number}} au plus peuvent être examinées. Gardez celles qui décrivent les clients.',
      'persona.discovery.no-such-column':
        'Le tableau n’a pas de colonne «\u202f{{column}}\u202f» à laisser de côté. Ses colonnes\u202f: {{columns}}.',
      'persona.discovery.cancelled': 'La recherche de personas a été annulée\u202f: rien n’en est gardé.',
      'persona.discovery.not-found': 'Cette recherche de personas n’existe pas, ou a été supprimée.',
      'persona.discovery.interrupted':
        'Le serveur s’est arrêté pendant la recherche\u202f: rien n’en est gardé. Relancez-la.',
      'persona.discovery.unexpected':
        'La recherche dans {{file}} a échoué pour une raison qui nous revient\u202f: rien n’en est gardé. Relancez-la\u202f; si elle échoue encore, dites-le-nous.',
      'persona.discovery.nothing-found': 'Aucun persona n’a été trouvé ici\u202f: il n’y a rien à garder.',
      'persona.discovery.unknown-persona':
        '«\u202f{{persona}}\u202f» n’est pas un persona de cette recherche.',
      'persona.discovery.into-twice':
        'Deux personas proposés iraient dans le même persona. Réunissez-les d’abord, ou gardez-en un comme nouveau persona.',
      'persona.discovery.persona-twice':
        '«\u202f{{persona}}\u202f» est gardé deux fois. Chaque persona proposé ne va que dans un seul.',
      'persona.discovery.all-joined':
        'Tout est réuni en un seul persona\u202f: on ne pourrait distinguer personne. Gardez-en deux, ou laissez-en un.',
      'persona.questionnaire.not-found': 'Ce questionnaire n’existe pas, ou a été supprimé.',
      'persona.questionnaire.nothing-to-ask': 'Tout est retiré\u202f: gardez au moins une question à poser.',
      'persona.questionnaire.too-long':
        'Il n’y a pas {{length}} questions à poser\u202f: {{most, number}} au plus.',
      'persona.model.not-a-model':
        '{{file}} n’est ni un modèle de détection, ni ce qu’écrit «\u202fpersona discover --json\u202f».',
      'persona.model.not-found': 'Ce modèle de détection n’existe pas, ou a été supprimé.',
      'persona.model.expects-nothing':
        'Rien n’est encore attendu d’aucun persona. Indiquez au moins une réponse attendue.',
      'persona.model.needs-bins':
        'On ne peut rien attendre de «\u202f{{attribute}}\u202f» tel quel. Pour un nombre, dites où le couper (par exemple moins de 30, 30 à 60, plus de 60).',
      'persona.model.unknown-persona':
        'Une réponse est attendue de «\u202f{{persona}}\u202f», qui n’est pas dans ce modèle.',
      'persona.model.unknown-attribute':
        'Une réponse est attendue à «\u202f{{attribute}}\u202f», qui n’est pas dans ce modèle.',
      'persona.model.unknown-answer':
        '«\u202f{{answer}}\u202f» n’est pas une réponse à «\u202f{{attribute}}\u202f». Choisissez l’une de ses réponses.',
      'persona.discovery.question-found':
        '«\u202f{{attribute}}\u202f» est lu comme une question dont {{options}} options peuvent être cochées, une par colonne.',
      'persona.discovery.only-ticks-written':
        'Dans «\u202f{{attribute}}\u202f», seules les cases cochées sont écrites. Une ligne sans coche est lue comme une question non posée\u202f: le fichier ne permet pas de la distinguer de «\u202frien coché\u202f».',
      'persona.discovery.too-many-levels':
        '«\u202f{{attribute}}\u202f» est écarté\u202f: il a {{levels, number}} valeurs différentes, trop pour comparer des clients. Regroupez-les dans le fichier, ou dites ce que c’est.',
      'persona.discovery.levels-grouped':
        '«\u202f{{attribute}}\u202f» a {{levels, number}} valeurs différentes\u202f: les {{kept}} plus fréquentes ({{percent}}\u202f% des lignes) sont gardées, le reste compte comme «\u202fautre\u202f».',
      'persona.discovery.not-numbers':
        'Dans «\u202f{{attribute}}\u202f», {{cells, number}} cellules de l’échantillon ne sont pas des nombres et sont lues comme manquantes.',
      'persona.discovery.number-cut':
        '«\u202f{{attribute}}\u202f» vaut {{value}} dans {{percent}}\u202f% des lignes\u202f: il est lu par paliers plutôt que comme un nombre.',
      'persona.discovery.log-proposed':
        '«\u202f{{attribute}}\u202f» a quelques valeurs très grandes\u202f: son logarithme est utilisé. Choisissez «\u202ftel quel\u202f» si les écarts entre grands montants comptent autant qu’entre petits.',
      'persona.discovery.outcome-guessed':
        '«\u202f{{attribute}}\u202f» ressemble à un résultat (partir, annuler, acheter)\u202f: il ne participe pas. Les personas disent qui sont les clients\u202f; le résultat se lit ensuite par persona.',
      'persona.discovery.empty-column':
        '«\u202f{{attribute}}\u202f» est écarté\u202f: la colonne est vide. Si elle compte, remplissez-la dans le fichier.',
      'persona.discovery.constant-column':
        '«\u202f{{attribute}}\u202f» est écarté\u202f: il vaut «\u202f{{value}}\u202f» partout, donc ne distingue personne.',
      'persona.discovery.date-set-aside':
        '«\u202f{{attribute}}\u202f» est une date, écartée. Ne l’utilisez que si être plus tôt ou plus tard dit qui est le client.',
      'persona.discovery.identifier': '«\u202f{{attribute}}\u202f» est écarté\u202f: il nomme chaque client.',
      'persona.discovery.identifier-number':
        '«\u202f{{attribute}}\u202f» est écarté\u202f: ses nombres nomment chaque client, ils ne mesurent rien. Dites «\u202fnombre\u202f» s’ils mesurent.',
      'persona.discovery.formula-cells':
        'Dans «\u202f{{attribute}}\u202f», {{cells, number}} cellules de l’échantillon contiennent une formule au lieu de sa valeur. Elle n’est jamais calculée ici\u202f: enregistrez la feuille avec ses valeurs seules (ou en XLSX, qui les garde).',
      'persona.discovery.free-text':
        '«\u202f{{attribute}}\u202f» est écarté\u202f: c’est du texte libre. Dites «\u202fchoix\u202f» si quelques réponses y reviennent.',
      'persona.discovery.gives-outcome-away':
        '«\u202f{{attribute}}\u202f» est écarté\u202f: il révèle {{percent}}\u202f% de «\u202f{{other}}\u202f». Il n’est sans doute connu qu’après coup.',
      'persona.discovery.says-the-same':
        '«\u202f{{other}}\u202f» est écarté\u202f: il dit exactement la même chose que «\u202f{{attribute}}\u202f», et compterait double.',
      'persona.discovery.determine-each-other':
        '«\u202f{{attribute}}\u202f» et «\u202f{{other}}\u202f» disent presque la même chose ({{percent}}\u202f%)\u202f: cela compte double. Gardez l’un des deux.',
      'persona.discovery.determines-another':
        '«\u202f{{attribute}}\u202f» révèle {{percent}}\u202f% de «\u202f{{other}}\u202f»\u202f: ce qu’ils partagent compte double. Gardez plutôt l’un des deux.',
      'persona.discovery.move-together':
        '«\u202f{{attribute}}\u202f» et «\u202f{{other}}\u202f» varient ensemble (corrélation {{correlation}})\u202f: ce qu’ils disent compte double, et les clients peuvent être coupés en tranches le long de cette droite. Gardez plutôt l’un des deux.',
      'persona.discovery.second-opinion-differs':
        'Une autre méthode groupe ces clients tout autrement (accord de {{agreement}} sur 1). Ces personas sont une façon de découper le tableau, non des groupes qui se détachent.',
      'persona.discovery.cells-not-understood':
        'Dans «\u202f{{attribute}}\u202f», {{cells, number}} cellules n’ont pas pu être lues et comptent comme manquantes.',
      'persona.discovery.mostly-missing':
        '«\u202f{{attribute}}\u202f» manque dans {{percent}}\u202f% des lignes.',
      'persona.discovery.largest-tried':
        '{{k}} personas est le plus grand nombre essayé, et il est stable\u202f: il pourrait y en avoir davantage. On ne travaille pas toujours bien avec autant\u202f; un nombre plus petit peut mieux servir.',
      'persona.discovery.one-attribute-decides':
        '«\u202f{{attribute}}\u202f» décide à lui seul {{percent}}\u202f% de ces personas\u202f: ils sont cette colonne sous un autre nom. Retirez-le et regardez de nouveau.',
    },
  },
} as const;
