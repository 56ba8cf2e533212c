import { describe, expect, it } from 'vitest';
import { bucketTable, drawnEstimate, percentileInterval, resample, wholeSums } from './bootstrap.ts';
import { meanInterval } from './mean.ts';
import { createRandom } from './random.ts';

/** Customers with one number each, counted and added up per bucket. */
const tableOf = (values: readonly number[], buckets: number) =>
  bucketTable(
    2,
    Array.from({ length: buckets }, (_, bucket) => {
      const own = values.filter((_, at) => at % buckets === bucket);
      return { cells: [0, 1], values: [own.length, own.reduce((sum, value) => sum + value, 0)] };
    }),
  );

const drawsOfMean = (table: ReturnType<typeof tableOf>, times: number, seed = 1): Float64Array => {
  const draws: number[] = [];
  resample([table], ([sums]) => draws.push(sums![1]! / sums![0]!), { times, seed });
  return Float64Array.from(draws);
};

describe('the bootstrap over buckets of customers', () => {
  it('gives for a mean the interval of Student, within what a thousand draws can tell', () => {
    const random = createRandom(4);
    const values = Array.from({ length: 4000 }, () => 3 + random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    const table = tableOf(values, 200);
    expect([...wholeSums(table)]).toEqual([4000, expect.closeTo(4000 * mean, 6)]);
    const { low, high } = percentileInterval(drawsOfMean(table, 4000), 200);
    const plain = meanInterval(mean, sd, values.length);
    expect((high - low) / (plain.high - plain.low)).toBeGreaterThan(0.85);
    expect((high - low) / (plain.high - plain.low)).toBeLessThan(1.15);
  });

  it('holds the mean of skewed values 95 times in 100, with as few as forty customers', () => {
    const random = createRandom(9);
    let held = 0;
    const worlds = 600;
    for (let world = 0; world < worlds; world++) {
      const values = Array.from({ length: 40 }, () => random.next() ** 2);
      const { low, high } = percentileInterval(drawsOfMean(tableOf(values, 40), 250, world), 40);
      if (low <= 1 / 3 && 1 / 3 <= high) held++;
    }
    expect(held / worlds).toBeGreaterThan(0.93);
    expect(held / worlds).toBeLessThan(0.97);
  });

  it('draws the same every time, leaves out draws of nobody, and withholds figures of too few', () => {
    const table = tableOf([1, 2, 3, 4, 5, 6], 6);
    expect(drawsOfMean(table, 50)).toEqual(drawsOfMean(table, 50));
    const some = Float64Array.from([Number.NaN, 2, 1, Number.NaN, 3]);
    expect(percentileInterval(some, 6)).toEqual({ low: 1, high: 3 });
    expect(drawnEstimate(5, some, { n: 30, buckets: 6 })).toMatchObject({ low: 1, value: 5, high: 5 });
    expect(drawnEstimate(5, some, { n: 29, buckets: 6 })).toMatchObject({ withheld: true });
  });
});
