import { normalCritical } from './distributions.ts';
import { defaultLevel, type Estimate, type EstimateOptions, type Interval, withheld } from './estimate.ts';

/** How often something happened: over how many units, how often in all, and Σ over units of the square of how often. */
export type CountSums = { readonly n: number; readonly total: number; readonly squares: number };

/**
 * Interval of the rate behind a count: the score interval of a Poisson mean, M + z²/2 ± z·√(M + z²/4) (Rao 1948; Barker 2002,
 * The American Statistician 56, 85–89). A unit that happens several times in a row is one piece of news: with the compound
 * Poisson dispersion φ = Σk²/Σk the interval is φ times that of M = total/φ (quasi-Poisson). φ = 1 where each counts once.
 */
export function countInterval({ total, squares }: CountSums, level: number = defaultLevel): Interval {
  if (total <= 0) return { low: 0, high: normalCritical(level) ** 2 };
  const dispersion = Math.max(1, squares / total);
  const z = normalCritical(level);
  const effective = total / dispersion;
  const half = z * Math.sqrt(effective + (z * z) / 4);
  return {
    low: dispersion * Math.max(0, effective + (z * z) / 2 - half),
    high: dispersion * (effective + (z * z) / 2 + half),
  };
}

/** A count with the interval of the rate behind it; withheld below the minimum of units. */
export function countEstimate(sums: CountSums, options: EstimateOptions = {}): Estimate {
  const { level = defaultLevel, designEffect = 1 } = options;
  const hidden = withheld(sums.n, options.minimum, designEffect);
  if (hidden) return hidden;
  return {
    withheld: false,
    value: sums.total,
    // Units that are alike add to the dispersion as one unit that counts several times does.
    ...countInterval({ ...sums, squares: sums.squares * designEffect }, level),
    n: sums.n,
    level,
    method: 'poisson-score',
  };
}
