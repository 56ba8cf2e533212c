import { binomialCdf, normalQuantile } from './distributions.ts';
import { defaultLevel, type Estimate, type EstimateOptions, effectiveMinimum, withheld } from './estimate.ts';

/** 1-based ranks in the sorted values; `null` when n is too small for such a bound to exist. */
export type Ranks = { readonly low: number | null; readonly high: number | null };

/** Smallest k with P(B ≤ k) ≥ target, B binomial (n, q). Starts from the normal guess: a few steps at any n. */
function binomialQuantile(target: number, n: number, q: number): number {
  const guess = Math.floor(n * q + normalQuantile(target) * Math.sqrt(n * q * (1 - q)));
  let k = Math.min(n, Math.max(0, guess));
  while (k > 0 && binomialCdf(k - 1, n, q) >= target) k--;
  while (k < n && binomialCdf(k, n, q) < target) k++;
  return k;
}

/**
 * Ranks of the two order statistics that hold the q-quantile between them with at least the given confidence,
 * whatever the distribution (Conover, Practical Nonparametric Statistics, 3rd ed., §3.2; table for medians in Altman
 * et al., Statistics with Confidence). With ties the confidence can only be higher. A query can pick the two values
 * by rank without bringing the rest.
 */
export function quantileRanks(n: number, q: number, level: number = defaultLevel): Ranks {
  const tail = (1 - level) / 2;
  // Largest l with P(B ≤ l − 1) ≤ tail; smallest u with P(B ≤ u − 1) ≥ 1 − tail.
  const atLeast = binomialQuantile(tail, n, q);
  const low = binomialCdf(atLeast, n, q) <= tail ? atLeast + 1 : atLeast;
  const high = binomialQuantile(1 - tail, n, q) + 1;
  return { low: low < 1 ? null : low, high: high > n ? null : high };
}

/** Smallest n at which both bounds exist: 6 for a median at 95 %, 36 for the first or ninth decile. */
export function smallestQuantileN(q: number, level: number = defaultLevel): number {
  const tail = (1 - level) / 2;
  return Math.ceil(Math.log(tail) / Math.log(Math.max(q, 1 - q)));
}

/** Sample quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996). */
export function sampleQuantile(sorted: ArrayLike<number>, q: number): number {
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const value = sorted[below]!;
  const above = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return value + (position - below) * (above - value);
}

/**
 * A quantile of complete (uncensored) values, sorted ascending, with the interval of {@link quantileRanks}. Withheld
 * below the minimum n, and below the n at which such an interval exists at all.
 */
export function quantileEstimate(
  sorted: ArrayLike<number>,
  q: number,
  options: EstimateOptions = {},
): Estimate {
  const level = options.level ?? defaultLevel;
  const n = sorted.length;
  const minimum = Math.max(effectiveMinimum(options.minimum), smallestQuantileN(q, level));
  const hidden = withheld(n, minimum);
  if (hidden) return hidden;
  const ranks = quantileRanks(n, q, level);
  return {
    withheld: false,
    value: sampleQuantile(sorted, q),
    low: sorted[(ranks.low ?? 1) - 1]!,
    high: sorted[(ranks.high ?? n) - 1]!,
    n,
    level,
    method: 'order-statistics',
  };
}

/** Median of complete values, sorted ascending. For durations of journeys still in progress use `survivalQuantile`. */
export const medianEstimate = (sorted: ArrayLike<number>, options: EstimateOptions = {}): Estimate =>
  quantileEstimate(sorted, 0.5, options);
