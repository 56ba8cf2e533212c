import { describe, expect, it } from 'vitest';
import { meanDifference, meanEstimate, meanInterval } from './mean.ts';

describe("Student's interval of a mean", () => {
  it('meets the NIST handbook (section 1.3.5.2, ZARR13: n 195, mean 9.261460, sd 0.022789)', () => {
    const { low, high } = meanInterval(9.26146, 0.022789, 195);
    expect(low).toBeCloseTo(9.258242, 5);
    expect(high).toBeCloseTo(9.264679, 5);
  });

  it('knows nothing of the spread from one value', () => {
    expect(meanInterval(3, 0, 1)).toEqual({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
  });

  it('is withheld below the minimum', () => {
    expect(meanEstimate({ n: 12, mean: 4, sd: 1 })).toEqual({ withheld: true, n: 12, minimum: 30 });
    expect(meanEstimate({ n: 12, mean: 4, sd: 1 }, { minimum: 10 })).toMatchObject({ value: 4, method: 't' });
  });
});

describe('difference of two means', () => {
  it("meets Welch's test of Student's sleep data as printed by R's help page t.test", () => {
    // t = -1.7765, df = 17.776, p-value = 0.07939, 95 % interval −3.3654832 … 0.2054832
    const difference = meanDifference(
      { n: 10, mean: 0.75, sd: 1.7890096577591 },
      { n: 10, mean: 2.33, sd: 2.002248737 },
      { minimum: 5 },
    );
    if (difference.withheld) throw new Error('withheld');
    expect(difference.value).toBeCloseTo(-1.58, 10);
    expect(difference.low).toBeCloseTo(-3.3654832, 6);
    expect(difference.high).toBeCloseTo(0.2054832, 6);
    expect(difference.p).toBeCloseTo(0.07939, 5);
  });

  it('does not divide by a spread of zero', () => {
    const same = { n: 40, mean: 5, sd: 0 };
    expect(meanDifference(same, same)).toMatchObject({ value: 0, low: 0, high: 0, p: 1 });
    expect(meanDifference(same, { n: 40, mean: 4, sd: 0 })).toMatchObject({ value: 1, p: 0 });
  });
});
