import { describe, expect, it } from 'vitest';
import {
  medianEstimate,
  quantileEstimate,
  quantileRanks,
  sampleQuantile,
  smallestQuantileN,
} from './quantile.ts';

describe('order-statistics interval', () => {
  it('meets the ranks printed in Statistics with Confidence (Altman et al., table for medians, 95 %)', () => {
    for (const [n, low, high] of [
      [6, 1, 6],
      [10, 2, 9],
      [20, 6, 15],
      [30, 10, 21],
      [50, 18, 33],
      [100, 40, 61],
    ] as const)
      expect(quantileRanks(n, 0.5)).toEqual({ low, high });
  });

  it('chooses, among all pairs, the narrowest with at most 2.5 % on each side (brute force)', () => {
    for (let n = 6; n <= 60; n++) {
      for (const q of [0.25, 0.5, 0.9]) {
        const terms: number[] = [];
        for (let k = 0, term = (1 - q) ** n; k <= n; k++) {
          terms.push(term);
          term *= ((n - k) / (k + 1)) * (q / (1 - q));
        }
        const cdf = (k: number): number => terms.slice(0, k + 1).reduce((a, b) => a + b, 0);
        let low: number | null = null;
        for (let l = 1; l <= n; l++) if (cdf(l - 1) <= 0.025) low = l;
        let high: number | null = null;
        for (let u = n; u >= 1; u--) if (cdf(u - 1) >= 0.975) high = u;
        expect(quantileRanks(n, q)).toEqual({ low, high });
      }
    }
  });

  it('stays quick and sound for ten million values', () => {
    const { low, high } = quantileRanks(10_000_000, 0.5);
    expect(low).toBe(4_996_901);
    expect((low ?? 0) + (high ?? 0)).toBe(10_000_001);
  });

  it('is withheld where no such interval exists', () => {
    expect(smallestQuantileN(0.5)).toBe(6);
    expect(smallestQuantileN(0.9)).toBe(36);
    expect(medianEstimate([1, 2, 3, 4, 5], { minimum: 5 })).toEqual({ withheld: true, n: 5, minimum: 6 });
    const thirty = Array.from({ length: 30 }, (_, i) => i + 1);
    expect(medianEstimate(thirty)).toMatchObject({ value: 15.5, low: 10, high: 21, n: 30 });
    expect(quantileEstimate(thirty, 0.9)).toEqual({ withheld: true, n: 30, minimum: 36 });
  });

  it('interpolates sample quantiles as most tools do (type 7)', () => {
    expect(sampleQuantile([1, 2, 3, 4], 0.25)).toBeCloseTo(1.75, 12);
    expect(sampleQuantile([5], 0.9)).toBe(5);
  });
});
