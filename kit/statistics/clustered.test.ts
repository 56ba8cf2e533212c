import { describe, expect, it } from 'vitest';
import { clusteredMean, clusteredNps, clusteredShare } from './clustered.ts';
import { npsInterval } from './nps.ts';
import { createRandom } from './random.ts';
import { wilson } from './share.ts';

/** Sums as a query would make them: one list of answers per customer. */
const sumsOf = (customers: readonly (readonly number[])[]) => {
  const means = customers.map((answers) => answers.reduce((a, b) => a + b, 0) / answers.length);
  return {
    n: customers.length,
    answers: customers.reduce((sum, answers) => sum + answers.length, 0),
    sum: means.reduce((a, b) => a + b, 0),
    sumOfSquares: means.reduce((a, b) => a + b * b, 0),
  };
};

describe('several answers per customer', () => {
  it('counts each customer once, however often they answer', () => {
    const chatty = [...Array.from({ length: 30 }, () => [5]), Array<number>(600).fill(1)];
    const estimate = clusteredMean(sumsOf(chatty));
    if (estimate.withheld) throw new Error('withheld');
    expect(estimate.value).toBeCloseTo((30 * 5 + 1) / 31, 12);
    expect(estimate).toMatchObject({ n: 31, answers: 630, method: 't-customer-means' });
  });

  it('is the plain figure when everyone answers once', () => {
    const random = createRandom(8);
    const scores = Array.from({ length: 90 }, () => [random.below(3) - 1]);
    const share = clusteredShare(sumsOf(scores.map(([y]) => [y === 1 ? 1 : 0])));
    const promoters = scores.filter(([y]) => y === 1).length;
    const detractors = scores.filter(([y]) => y === -1).length;
    if (share.withheld) throw new Error('withheld');
    expect(share.low).toBeCloseTo(wilson(promoters, 90).low, 10);
    expect(share.method).toBe('wilson');
    const nps = clusteredNps({ ...sumsOf(scores), ends: promoters + detractors });
    if (nps.withheld) throw new Error('withheld');
    expect(nps.low).toBeCloseTo(npsInterval(promoters, 90 - promoters - detractors, detractors).low, 8);
  });

  it('gains nothing from repeated identical answers, and gains all from independent ones', () => {
    const once = sumsOf(Array.from({ length: 60 }, (_, i) => [i % 3 === 0 ? 1 : 0]));
    const fourTimes = { ...once, answers: 240 };
    const single = clusteredShare(once);
    const repeated = clusteredShare(fourTimes);
    if (single.withheld || repeated.withheld) throw new Error('withheld');
    expect(repeated.low).toBeCloseTo(single.low, 10);
    const everyoneHalf = sumsOf(Array.from({ length: 60 }, () => [0, 1]));
    const half = clusteredShare(everyoneHalf);
    if (half.withheld) throw new Error('withheld');
    expect(half.low).toBeCloseTo(wilson(60, 120).low, 10);
  });

  it('is withheld on the number of customers, not of answers', () => {
    const few = sumsOf(Array.from({ length: 12 }, () => Array<number>(20).fill(4)));
    for (const estimate of [clusteredMean(few), clusteredShare(few), clusteredNps({ ...few, ends: 1 })])
      expect(estimate).toEqual({ withheld: true, n: 12, minimum: 30 });
  });
});
