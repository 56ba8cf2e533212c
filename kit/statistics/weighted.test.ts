import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentCritical } from './distributions.ts';
import { meanInterval } from './mean.ts';
import { npsInterval } from './nps.ts';
import { createRandom } from './random.ts';
import { wilson } from './share.ts';
import {
  addWeight,
  addWeighted,
  kishEffectiveN,
  noWeightedSums,
  noWeights,
  weightedMean,
  weightedNps,
  weightedShare,
} from './weighted.ts';

const group = (weights: readonly number[]) => weights.reduce(addWeight, noWeights);

describe('weighted figures', () => {
  it('are exactly the unweighted ones when all weights are equal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (a, b, c, weight) => {
          const equal = (n: number) => ({ n, w: n * weight, w2: n * weight * weight });
          const share = weightedShare(equal(a), equal(b));
          expect(share.effectiveN).toBeCloseTo(a + b, 8);
          expect(share.low).toBeCloseTo(wilson(a, a + b).low, 10);
          expect(share.high).toBeCloseTo(wilson(a, a + b).high, 10);
          const nps = weightedNps(equal(a), equal(b), equal(c));
          expect(nps.low).toBeCloseTo(npsInterval(a, b, c).low, 8);
          expect(nps.high).toBeCloseTo(npsInterval(a, b, c).high, 8);
        },
      ),
      { seed: 3 },
    );
    const values = [1, 2, 2, 3, 5, 4, 4, 1, 5, 3];
    const sums = values.reduce((s, y) => addWeighted(s, y, 2.5), noWeightedSums);
    const sd = Math.sqrt(values.reduce((s, y) => s + (y - 3) ** 2, 0) / 9);
    const mean = weightedMean(sums);
    expect(mean.value).toBeCloseTo(3, 12);
    expect(mean.low).toBeCloseTo(meanInterval(3, sd, 10).low, 10);
    expect(mean.effectiveN).toBeCloseTo(10, 10);
  });

  it("counts Kish's effective n by hand: weights 1, 1, 2 are worth 16/6 people", () => {
    expect(kishEffectiveN(group([1, 1, 2]))).toBeCloseTo(16 / 6, 12);
    expect(kishEffectiveN(noWeights)).toBe(0);
  });

  it('linearises as the definition says, term by term', () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 200 }, () => ({
      y: random.below(3) - 1,
      w: 0.2 + random.exponential(),
    }));
    const w = rows.reduce((s, r) => s + r.w, 0);
    const net = rows.reduce((s, r) => s + r.w * r.y, 0) / w;
    const variance = rows.reduce((s, r) => s + (r.w * (r.y - net)) ** 2, 0) / (w * w);
    const ends = rows.reduce((s, r) => s + r.w * Math.abs(r.y), 0) / w;
    const of = (y: number) => group(rows.filter((r) => r.y === y).map((r) => r.w));
    const nps = weightedNps(of(1), of(0), of(-1));
    expect(nps.value).toBeCloseTo(100 * net, 9);
    expect(nps.effectiveN).toBeCloseTo((ends - net * net) / variance, 8);
    const mean = weightedMean(rows.reduce((s, r) => addWeighted(s, r.y, r.w), noWeightedSums));
    expect(mean.value).toBeCloseTo(net, 12);
    const n = rows.length;
    const half = studentCritical(0.95, mean.effectiveN - 1) * Math.sqrt((n / (n - 1)) * variance);
    expect(mean.high - mean.value).toBeCloseTo(half, 10);
    expect(mean.value - mean.low).toBeCloseTo(half, 10);
  });

  it('does not count rows of weight zero, and survives everybody agreeing', () => {
    expect(group([0, 2, 0])).toEqual({ n: 1, w: 2, w2: 4 });
    expect(addWeighted(noWeightedSums, 4, 0)).toEqual(noWeightedSums);
    const all = weightedShare(group([1, 2, 3]), noWeights);
    expect(all).toMatchObject({ value: 1, high: 1 });
    expect(all.effectiveN).toBeCloseTo(36 / 14, 10);
    expect(all.low).toBeGreaterThan(0.3);
  });
});
