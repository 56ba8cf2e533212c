import { drawnEstimate, resample, usualResamples, wholeSums } from '#kit/statistics/bootstrap.ts';
import type { Estimate } from '#kit/statistics/estimate.ts';
import { benjaminiHochberg } from '#kit/statistics/multiple.ts';
import { cellOf, correlations, type MomentBucket, momentTable } from './pair-sums.ts';

/**
 * What may be remembered of the scores a customer gave before the answer. Peak and end: the mean of the score farthest from the middle
 * of the scale and of the last one (Fredrickson & Kahneman 1993, Journal of Personality and Social Psychology 65, 45–55).
 */
export const experiences = ['first', 'worst', 'best', 'end', 'peakEnd', 'mean'] as const;
export type Experience = (typeof experiences)[number];
/** With fewer scores first, peak, end and mean are nearly the same thing. */
export const fewestScores = 3;

export type Memory = {
  readonly of: Experience;
  /** Share of the variance of the answer that it tells alone. */
  readonly explained: Estimate;
  /** The same less that of the mean; null for the mean itself. */
  readonly overMean: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly adjustedP: number;
  } | null;
};

/**
 * Does the peak, the end or the beginning tell more of the answer than the mean does? Tested on the same customers, by resampling
 * them; adjusted over all that are compared. Empty under the minimum, or where nothing varies.
 */
export function peakAndEnd(
  buckets: readonly MomentBucket[],
  options: { readonly minimum: number; readonly times?: number },
): { readonly customers: number; readonly memories: Memory[] } {
  const { minimum, times = usualResamples } = options;
  const table = momentTable(experiences.length, buckets, 'passed');
  const whole = wholeSums(table);
  const customers = whole[cellOf(0, 0)]!;
  const correlate = correlations(
    experiences.map((_, at) => at + 1),
    'passed',
  );
  const now = correlate(whole);
  if (customers < minimum || !now.answerVaries || now.varies.includes(false))
    return { customers, memories: [] };
  const told = Float64Array.from(now.withAnswer, (r) => r * r);
  const drawn = experiences.map(() => new Float64Array(times).fill(Number.NaN));
  let draw = 0;
  resample(
    [table],
    ([sums]) => {
      const then = correlate(sums!);
      if (then.answerVaries)
        then.withAnswer.forEach((r, at) => {
          drawn[at]![draw] = r * r;
        });
      draw++;
    },
    { times },
  );
  const mean = experiences.indexOf('mean');
  const of = { n: customers, buckets: buckets.length };
  const gaps = experiences.slice(0, mean).map((_, at) => {
    const own = drawn[at]!.map((value, index) => value - drawn[mean]![index]!);
    const known = own.filter((value) => !Number.isNaN(value));
    const below = known.filter((value) => value <= 0).length;
    const above = known.filter((value) => value >= 0).length;
    const estimate = drawnEstimate(told[at]! - told[mean]!, own, of, { minimum });
    return { estimate, p: Math.min(1, (2 * (Math.min(below, above) + 1)) / (known.length + 1)) };
  });
  const adjusted = benjaminiHochberg(gaps.map(({ p }) => p));
  return {
    customers,
    memories: experiences.map((name, at) => {
      const gap = gaps[at]?.estimate;
      return {
        of: name,
        explained: drawnEstimate(told[at]!, drawn[at]!, of, { minimum }),
        overMean:
          gap === undefined || gap.withheld
            ? null
            : { value: gap.value, low: gap.low, high: gap.high, adjustedP: adjusted[at]! },
      };
    }),
  };
}
