import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import { momentBuckets, scoringCustomers } from '#testing/planted-scores.ts';
import { satisfactionDrivers } from './drivers.ts';
import { peakAndEnd } from './peak-end.ts';
import { relativeWeights } from './relative-weights.ts';

const minimum = 5;

/** Weights in the population: slopes, a mood shared by all places, noise of deviation 1. */
function truth(slopes: readonly number[], together: number) {
  const size = slopes.length;
  const r = (a: number, b: number) => (a === b ? 1 : together);
  const withAnswer = slopes.map((_, a) => slopes.reduce((sum, slope, b) => sum + slope * r(a, b), 0));
  const variance = 1 + slopes.reduce((sum, slope, at) => sum + slope * withAnswer[at]!, 0);
  const correlations = Float64Array.from(slopes.flatMap((_, a) => slopes.map((__, b) => r(a, b))));
  return relativeWeights(
    correlations,
    Float64Array.from(withAnswer, (value) => value / Math.sqrt(variance)),
    size,
  );
}

describe('the drivers of satisfaction', () => {
  it('have intervals that hold the weights of the population 95 times in 100, and add up to R²', () => {
    const slopes = [0.5, 0.3, 0.1, 0.2];
    const weights = truth(slopes, 0.4);
    const random = createRandom(3);
    let held = 0;
    const worlds = 120;
    for (let world = 0; world < worlds; world++) {
      const customers = scoringCustomers(slopes, 250, random);
      const found = satisfactionDrivers(
        4,
        momentBuckets(customers, () => random.below(200)),
        {
          about: 'score',
          minimum,
          times: 200,
        },
      );
      let all = 0;
      for (const { place, weight } of found.drivers) {
        if (weight.withheld) throw new Error('a weight is withheld');
        all += weight.value;
        if (weight.low <= weights[place]! && weights[place]! <= weight.high) held++;
      }
      expect(found.explained).toMatchObject({ value: expect.closeTo(all, 9) });
    }
    expect(held / (4 * worlds)).toBeGreaterThan(0.92);
    expect(held / (4 * worlds)).toBeLessThan(0.98);
  });

  it('put the places that matter first, and find nothing in 19 of 20 worlds where none does', () => {
    const random = createRandom(8);
    const some = scoringCustomers([0, 0.6, 0, 0.35, 0], 1500, random, 0);
    const found = satisfactionDrivers(
      5,
      momentBuckets(some, () => random.below(200)),
      { about: 'score', minimum, times: 2 },
    );
    expect(found.drivers.slice(0, 2).map(({ place }) => place)).toEqual([1, 3]);
    let worlds = 0;
    for (let world = 0; world < 200; world++) {
      const none = scoringCustomers([0, 0, 0, 0, 0], 100, random);
      const { drivers } = satisfactionDrivers(
        5,
        momentBuckets(none, (at) => at % 20),
        { about: 'score', minimum, times: 1 },
      );
      if (drivers.some(({ adjustedP }) => adjustedP < 0.05)) worlds++;
    }
    expect(worlds / 200).toBeLessThanOrEqual(0.05 + 1.96 * Math.sqrt((0.05 * 0.95) / 200));
  });

  it('read having passed as yes or no, and a missing score as the mean', () => {
    const passed = [
      ...Array.from({ length: 20 }, () => ({ answer: 2, values: [1, undefined] })),
      ...Array.from({ length: 20 }, () => ({ answer: 4, values: [undefined, 1] })),
    ];
    const yes = satisfactionDrivers(
      2,
      momentBuckets(passed, (at) => at),
      { about: 'passed', minimum, times: 20 },
    );
    expect(yes.drivers.map(({ correlation }) => Math.round(correlation.value))).toEqual([-1, 1]);
    const scored = Array.from({ length: 40 }, (_, at) => ({
      answer: at % 4,
      values: [at % 2 === 0 ? at % 4 : undefined, 3],
    }));
    const told = satisfactionDrivers(
      2,
      momentBuckets(scored, (at) => at),
      { about: 'score', minimum, times: 20 },
    );
    // The second place does not vary; half of the customers know nothing of the first.
    expect(told.drivers.map(({ place }) => place)).toEqual([0]);
    expect(told.drivers[0]).toMatchObject({
      customers: 20,
      correlation: { value: expect.closeTo(Math.sqrt(0.4), 9) },
    });
  });

  it('are withheld where too few answer, or all answer the same', () => {
    const few = scoringCustomers([1, 1], 29, createRandom(1));
    expect(
      satisfactionDrivers(
        2,
        momentBuckets(few, (at) => at),
        { about: 'score', minimum: 30 },
      ),
    ).toEqual({
      customers: 29,
      explained: { withheld: true, n: 29, minimum: 30 },
      drivers: [],
    });
    const same = few.map((customer) => ({ ...customer, answer: 3 }));
    expect(
      satisfactionDrivers(
        2,
        momentBuckets(same, (at) => at),
        { about: 'score', minimum },
      ).drivers,
    ).toEqual([]);
    expect(satisfactionDrivers(2, [], { about: 'score', minimum }).drivers).toEqual([]);
  });
});

describe('peak and end', () => {
  /** Customers with six scores; the answer follows what `from` says of them. */
  const lived = (from: (scores: readonly number[]) => number, customers: number, seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: customers }, () => {
      const scores = Array.from({ length: 6 }, () => random.below(5));
      const mean = scores.reduce((sum, score) => sum + score, 0) / 6;
      const peak = scores.toSorted((a, b) => Math.abs(b - 2) - Math.abs(a - 2) || a - b)[0]!;
      const end = scores.at(-1)!;
      return {
        answer: from(scores) + random.normal(),
        values: [scores[0]!, Math.min(...scores), Math.max(...scores), end, (peak + end) / 2, mean],
      };
    });
  };

  it('are said to tell more than the mean where they do, less where they do not, nothing where all is noise', () => {
    const gapOf = (from: (scores: readonly number[]) => number) =>
      peakAndEnd(
        momentBuckets(lived(from, 1200, 5), (at) => at % 200),
        { minimum: 30, times: 300 },
      ).memories.find(({ of }) => of === 'end')!.overMean!;
    const byEnd = gapOf((scores) => scores.at(-1)!);
    expect(byEnd.low).toBeGreaterThan(0);
    expect(byEnd.adjustedP).toBeLessThan(0.05);
    const byMean = gapOf((scores) => scores.reduce((sum, score) => sum + score, 0) / 3);
    expect(byMean.high).toBeLessThan(0);
    expect(gapOf(() => 0).adjustedP).toBeGreaterThan(0.05);
  });

  it('are not told of too few customers', () => {
    const few = momentBuckets(
      lived(() => 0, 20, 5),
      (at) => at,
    );
    expect(peakAndEnd(few, { minimum: 30 })).toEqual({ customers: 20, memories: [] });
  });
});
