/**
 * Answers that have an order people know, low to high. Within a step, other ways to say the same. Lower case.
 */
const scales: readonly (readonly (readonly string[])[])[] = [
  [
    ['never', 'jamais'],
    ['rarely', 'seldom', 'rarement'],
    ['sometimes', 'occasionally', 'parfois', 'quelquefois', 'de temps en temps'],
    ['often', 'frequently', 'souvent', 'régulièrement', 'regularly'],
    ['very often', 'très souvent'],
    ['always', 'toujours'],
  ],
  [
    ['none', 'aucun', 'aucune', 'nul', 'nulle'],
    ['very low', 'très faible', 'très bas', 'très basse'],
    ['low', 'faible', 'bas', 'basse'],
    ['medium', 'moderate', 'average', 'moyen', 'moyenne', 'modéré', 'modérée'],
    ['high', 'élevé', 'élevée', 'fort', 'forte', 'haut', 'haute'],
    ['very high', 'très élevé', 'très élevée', 'très fort', 'très forte', 'très haut'],
  ],
  [
    ['strongly disagree', 'totally disagree', 'pas du tout d’accord', "pas du tout d'accord", 'pas du tout'],
    [
      'disagree',
      'somewhat disagree',
      'plutôt pas d’accord',
      "plutôt pas d'accord",
      "pas d'accord",
      'plutôt pas',
    ],
    [
      'neutral',
      'neither agree nor disagree',
      'ni d’accord ni pas d’accord',
      "ni d'accord ni pas d'accord",
      'neutre',
    ],
    ['agree', 'somewhat agree', 'plutôt d’accord', "plutôt d'accord", "d'accord", 'plutôt'],
    ['strongly agree', 'totally agree', 'tout à fait d’accord', "tout à fait d'accord", 'tout à fait'],
  ],
  [
    [
      'very dissatisfied',
      'very unsatisfied',
      'très insatisfait',
      'très insatisfaite',
      'pas du tout satisfait',
    ],
    ['dissatisfied', 'unsatisfied', 'insatisfait', 'insatisfaite', 'plutôt pas satisfait', 'peu satisfait'],
    ['neutral', 'neither satisfied nor dissatisfied', 'neutre', 'ni satisfait ni insatisfait'],
    ['satisfied', 'satisfait', 'satisfaite', 'plutôt satisfait', 'plutôt satisfaite'],
    ['very satisfied', 'très satisfait', 'très satisfaite'],
  ],
  [
    ['very poor', 'very bad', 'très mauvais', 'très mauvaise'],
    ['poor', 'bad', 'mauvais', 'mauvaise'],
    ['fair', 'average', 'passable', 'moyen', 'moyenne'],
    ['good', 'bon', 'bonne'],
    ['very good', 'très bon', 'très bonne'],
    ['excellent', 'excellente'],
  ],
  [['xs'], ['s'], ['m'], ['l'], ['xl'], ['xxl']],
  [
    ['small', 'petit', 'petite'],
    ['medium', 'moyen', 'moyenne'],
    ['large', 'big', 'grand', 'grande'],
  ],
  [['bronze'], ['silver', 'argent'], ['gold', 'or'], ['platinum', 'platine'], ['diamond', 'diamant']],
  [
    ['daily', 'every day', 'quotidien', 'tous les jours'],
    ['weekly', 'every week', 'hebdomadaire', 'toutes les semaines'],
    ['monthly', 'every month', 'mensuel', 'tous les mois'],
    ['quarterly', 'trimestriel'],
    ['yearly', 'annual', 'annuel', 'tous les ans'],
  ],
];

const stepOf = scales.map(
  (steps) => new Map(steps.flatMap((words, step) => words.map((word) => [word, step] as const))),
);

/** Position of bands and numbered answers: `18-24`, `65+`, `moins de 18 ans`, `1 - pas du tout`, `< 20 k€`. */
function bandOf(value: string): number | null {
  const text = value.toLowerCase().replace(/\u00a0|\u202f/g, ' ');
  const first = /\d+(?:[ .,]\d{3})*(?:[.,]\d+)?/.exec(text);
  if (!first) return null;
  const number = Number(first[0].replace(/[ ,](?=\d{3})/g, '').replace(',', '.'));
  if (/^\s*(<|≤|moins|under|below|less|jusqu|up to)/.test(text)) return number - 0.5;
  if (/^\s*(>|≥|plus|over|above|more)/.test(text)) return number + 0.5;
  const rest = text.slice(first.index + first[0].length);
  const band = /^\s*(-|–|à|to|et|and|\+|ans et plus|and over|and more|or more|ou plus)/.test(rest);
  const numbered = first.index === 0 && /^\s*[-–.:)=]\s*\D/.test(rest);
  return band || numbered ? number : null;
}

/**
 * The values of a column in the order people give them, low to high; null when no order is known for all of them.
 * Needs at least three different values.
 */
export function orderOf(values: readonly string[]): string[] | null {
  if (values.length < 3) return null;
  const sorted = (rank: (value: string) => number | null | undefined): string[] | null => {
    const ranks = new Map<string, number>();
    for (const value of values) {
      const at = rank(value);
      if (at === null || at === undefined) return null;
      ranks.set(value, at);
    }
    if (new Set(ranks.values()).size < values.length) return null;
    return values.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
  };
  for (const steps of stepOf) {
    const order = sorted((value) => steps.get(value.trim().toLowerCase()));
    if (order) return order;
  }
  return sorted(bandOf);
}
