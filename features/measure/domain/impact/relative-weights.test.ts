import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import { relativeWeights } from './relative-weights.ts';

/** Correlations of columns of numbers, the last one being the answer. */
function correlationsOf(columns: readonly (readonly number[])[]) {
  const standard = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const length = Math.hypot(...column.map((value) => value - mean));
    return column.map((value) => (value - mean) / length);
  });
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + value * b[at]!, 0);
  const predictors = standard.slice(0, -1);
  const answer = standard.at(-1)!;
  return {
    size: predictors.length,
    correlations: Float64Array.from(predictors.flatMap((a) => predictors.map((b) => product(a, b)))),
    withAnswer: Float64Array.from(predictors.map((a) => product(a, answer))),
  };
}

const weightsOf = (columns: readonly (readonly number[])[]): number[] => {
  const { correlations, withAnswer, size } = correlationsOf(columns);
  return [...relativeWeights(correlations.slice(), withAnswer, size)];
};

/** R² of the answer on some of the predictors, by elimination. */
function explained(
  { correlations, withAnswer, size }: ReturnType<typeof correlationsOf>,
  held: readonly number[],
) {
  const rows = held.map((i) => [...held.map((j) => correlations[i * size + j]!), withAnswer[i]!]);
  rows.forEach((row, at) => {
    for (const other of rows)
      if (other !== row) {
        const factor = other[at]! / row[at]!;
        row.forEach((value, column) => {
          other[column]! -= factor * value;
        });
      }
  });
  return rows.reduce((sum, row, at) => sum + (row.at(-1)! / row[at]!) * withAnswer[held[at]!]!, 0);
}

/** Dominance analysis: what each predictor adds to R², averaged over all orders (Lindeman, Merenda & Gold 1980). */
function dominance(all: ReturnType<typeof correlationsOf>): number[] {
  const { size } = all;
  const r2 = Array.from({ length: 2 ** size }, (_, set) =>
    explained(
      all,
      Array.from({ length: size }, (_, at) => at).filter((at) => set & (1 << at)),
    ),
  );
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return Array.from({ length: size }, (_, at) =>
    r2.reduce((sum, value, set) => {
      if (set & (1 << at)) return sum;
      const others = set.toString(2).replaceAll('0', '').length;
      return (
        sum +
        ((factorial(others) * factorial(size - 1 - others)) / factorial(size)) *
          (r2[set | (1 << at)]! - value)
      );
    }, 0),
  );
}

// Motor Trend 1974: cylinders, displacement, horsepower, gears; miles per gallon (the data set mtcars of R).
const cars = {
  cyl: [6, 6, 4, 6, 8, 6, 8, 4, 4, 6, 6, 8, 8, 8, 8, 8, 8, 4, 4, 4, 4, 8, 8, 8, 8, 4, 4, 4, 8, 6, 8, 4],
  disp: [
    160, 160, 108, 258, 360, 225, 360, 146.7, 140.8, 167.6, 167.6, 275.8, 275.8, 275.8, 472, 460, 440, 78.7,
    75.7, 71.1, 120.1, 318, 304, 350, 400, 79, 120.3, 95.1, 351, 145, 301, 121,
  ],
  hp: [
    110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150,
    150, 245, 175, 66, 91, 113, 264, 175, 335, 109,
  ],
  gear: [4, 4, 4, 3, 3, 3, 3, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 4, 4, 4, 3, 3, 3, 3, 3, 4, 5, 5, 5, 5, 5, 4],
  mpg: [
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4,
    30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ],
};

describe('relative weights', () => {
  it('are those that the package rwa of R prints for its example', () => {
    const weights = weightsOf([cars.cyl, cars.disp, cars.hp, cars.gear, cars.mpg]);
    [0.2284797, 0.2221469, 0.2321744, 0.0963886].forEach((printed, at) => {
      expect(weights[at]).toBeCloseTo(printed, 6);
    });
  });

  it('add up to R², are never negative, and stay close to dominance analysis', () => {
    const random = createRandom(6);
    for (let world = 0; world < 40; world++) {
      const size = 2 + random.below(5);
      const common = Array.from({ length: 200 }, () => random.normal());
      const predictors = Array.from({ length: size }, () => {
        const pull = random.next();
        return common.map((value) => pull * value + random.normal());
      });
      const slopes = predictors.map(() => random.normal());
      const answer = common.map((_, at) =>
        predictors.reduce((sum, column, number) => sum + slopes[number]! * column[at]!, 2 * random.normal()),
      );
      const columns = [...predictors, answer];
      const weights = weightsOf(columns);
      const all = correlationsOf(columns);
      const r2 = explained(all, [...predictors.keys()]);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(r2, 9);
      dominance(all).forEach((weight, at) => {
        expect(weights[at]).toBeGreaterThanOrEqual(0);
        expect(Math.abs(weights[at]! - weight)).toBeLessThan(0.06 * r2 + 1e-6);
      });
    }
  });

  it('are squared correlations where predictors do not go together, and the same for two that are one', () => {
    const free = relativeWeights(Float64Array.from([1, 0, 0, 1]), Float64Array.from([0.6, -0.3]), 2);
    expect([...free]).toEqual([expect.closeTo(0.36, 12), expect.closeTo(0.09, 12)]);
    const twins = relativeWeights(Float64Array.from([1, 1, 1, 1]), Float64Array.from([0.6, 0.6]), 2);
    expect([...twins]).toEqual([expect.closeTo(0.18, 9), expect.closeTo(0.18, 9)]);
  });

  it('follow a predictor wherever it stands in the list', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const columns = [cars.cyl, cars.disp, cars.hp, cars.gear];
        const usual = weightsOf([...columns, cars.mpg]);
        weightsOf([...order.map((at) => columns[at]!), cars.mpg]).forEach((weight, at) => {
          expect(weight).toBeCloseTo(usual[order[at]!]!, 9);
        });
      }),
      { numRuns: 10, seed: 1 },
    );
  });
});
