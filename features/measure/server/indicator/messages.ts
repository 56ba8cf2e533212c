/** Sentences of the problems of indicators; `{{name}}` are parameters. */
export const messages = {
  en: {
    problem: {
      'indicator.not-found': 'This indicator does not exist, or has been deleted.',
      'dashboard.not-found': 'This dashboard does not exist, or has been deleted.',
      'indicator.undated':
        'The survey {{survey}} does not say when its answers were given, so they belong to no month. Choose its column of dates, or another survey.',
      'indicator.no-such-score':
        'The survey {{survey}} has no score “{{column}}” to be read like this any more. Choose another question.',
      'indicator.term-missing':
        'The indicator that {{letter}} stands for in the formula is no longer there. Choose another for {{letter}}.',
      'indicator.cycle': 'This formula leads back to itself: {{names}}. Take one of them out.',
      'formula.empty': 'The formula is empty. Write one such as A / B.',
      'formula.no-letter': 'The formula names no indicator. Put at least one letter in it, such as A.',
      'formula.sign':
        'The sign “{{sign}}” (at {{at}}) cannot be read. Use letters, numbers, + − × ÷ and parentheses.',
      'formula.unexpected': '“{{found}}” cannot stand there (at {{at}}).',
      'formula.ended': 'The formula stops too early: something is missing at its end.',
      'formula.open': 'The parenthesis opened at {{at}} is never closed.',
      'formula.unknown': 'The letter {{letter}} (at {{at}}) stands for no indicator. Choose one for it.',
      'formula.too-deep': 'The formula has too many parentheses inside one another.',
    },
  },
  fr: {
    problem: {
      'indicator.not-found': 'Cet indicateur n’existe pas, ou a été supprimé.',
      'dashboard.not-found': 'Ce tableau de bord n’existe pas, ou a été supprimé.',
      'indicator.undated':
        'L’enquête {{survey}} ne dit pas quand les réponses ont été données\u202f: elles ne sont d’aucun mois. Indiquez sa colonne de dates, ou choisissez une autre enquête.',
      'indicator.no-such-score':
        'L’enquête {{survey}} n’a plus de question «\u202f{{column}}\u202f» qui se lise ainsi. Choisissez-en une autre.',
      'indicator.term-missing':
        'L’indicateur que {{letter}} représente dans la formule n’existe plus. Choisissez-en un autre pour {{letter}}.',
      'indicator.cycle': 'Cette formule ramène à elle-même\u202f: {{names}}. Retirez-en un.',
      'formula.empty': 'La formule est vide. Écrivez par exemple A / B.',
      'formula.no-letter': 'La formule ne nomme aucun indicateur. Mettez-y au moins une lettre, comme A.',
      'formula.sign':
        'Le signe «\u202f{{sign}}\u202f» (au rang {{at}}) ne se lit pas. Utilisez des lettres, des nombres, + − × ÷ et des parenthèses.',
      'formula.unexpected': '«\u202f{{found}}\u202f» ne peut pas se trouver là (au rang {{at}}).',
      'formula.ended': 'La formule s’arrête trop tôt\u202f: il manque quelque chose à la fin.',
      'formula.open': 'La parenthèse ouverte au rang {{at}} n’est jamais fermée.',
      'formula.unknown':
        'La lettre {{letter}} (au rang {{at}}) ne représente aucun indicateur. Choisissez-en un pour elle.',
      'formula.too-deep': 'La formule a trop de parenthèses les unes dans les autres.',
    },
  },
} as const;
