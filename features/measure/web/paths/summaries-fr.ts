/** French words of typical and of winning journeys. */
export const summariesFr = {
  typical: {
    caption: 'Quelques parcours qui racontent tout le monde',
    sentence_one: '**Un parcours type** raconte {{journeys}}.',
    sentence_other: '**{{count}} parcours types** racontent {{journeys}}.',
    leaves:
      'Ce qu’ils laissent de côté\u202f: en moyenne, un parcours s’écarte de {{mean}} de celui qui le représente\u202f; {{far}} s’en écartent de la moitié ou plus.',
    unknown: 'trop peu pour dire combien',
    first: '{{people}} vivent à peu près ceci\u202f: {{path}} (entre {{low}} et {{high}}).',
    few: 'Moins de cinq parcours terminés passent par un lieu\u202f: aucun n’est typique.',
    fewCount: 'moins de 5',
    ofSample: '{{said}} de l’échantillon',
    row: '{{share}} ({{low}} à {{high}}) · {{count}} · {{time}}',
    rowFew: '{{count}} · {{time}}',
    spoken:
      '{{path}}\u202f: {{words}}. Suivi exactement\u202f: {{exact}}. Durée médiane {{time}}. Écart moyen {{apart}}.',
    stands: 'En représente',
    exact: 'Suivi exactement',
    apart: 'Écart moyen',
    sampled_one:
      'D’après {{said}} parcours tiré au sort, toujours le même\u202f: les chemins sont trop nombreux pour être tous lus.',
    sampled_other:
      'D’après {{said}} parcours tirés au sort, toujours les mêmes\u202f: les chemins sont trop nombreux pour être tous lus.',
    variants_one: 'Un seul chemin est résumé.',
    variants_other: '{{said}} chemins différents sont résumés.',
    underWay_one:
      '{{said}} parcours encore en cours est laissé de côté\u202f: on ne sait pas comment il finit.',
    underWay_other:
      '{{said}} parcours encore en cours sont laissés de côté\u202f: on ne sait pas comment ils finissent.',
    placeless_one: '{{said}} parcours ne passe par aucun lieu et est laissé de côté.',
    placeless_other: '{{said}} parcours ne passent par aucun lieu et sont laissés de côté.',
    definition:
      'Chaque parcours est représenté par celui des parcours types qui lui ressemble le plus\u202f: celui pour lequel il faut ajouter, retirer ou remplacer le moins de lieux (part du plus long des deux). Un parcours type ne garde que ce que partage presque tout son groupe\u202f: personne n’a forcément suivi ce chemin exact.',
    method:
      'k-médoïdes pondérés (FasterPAM) sur la distance de Levenshtein, puis amélioration lieu par lieu\u202f; tirages fixes. Entre 3 et 7, le nombre qui sépare le mieux les parcours (silhouette moyenne), chacun en représentant 2\u202f% au moins. Essayé\u202f: {{tried}}. Les 128 premiers lieux sont lus. Intervalle de Wilson à 95\u202f%.',
  },
  winning: {
    caption: 'Ce que font de plus ceux qui y arrivent',
    goal: 'Le but',
    start: 'À partir de',
    choose: 'Choisissez le but\u202f: le lieu que les parcours gagnants atteignent.',
    sentence: '**{{winners}}** atteignent {{goal}}\u202f; {{others}} n’y arrivent pas.',
    nobody:
      'Aucun de ces parcours n’atteint {{goal}} après un autre lieu\u202f: il n’y a rien à comparer. Choisissez un autre but.',
    fewWinners:
      'Moins de {{minimum}} parcours atteignent {{goal}}\u202f: c’est trop peu pour dire ce qu’ils font de plus.',
    fewOthers:
      'Moins de {{minimum}} parcours terminés n’atteignent pas {{goal}}\u202f: c’est trop peu pour comparer.',
    nothing: 'Aucun lieu n’est passé par assez de parcours pour être comparé.',
    more: '**{{points}} de plus** que les autres, avant le but, pour {{deed}} ({{range}}).',
    less: '**{{points}} de moins** que les autres, avant le but, pour {{deed}} ({{range}}).',
    noneSure_one: 'Un écart comparé\u202f: il peut tenir au hasard.',
    noneSure_other: '{{count}} écarts comparés\u202f: tous peuvent tenir au hasard.',
    association:
      'Une association, pas une cause\u202f: faire passer quelqu’un par là ne le mènerait pas forcément au but.',
    undecided_one:
      '{{said}} parcours en cours, pas encore au but, est laissé de côté\u202f: on ne sait pas encore.',
    undecided_other:
      '{{said}} parcours en cours, pas encore au but, sont laissés de côté\u202f: on ne sait pas encore.',
    atOnce_one: '{{said}} parcours commence par le but\u202f: il n’a rien avant.',
    atOnce_other: '{{said}} parcours commencent par le but\u202f: ils n’ont rien avant.',
    elsewhere_one: '{{said}} parcours ne passe pas par le départ, ou par aucun lieu.',
    elsewhere_other: '{{said}} parcours ne passent pas par le départ, ou par aucun lieu.',
    read: 'Les {{count}} premiers passages de chaque parcours sont comparés.',
    shown_one: 'L’image montre le plus grand écart\u202f; le tableau en compare {{all}}.',
    shown_other: 'L’image montre les {{count}} plus grands écarts\u202f; le tableau en compare {{all}}.',
    few: 'moins de cinq',
    fewDid_one:
      '{{count}} chose faite par moins de cinq parcours d’un côté n’est pas comparée\u202f: le tableau la nomme.',
    fewDid_other:
      '{{count}} choses faites par moins de cinq parcours d’un côté ne sont pas comparées\u202f: le tableau les nomme.',
    see: 'Voir ceux qui l’ont fait et arrivent',
    seeOf: 'Voir ceux qui arrivent après\u202f: {{deed}}',
    pass: 'passer par {{place}}',
    go: 'aller droit de {{place}} à {{to}}',
    return: 'repasser par {{place}}',
    spoken:
      '{{deed}}\u202f: {{winners}} de ceux qui arrivent, {{others}} des autres. Écart {{points}} ({{range}}). {{sure}}',
    deed: 'Ce qu’ils font avant le but',
    winners: 'Arrivent',
    others: 'Les autres',
    difference: 'Écart',
    p: 'p corrigé',
    sure: 'Au-delà du hasard',
    yes: 'oui',
    no: 'non',
    low: 'au moins',
    high: 'au plus',
    against: '{{winners}} de ceux qui arrivent, {{others}} des autres',
    axisLess: 'moins que les autres',
    axisMore: 'plus que les autres, en points',
    legend: 'Trait plein\u202f: écart sûr\u202f; pointillé\u202f: peut tenir au hasard',
    definition:
      'Des parcours qui atteignent le but, seul compte ce qui vient avant. Chacun est comparé aux autres sur le même nombre de passages\u202f: avoir vécu plus longtemps ne compte donc pas. Les autres sont ceux qui n’atteignent jamais le but et sont terminés.',
    method:
      'Différence de parts, intervalle de Newcombe à 95\u202f%, n effectif pour les autres, qui sont pondérés\u202f; p corrigé pour les {{count}} comparaisons (Benjamini–Hochberg). Sont comparés, sans regarder l’écart, les lieux, liens directs et retours d’au moins 2\u202f% des parcours, les 60 plus fréquents.',
  },
} as const;
