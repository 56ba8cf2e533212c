import type { Expression } from './parse.ts';

/** A value with its slope along each term: what it moves by when the term moves by one (forward-mode differentiation). */
export type Evaluated = { readonly value: number; readonly slopes: ReadonlyMap<string, number> };

/** What a term is in one period. */
export type TermFigure = {
  readonly value: number;
  /** Null: the bound is not known. */
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Where its people come from: figures of one origin may move together. */
  readonly origin: string;
};

/** The formula at these values; null where it divides by zero. */
export function evaluateFormula(expression: Expression, valueAt: (term: string) => number): Evaluated | null {
  switch (expression.is) {
    case 'number':
      return { value: expression.value, slopes: new Map() };
    case 'term':
      return { value: valueAt(expression.name), slopes: new Map([[expression.name, 1]]) };
    case 'negative': {
      const of = evaluateFormula(expression.of, valueAt);
      return of && combine(-of.value, [[of, -1]]);
    }
    case 'both': {
      const a = evaluateFormula(expression.left, valueAt);
      const b = evaluateFormula(expression.right, valueAt);
      if (!a || !b) return null;
      switch (expression.operator) {
        case '+':
          return combine(a.value + b.value, [
            [a, 1],
            [b, 1],
          ]);
        case '-':
          return combine(a.value - b.value, [
            [a, 1],
            [b, -1],
          ]);
        case '*':
          return combine(a.value * b.value, [
            [a, b.value],
            [b, a.value],
          ]);
        case '/':
          if (b.value === 0) return null;
          return combine(a.value / b.value, [
            [a, 1 / b.value],
            [b, -a.value / (b.value * b.value)],
          ]);
      }
    }
  }
}

function combine(value: number, parts: readonly (readonly [Evaluated, number])[]): Evaluated {
  const slopes = new Map<string, number>();
  for (const [part, factor] of parts)
    for (const [term, slope] of part.slopes) slopes.set(term, (slopes.get(term) ?? 0) + factor * slope);
  return { value, slopes };
}

/**
 * Bounds of a formula by the delta method, each side on its own (as MOVER does, so that skewed bounds stay skewed): a term moves
 * the formula by slope × the distance to its bound. Terms of different origins rest on different people: squares add. Terms of
 * one origin rest on the same people, and how they move together is not known: the worst case, their distances add, so that the
 * interval is never too narrow. Null where a term has no bound.
 */
export function formulaBounds(
  { value, slopes }: Evaluated,
  figureOf: (term: string) => TermFigure,
): { readonly low: number; readonly high: number } | null {
  const down = new Map<string, number>();
  const up = new Map<string, number>();
  for (const [term, slope] of slopes) {
    const figure = figureOf(term);
    if (slope === 0) continue;
    if (figure.low === null || figure.high === null) return null;
    const [below, above] = [figure.value - figure.low, figure.high - figure.value];
    const add = (side: Map<string, number>, distance: number) =>
      side.set(figure.origin, (side.get(figure.origin) ?? 0) + Math.abs(slope) * distance);
    add(down, slope > 0 ? below : above);
    add(up, slope > 0 ? above : below);
  }
  return { low: value - Math.hypot(...down.values()), high: value + Math.hypot(...up.values()) };
}
