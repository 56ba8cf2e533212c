import { describe, expect, it } from 'vitest';
import { differenceOfEstimates } from './difference.ts';
import { differenceSchema, estimateSchema } from './estimate.ts';
import { meanEstimate } from './mean.ts';
import { npsDifference, npsEstimate } from './nps.ts';
import { shareDifference, shareEstimate } from './share.ts';

describe('difference of any two figures', () => {
  it("is Newcombe's for two shares", () => {
    const any = differenceOfEstimates(shareEstimate(56, 70), shareEstimate(48, 80));
    const own = shareDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 });
    if (any.withheld || own.withheld) throw new Error('withheld');
    expect(any.low).toBeCloseTo(own.low, 12);
    expect(any.high).toBeCloseTo(own.high, 12);
    expect(any.p < 0.05).toBe(own.p < 0.05);
    expect(any.p).toBeCloseTo(own.p, 2);
  });

  it('is close to the dedicated formula for two NPS of ordinary size', () => {
    const any = differenceOfEstimates(npsEstimate(300, 100, 100), npsEstimate(200, 150, 150));
    const own = npsDifference(
      { promoters: 300, passives: 100, detractors: 100 },
      { promoters: 200, passives: 150, detractors: 150 },
    );
    if (any.withheld || own.withheld) throw new Error('withheld');
    expect(Math.abs(any.low - own.low)).toBeLessThan(0.4);
    expect(Math.abs(any.high - own.high)).toBeLessThan(0.4);
  });

  it('is withheld with the smaller side, and travels through its schema', () => {
    const small = shareEstimate(3, 12);
    const smaller = shareEstimate(3, 8);
    const large = shareEstimate(30, 120);
    expect(differenceOfEstimates(large, small)).toEqual(small);
    expect(differenceOfEstimates(small, smaller)).toEqual(smaller);
    const shown = differenceOfEstimates(large, shareEstimate(60, 120));
    expect(differenceSchema.parse(JSON.parse(JSON.stringify(shown)))).toEqual(shown);
    expect(estimateSchema.parse(JSON.parse(JSON.stringify(large)))).toEqual(large);
    expect(estimateSchema.safeParse({ withheld: true, n: 3, minimum: 4 }).success).toBe(false);
  });

  it('refuses what cannot be compared', () => {
    const mean = meanEstimate({ n: 50, mean: 3, sd: 1 });
    expect(() =>
      differenceOfEstimates(mean, meanEstimate({ n: 50, mean: 4, sd: 1 }, { level: 0.9 })),
    ).toThrow();
    expect(() => differenceOfEstimates(mean, mean, { weighted: true })).toThrow();
    expect(differenceOfEstimates(mean, mean)).toMatchObject({ value: 0, p: 1 });
  });
});
