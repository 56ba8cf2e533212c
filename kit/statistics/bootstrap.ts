import { normalCdf, studentCritical } from './distributions.ts';
import { defaultLevel, type Estimate, type EstimateOptions, type Interval, withheld } from './estimate.ts';
import { createRandom } from './random.ts';

/**
 * The cluster bootstrap (Davison & Hinkley 1997, Bootstrap Methods and their Application, § 3.8): customers are shared out over
 * buckets once, by a hash of who they are, and whole buckets are drawn with replacement. Every figure that is a function of sums
 * over customers can then be drawn anew from a few hundred rows, whatever the number of customers.
 */

/** Sums of every bucket, cell by cell; only the cells that are not zero are kept. */
export type BucketTable = {
  /** Cells of a row. */
  readonly width: number;
  /** Where the cells of each bucket begin in `cells` and `values`; one more entry than there are buckets. */
  readonly starts: Int32Array;
  readonly cells: Int32Array;
  readonly values: Float64Array;
};

export type BucketRow = { readonly cells: readonly number[]; readonly values: readonly number[] };

/** Resamples of a figure on the page; with them the ends of an interval move by less than a tenth of its width. */
export const usualResamples = 1000;

export function bucketTable(width: number, rows: readonly BucketRow[]): BucketTable {
  const size = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const cells = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  rows.forEach((row, bucket) => {
    cells.set(row.cells, at);
    values.set(row.values, at);
    at += row.cells.length;
    starts[bucket + 1] = at;
  });
  return { width, starts, cells, values };
}

/** The sums of all buckets: the data as they are. */
export function wholeSums(table: BucketTable): Float64Array {
  const sums = new Float64Array(table.width);
  table.cells.forEach((cell, at) => {
    sums[cell]! += table.values[at]!;
  });
  return sums;
}

/**
 * Draws as many buckets as there are, with replacement, `times` times; hands the sums of each draw to `read`, which must not
 * keep them. Seeded: the same tables give the same draws everywhere. Several tables of the same buckets are drawn together.
 */
export function resample(
  tables: readonly BucketTable[],
  read: (sums: readonly Float64Array[]) => void,
  { times = usualResamples, seed = 1 }: { readonly times?: number; readonly seed?: number } = {},
): void {
  const buckets = (tables[0]?.starts.length ?? 1) - 1;
  const random = createRandom(seed);
  const weights = new Int32Array(buckets);
  const sums = tables.map(({ width }) => new Float64Array(width));
  for (let time = 0; time < times; time++) {
    weights.fill(0);
    for (let draw = 0; draw < buckets; draw++) weights[random.below(buckets)]! += 1;
    tables.forEach(({ starts, cells, values }, index) => {
      const into = sums[index]!.fill(0);
      for (let bucket = 0; bucket < buckets; bucket++) {
        const weight = weights[bucket]!;
        if (weight === 0) continue;
        for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++)
          into[cells[at]!]! += weight * values[at]!;
      }
    });
    read(sums);
  }
}

/**
 * Ends of the middle `level` of the draws, a little wider where the buckets are few: the expanded percentile interval (Hesterberg
 * 2015, "What teachers should know about the bootstrap", The American Statistician 69, 371–386, § 5.3), which for a mean is
 * Student's. Draws that are no number, where a resample had nobody to tell of, are left out.
 */
export function percentileInterval(
  draws: Float64Array,
  buckets: number,
  level: number = defaultLevel,
): Interval {
  const known = draws.filter((draw) => !Number.isNaN(draw)).sort();
  const freedom = Math.max(1, buckets - 1);
  const tail = normalCdf(-Math.sqrt((freedom + 1) / freedom) * studentCritical(level, freedom));
  const at = (share: number): number => {
    const place = Math.min(known.length - 1, Math.max(0, share * (known.length + 1) - 1));
    const below = known[Math.floor(place)] ?? Number.NaN;
    const above = known[Math.ceil(place)] ?? Number.NaN;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { low: at(tail), high: at(1 - tail) };
}

/** A figure with the percentile interval of its draws, which always holds the figure itself; withheld under the minimum n. */
export function drawnEstimate(
  value: number,
  draws: Float64Array,
  { n, buckets }: { readonly n: number; readonly buckets: number },
  options: EstimateOptions = {},
): Estimate {
  const level = options.level ?? defaultLevel;
  const hidden = withheld(n, options.minimum);
  if (hidden) return hidden;
  const { low, high } = percentileInterval(draws, buckets, level);
  return {
    withheld: false,
    value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    n,
    level,
    method: 'bootstrap',
  };
}
