import { normalCdf, normalCritical } from './distributions.ts';
import type { Difference, Estimate, Interval } from './estimate.ts';

/** What MOVER needs of a figure. */
type Part = Interval & { readonly value: number };

/**
 * Difference first − second of any two figures of independent groups that already have intervals (weighted,
 * clustered …): MOVER, "method of variance estimates recovery" (Zou & Donner 2008, Statistics in Medicine 27,
 * 1693–1702), of which Newcombe's interval for shares is the special case. `p` is read from the side of the interval
 * that faces 0, and is below 1 − level exactly when the interval leaves out 0.
 * `weighted` compares the weighted figures; both must have one, and both must have the same level: anything else is
 * a mistake of the caller and throws.
 */
export function differenceOfEstimates(
  first: Estimate,
  second: Estimate,
  options: { readonly weighted?: boolean } = {},
): Difference {
  if (first.withheld) return second.withheld && second.n < first.n ? second : first;
  if (second.withheld) return second;
  if (first.level !== second.level) throw new Error('figures of different levels cannot be compared');
  const a: Part | undefined = options.weighted ? first.weighted : first;
  const b: Part | undefined = options.weighted ? second.weighted : second;
  if (!a || !b) throw new Error('a weighted comparison needs two weighted figures');
  const value = a.value - b.value;
  const down = Math.hypot(a.value - a.low, b.high - b.value);
  const up = Math.hypot(a.high - a.value, b.value - b.low);
  const facing = value > 0 ? down : up;
  const z = facing > 0 ? (normalCritical(first.level) * Math.abs(value)) / facing : Number.POSITIVE_INFINITY;
  return {
    withheld: false,
    value,
    low: value - down,
    high: value + up,
    p: value === 0 ? 1 : Math.min(1, 2 * normalCdf(-z)),
    n: [first.n, second.n],
    level: first.level,
    method: 'mover',
  };
}
