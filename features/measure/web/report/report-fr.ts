import type { reportEn } from './report-en.ts';

export const reportFr: typeof reportEn = {
  title: 'Rapport pour le comité expérience client',
  titleOf: 'Comité expérience client, {{month}}',
  file: 'Comité expérience client {{month}}',
  facts: '{{workspace}} · fait le {{day}}',
  simulated: 'données simulées',
  loading: 'Calcul en cours…',
  pdf: 'Enregistrer en PDF',
  print: 'Imprimer',
  month: 'Mois',
  earlier: 'Mois d’avant',
  later: 'Mois d’après',
  lead: {
    none: 'Aucun indicateur n’est encore suivi\u202f: il n’y a rien à rapporter. Suivez d’abord un chiffre.',
    moved_one: '{{count}} indicateur sur {{all}} a bougé au-delà du bruit.',
    moved_other: '{{count}} indicateurs sur {{all}} ont bougé au-delà du bruit.',
    still: 'Aucun des {{all}} indicateurs n’a bougé au-delà du bruit.',
    look_one: '{{count}} est à regarder.',
    look_other: '{{count}} sont à regarder.',
  },
  sections: {
    moved: 'Ce qui a bougé au-delà du bruit',
    look: 'Ce qu’il faut regarder',
    steady: 'Ce qui n’a pas bougé au-delà du bruit',
    silent: 'Sans chiffre ce mois-ci',
  },
  silent: 'Aucune période terminée ne finit dans ce mois.',
  movedWell: 'C’est dans le bon sens.',
  movedBadly: 'C’est dans le mauvais sens.',
  notes: {
    noise_one:
      'Au-delà du bruit\u202f: la différence avec la période d’avant exclut zéro à 95\u202f%, corrigée pour {{count}} comparaison (Benjamini–Hochberg).',
    noise_other:
      'Au-delà du bruit\u202f: la différence avec la période d’avant exclut zéro à 95\u202f%, corrigée pour {{count}} comparaisons (Benjamini–Hochberg).',
    over: 'Seules les périodes terminées sont dites. Une différence dit qu’un chiffre a bougé, pas pourquoi.',
  },
  journeys: 'Les parcours commencés dans cette période',
};
