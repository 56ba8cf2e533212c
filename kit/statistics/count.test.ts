import { describe, expect, it } from 'vitest';
import { countEstimate, countInterval } from './count.ts';
import { createRandom, type Random } from './random.ts';

/** Knuth's product method in pieces of 30: exact, and fast enough. */
function poisson(random: Random, mean: number): number {
  let left = mean;
  let count = 0;
  while (left > 0) {
    const piece = Math.min(30, left);
    left -= piece;
    for (let product = random.next(); product > Math.exp(-piece); product *= random.next()) count++;
  }
  return count;
}

describe('a count', () => {
  it('has the score interval of a Poisson mean', () => {
    // 10 cases, 95 %: 5.43 to 18.41 (Barker 2002 and epitools `pois.approx` corrected by the score).
    const { low, high } = countInterval({ n: 10, total: 10, squares: 10 });
    expect(low).toBeCloseTo(5.4319, 3);
    expect(high).toBeCloseTo(18.4096, 3);
    expect(countInterval({ n: 0, total: 0, squares: 0 })).toEqual({
      low: 0,
      high: expect.closeTo(3.8415, 3),
    });
  });

  it('is withheld under the minimum', () => {
    expect(countEstimate({ n: 12, total: 40, squares: 200 })).toEqual({ withheld: true, n: 12, minimum: 30 });
  });

  it.each([
    ['once each', 60, 1],
    ['once each, many', 2_000, 1],
    ['one to five times each', 400, 5],
  ] as const)('covers the rate in about 95 of 100 samples (%s)', (_, mean, most) => {
    const random = createRandom(11, mean);
    let inside = 0;
    const samples = 4_000;
    for (let sample = 0; sample < samples; sample++) {
      const n = poisson(random, mean);
      let total = 0;
      let squares = 0;
      for (let unit = 0; unit < n; unit++) {
        const k = 1 + random.below(most);
        total += k;
        squares += k * k;
      }
      const { low, high } = countInterval({ n, total, squares });
      const truth = (mean * (most + 1)) / 2;
      if (truth > low && truth < high) inside++;
    }
    expect(inside / samples).toBeGreaterThan(0.94);
    expect(inside / samples).toBeLessThan(0.962);
  });
});
