import type { Estimate, EstimateOptions } from '#kit/statistics/estimate.ts';
import { shareEstimate } from '#kit/statistics/share.ts';

/** Journeys that pass two places (1 … n), and that first pass both within the time asked. */
export type PairCount = {
  readonly one: number;
  readonly other: number;
  readonly both: number;
  readonly close: number;
};

export type RedundantPair = {
  readonly one: number;
  readonly other: number;
  /** Share of those who pass one of the two that pass both, and of these, share that first pass both within the time. */
  readonly together: Estimate;
  readonly close: Estimate;
};

/** "Nearly always": at least four in five, the chance of the sample allowed for. */
const nearlyAlways = 0.8;

/**
 * Candidates for redundancy: two places that nearly always happen to the same customers, within a short time. Candidates only: a
 * request and its receipt are one after the other and both needed. `journeysAt`: journeys that pass place n, at n − 1.
 */
export function redundantPairs(
  pairs: readonly PairCount[],
  journeysAt: readonly number[],
  options: EstimateOptions,
): RedundantPair[] {
  const size = (estimate: Estimate): number => (estimate.withheld ? 0 : estimate.low);
  return pairs
    .map(({ one, other, both, close }) => ({
      one,
      other,
      together: shareEstimate(
        both,
        (journeysAt[one - 1] ?? 0) + (journeysAt[other - 1] ?? 0) - both,
        options,
      ),
      close: shareEstimate(close, both, options),
    }))
    .filter(({ together, close }) => size(together) >= nearlyAlways && size(close) >= nearlyAlways)
    .toSorted((a, b) => size(b.together) * size(b.close) - size(a.together) * size(a.close) || a.one - b.one);
}
