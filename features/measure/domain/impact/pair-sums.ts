import { z } from 'zod';
import { type BucketTable, bucketTable } from '#kit/statistics/bootstrap.ts';

/** What of a place may drive the answer: having passed it, or the mean score given there. */
export const predictorSchema = z.enum(['passed', 'score']);
export type Predictor = z.infer<typeof predictorSchema>;

/**
 * Sums over the customers of one bucket that have both: 0 is the answer (everybody has it), 1 … n a place that was passed (its value
 * is then 1) or scored. `a` ≤ `b`.
 */
export type MomentBucket = readonly {
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly sumA: number;
  readonly sumB: number;
  readonly sumOfProducts: number;
}[];

/** Cells of a pair a ≤ b: customers with both, Σ of the first, Σ of the second, Σ of their products. */
export const cellOf = (a: number, b: number): number => 4 * ((b * (b + 1)) / 2 + a);

/** Of two places passed, their product says all: it is how many passed both. */
const parts = (a: number, about: Predictor): readonly number[] =>
  about === 'passed' && a > 0 ? [3] : [0, 1, 2, 3];

export function momentTable(places: number, buckets: readonly MomentBucket[], about: Predictor): BucketTable {
  return bucketTable(
    cellOf(0, places + 1),
    buckets.map((rows) => ({
      cells: rows.flatMap(({ a, b }) => parts(a, about).map((part) => cellOf(a, b) + part)),
      values: rows.flatMap(({ a, n, sumA, sumB, sumOfProducts }) => {
        const sums = [n, sumA, sumB, sumOfProducts];
        return parts(a, about).map((part) => sums[part]!);
      }),
    })),
  );
}

/** Correlations of the places held, and of each with the answer, from sums. The arrays are those of the call before, written anew. */
export function correlations(held: readonly number[], about: Predictor) {
  const size = held.length;
  const matrix = new Float64Array(size * size);
  const withAnswer = new Float64Array(size);
  const spread = new Float64Array(size);
  const means = new Float64Array(size);
  return (sums: Float64Array) => {
    const n = sums[cellOf(0, 0)]!;
    const answer = sums[cellOf(0, 0) + 1]! / n;
    const ownAnswer = sums[cellOf(0, 0) + 3]! - n * answer * answer;
    held.forEach((place, at) => {
      const pair = cellOf(0, place);
      // Who did not pass counts as 0; who gave no score counts as the mean of those who did.
      means[at] = sums[pair + 2]! / (about === 'passed' ? n : Math.max(1, sums[pair]!));
    });
    const around = (a: number, b: number): number => {
      const pair = cellOf(held[a]!, held[b]!);
      return about === 'passed'
        ? sums[pair + 3]! - n * means[a]! * means[b]!
        : sums[pair + 3]! -
            means[a]! * sums[pair + 2]! -
            means[b]! * sums[pair + 1]! +
            sums[pair]! * means[a]! * means[b]!;
    };
    for (let at = 0; at < size; at++) {
      const own = around(at, at);
      spread[at] = own > 1e-9 * Math.max(1, means[at]! * means[at]! * n) ? Math.sqrt(own) : 0;
    }
    const answerSpread = ownAnswer > 1e-9 * Math.max(1, answer * answer * n) ? Math.sqrt(ownAnswer) : 0;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b <= a; b++) {
        const both = spread[a]! * spread[b]!;
        const r = a === b ? 1 : both > 0 ? around(b, a) / both : 0;
        matrix[a * size + b] = r;
        matrix[b * size + a] = r;
      }
      const pair = cellOf(0, held[a]!);
      const together =
        about === 'passed'
          ? sums[pair + 3]! - n * means[a]! * answer
          : sums[pair + 3]! -
            answer * sums[pair + 2]! -
            means[a]! * sums[pair + 1]! +
            sums[pair]! * answer * means[a]!;
      const both = spread[a]! * answerSpread;
      withAnswer[a] = both > 0 ? together / both : 0;
    }
    return {
      matrix,
      withAnswer,
      varies: Array.from(spread, (each) => each > 0),
      answerVaries: answerSpread > 0,
    };
  };
}
