import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationOf, type MarkBits, markOf, precisionFor } from './duration-marks.ts';

const day = 86_400_000;

describe.each([
  [6, 0.016, 128],
  [5, 0.032, 64],
] as const)('scale of durations of %i bits', (bits: MarkBits, widest, exact) => {
  it('keeps whole days, hours and minutes whole', () => {
    for (const whole of [
      1000,
      60_000,
      3_600_000,
      6 * 3_600_000,
      day,
      2 * day,
      7 * day,
      30 * day,
      100 * day,
    ]) {
      expect(durationOf(markOf(whole, bits), bits)).toBe(whole);
    }
  });

  it('stays near the duration read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 * 365 * day }), (duration) => {
        const told = durationOf(markOf(duration, bits), bits);
        expect(Math.abs(told - duration)).toBeLessThanOrEqual(widest * duration);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('keeps the order of durations', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(2 ** 40), (a, b) => {
        expect(markOf(Math.min(a, b), bits)).toBeLessThanOrEqual(markOf(Math.max(a, b), bits));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('is exact for the shortest, zero included', () => {
    for (let duration = 0; duration < exact; duration++) {
      expect(durationOf(markOf(duration, bits), bits)).toBe(duration);
    }
  });
});

describe('precision of durations', () => {
  it('is lessened only where there are very many', () => {
    expect([1, 200_000, 200_001, 4_000_000, 10_000_000].map(precisionFor)).toEqual([
      'exact',
      'exact',
      6,
      6,
      5,
    ]);
  });
});
