import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from './rand-index.ts';

describe('adjusted Rand index', () => {
  it('agrees with values worked out by hand', () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    // Pairs together: 1; in a: 2; in b: 1; of 6. (1 − 1/3) / (1.5 − 1/3).
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(4 / 7, 12);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
    expect(adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
    // Hubert & Arabie's own kind of example: cells 4 1 0 / 1 3 1 / 0 1 4 of 15.
    const a = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2];
    const b = [0, 0, 0, 0, 1, 0, 1, 1, 1, 2, 1, 2, 2, 2, 2];
    expect(adjustedRandIndex(a, b)).toBeCloseTo((15 - (30 * 30) / 105) / (30 - (30 * 30) / 105), 12);
  });

  it('does not depend on names or order, and is 1 only for the same grouping', () => {
    const labels = fc.array(fc.nat(3), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(labels, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), (a, more) => {
        const b = more.slice(0, a.length);
        const renamed = a.map((label) => 3 - label);
        expect(adjustedRandIndex(a, renamed)).toBe(1);
        expect(adjustedRandIndex(a, b)).toBeCloseTo(adjustedRandIndex(b, a), 12);
        expect(adjustedRandIndex(a, b)).toBeLessThanOrEqual(1);
      }),
      { seed: 4 },
    );
  });

  it('is near 0 for groupings that have nothing to do with each other', () => {
    const a = Array.from({ length: 4000 }, (_, i) => i % 4);
    const b = Array.from({ length: 4000 }, (_, i) => Math.floor(i / 4) % 5);
    expect(Math.abs(adjustedRandIndex(a, b))).toBeLessThan(0.01);
  });
});
