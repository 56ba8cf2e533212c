import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { shareDifference, shareEstimate, wilson } from './share.ts';

describe('Wilson interval', () => {
  it('meets the examples published by Newcombe (1998, Stat. Med. 17:857, table I, method 3)', () => {
    for (const [successes, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilson(successes, n);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });

  it('solves the equation it is defined by: (p̂ − p)² = z² p(1 − p) / n', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const successes = Math.round(part * n);
          const { low, high } = wilson(successes, n);
          for (const p of [low, high]) {
            if (p === 0 || p === 1) continue;
            const left = (successes / n - p) ** 2;
            expect(left).toBeCloseTo((1.959963984540054 ** 2 * p * (1 - p)) / n, 12);
          }
          expect(low).toBeLessThanOrEqual(successes / n);
          expect(high).toBeGreaterThanOrEqual(successes / n);
        },
      ),
      { seed: 11 },
    );
  });

  it('is withheld below the minimum, which is never under 5', () => {
    expect(shareEstimate(3, 29)).toEqual({ withheld: true, n: 29, minimum: 30 });
    expect(shareEstimate(3, 4, { minimum: 1 })).toEqual({ withheld: true, n: 4, minimum: 5 });
    expect(shareEstimate(3, 30)).toMatchObject({ withheld: false, value: 0.1, n: 30, method: 'wilson' });
    expect(shareEstimate(0, 0)).toMatchObject({ withheld: true, n: 0 });
  });
});

describe('difference of two shares', () => {
  it('meets the examples published by Newcombe (1998, Stat. Med. 17:873, table II, method 10)', () => {
    for (const [a, m, b, n, low, high] of [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [5, 56, 0, 29, -0.0381, 0.1926],
    ] as const) {
      const difference = shareDifference({ successes: a, n: m }, { successes: b, n }, { minimum: 5 });
      if (difference.withheld) throw new Error('withheld');
      expect(difference.low).toBeCloseTo(low, 4);
      expect(difference.high).toBeCloseTo(high, 4);
    }
  });

  it('gives p under 0.05 exactly when 0 is outside the interval, and mirrors when sides are swapped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 400 }),
        fc.integer({ min: 30, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (m, n, x, y) => {
          const a = { successes: Math.round(x * m), n: m };
          const b = { successes: Math.round(y * n), n };
          const there = shareDifference(a, b);
          const back = shareDifference(b, a);
          if (there.withheld || back.withheld) throw new Error('withheld');
          expect(there.p < 0.05).toBe(there.low > 0 || there.high < 0);
          expect(back.value).toBeCloseTo(-there.value, 12);
          expect(back.low).toBeCloseTo(-there.high, 12);
          expect(back.p).toBeCloseTo(there.p, 9);
          expect(there.low).toBeLessThanOrEqual(there.value);
          expect(there.low).toBeGreaterThanOrEqual(-1);
          expect(there.high).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 11 },
    );
  });

  it('is withheld as soon as one side is too small', () => {
    expect(shareDifference({ successes: 5, n: 400 }, { successes: 2, n: 12 })).toEqual({
      withheld: true,
      n: 12,
      minimum: 30,
    });
  });
});

describe('several journeys of one customer', () => {
  it('count as fewer: interval and minimum rest on n divided by the design effect', () => {
    const alike = shareEstimate(60, 300, { designEffect: 3 });
    const apart = shareEstimate(20, 100);
    expect(alike).toMatchObject({ value: 0.2, n: 300, method: 'wilson-effective-n' });
    expect(alike).toMatchObject({ low: expect.closeTo(apart.withheld ? Number.NaN : apart.low, 12) });
    expect(shareEstimate(20, 80, { designEffect: 3 })).toEqual({ withheld: true, n: 80, minimum: 30 });
    const halved = shareDifference({ successes: 30, n: 100 }, { successes: 20, n: 100 });
    expect(
      shareDifference({ successes: 60, n: 200 }, { successes: 40, n: 200 }, { designEffect: 2 }),
    ).toMatchObject({ low: halved.withheld ? Number.NaN : halved.low, n: [200, 200] });
  });

  it('cover the true share when those of a customer are all alike, which they never were without it', () => {
    const random = createRandom(3);
    const covers = (designed: boolean): number => {
      let covered = 0;
      for (let run = 0; run < 1000; run++) {
        let [n, successes, squares] = [0, 0, 0];
        for (let customer = 0; customer < 200; customer++) {
          const journeys = 1 + random.below(6);
          n += journeys;
          squares += journeys ** 2;
          if (random.chance(0.3)) successes += journeys;
        }
        const told = shareEstimate(successes, n, designed ? { designEffect: squares / n } : {});
        if (!told.withheld && told.low <= 0.3 && told.high >= 0.3) covered++;
      }
      return covered / 1000;
    };
    expect(covers(true)).toBeGreaterThan(0.94);
    expect(covers(true)).toBeLessThan(0.965);
    expect(covers(false)).toBeLessThan(0.8);
  });
});
