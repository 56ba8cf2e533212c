import { drawnEstimate, resample, usualResamples, wholeSums } from '#kit/statistics/bootstrap.ts';
import { normalCdf, normalCritical } from '#kit/statistics/distributions.ts';
import { defaultLevel, type Estimate } from '#kit/statistics/estimate.ts';
import { benjaminiHochberg } from '#kit/statistics/multiple.ts';
import { cellOf, correlations, type MomentBucket, momentTable, type Predictor } from './pair-sums.ts';
import { relativeWeights } from './relative-weights.ts';

export type Driver = {
  /** 0 … n−1. */
  readonly place: number;
  /** Customers who passed, or gave a score there. */
  readonly customers: number;
  /** Share of the variance of the answer that it tells, 0…1; all of them add up to R². */
  readonly weight: Estimate;
  /** Correlation with the answer, −1…1 (Fisher's z), with its p adjusted over all places. */
  readonly correlation: { readonly value: number; readonly low: number; readonly high: number };
  readonly adjustedP: number;
};

export type Drivers = {
  readonly customers: number;
  /** Share of the variance of the answer that all places tell together. */
  readonly explained: Estimate;
  /** The heaviest first. */
  readonly drivers: readonly Driver[];
};

/**
 * What of the places goes with the answer, and how much of it each tells (relative weights), with intervals over customers. A place
 * counts that at least the minimum of customers have, and, where it is having passed that counts, that as many have not. A customer
 * without a score at a place counts there as the mean of the others: nothing is known, nothing is told.
 */
export function satisfactionDrivers(
  places: number,
  buckets: readonly MomentBucket[],
  options: {
    readonly about: Predictor;
    readonly minimum: number;
    /** Of the journeys of one customer on a correlation: they count as fewer. */
    readonly designEffect?: number;
    readonly times?: number;
  },
): Drivers {
  const { about, minimum, designEffect = 1, times = usualResamples } = options;
  const table = momentTable(places, buckets, about);
  const whole = wholeSums(table);
  const customers = whole[cellOf(0, 0)]!;
  const held = Array.from({ length: places }, (_, place) => place + 1).filter((place) => {
    const n = whole[cellOf(0, place)]!;
    return n >= minimum && (about === 'score' || customers - n >= minimum);
  });
  const correlate = correlations(held, about);
  const now = correlate(whole);
  const varies = held.filter((_, at) => now.varies[at]!);
  if (customers < minimum || varies.length === 0 || !now.answerVaries)
    return { customers, explained: { withheld: true, n: customers, minimum }, drivers: [] };
  const size = held.length;
  const withAnswer = now.withAnswer.slice();
  const weights = relativeWeights(now.matrix, withAnswer, size);
  const drawn = held.map(() => new Float64Array(times).fill(Number.NaN));
  const drawnWhole = new Float64Array(times).fill(Number.NaN);
  let draw = 0;
  resample(
    [table],
    ([sums]) => {
      const then = correlate(sums!);
      if (then.answerVaries) {
        const own = relativeWeights(then.matrix, then.withAnswer, size);
        own.forEach((weight, at) => {
          drawn[at]![draw] = weight;
        });
        drawnWhole[draw] = sum(own);
      }
      draw++;
    },
    { times },
  );
  const of = { n: customers, buckets: buckets.length };
  const tests = held.map((_, at) => fisher(withAnswer[at]!, customers / designEffect));
  const adjusted = benjaminiHochberg(tests.map(({ p }) => p));
  return {
    customers,
    explained: drawnEstimate(sum(weights), drawnWhole, of, { minimum }),
    drivers: held
      .map(
        (place, at): Driver => ({
          place: place - 1,
          customers: whole[cellOf(0, place)]!,
          weight: drawnEstimate(weights[at]!, drawn[at]!, of, { minimum }),
          correlation: tests[at]!.correlation,
          adjustedP: adjusted[at]!,
        }),
      )
      .filter((_, at) => now.varies[at]!)
      .toSorted((a, b) => weightOf(b.weight) - weightOf(a.weight) || a.place - b.place),
  };
}

const weightOf = (estimate: Estimate): number => (estimate.withheld ? 0 : estimate.value);
const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/** Interval and test of a correlation of `n` customers by Fisher's z (Fisher 1921, Metron 1, 3–32). */
function fisher(r: number, n: number) {
  const z = Math.atanh(Math.max(-1 + 1e-12, Math.min(1 - 1e-12, r)));
  const error = 1 / Math.sqrt(Math.max(1, n - 3));
  const half = normalCritical(defaultLevel) * error;
  return {
    correlation: { value: r, low: Math.tanh(z - half), high: Math.tanh(z + half) },
    p: Math.min(1, 2 * normalCdf(-Math.abs(z) / error)),
  };
}
