import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustDifferences, benjaminiHochberg } from './multiple.ts';
import { shareDifference } from './share.ts';

describe('Benjamini–Hochberg', () => {
  it('calls the first four of the fifteen p-values of the 1995 paper, at 5 %', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    const adjusted = benjaminiHochberg(p);
    expect(adjusted.filter((x) => x <= 0.05)).toHaveLength(4);
    expect(adjusted[0]).toBeCloseTo(0.0015, 12);
    expect(adjusted[3]).toBeCloseTo(0.035625, 12);
    expect(adjusted[14]).toBe(1);
  });

  it('agrees with the step-up rule stated in words, for any p-values in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }),
        fc.double({ min: 0.01, max: 0.3, noNaN: true }),
        (p, rate) => {
          const sorted = [...p].sort((a, b) => a - b);
          let called = 0;
          sorted.forEach((value, i) => {
            if (value <= ((i + 1) / p.length) * rate) called = i + 1;
          });
          const adjusted = benjaminiHochberg(p);
          const threshold = called === 0 ? -1 : sorted[called - 1]!;
          p.forEach((value, i) => {
            // A hair of tolerance: (p·n)/rank and rank/n·rate round differently.
            if (Math.abs(adjusted[i]! - rate) > 1e-9) expect(adjusted[i]! <= rate).toBe(value <= threshold);
            expect(adjusted[i]!).toBeGreaterThanOrEqual(value);
          });
        },
      ),
      { seed: 9 },
    );
  });

  it('leaves withheld comparisons out of the count', () => {
    const real = shareDifference({ successes: 60, n: 100 }, { successes: 40, n: 100 });
    const hidden = shareDifference({ successes: 1, n: 3 }, { successes: 40, n: 100 });
    const [first, second] = adjustDifferences([hidden, real]);
    expect(first).toEqual(hidden);
    if (!second || second.withheld || real.withheld) throw new Error('withheld');
    expect(second.adjustedP).toBe(real.p);
  });
});
