import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaCdf,
  binomialCdf,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from './distributions.ts';

const close = (actual: number, expected: number, tolerance = 1e-11): void => {
  expect(Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-300)).toBeLessThan(tolerance);
};

describe('normal distribution', () => {
  it('meets the values of SciPy 1.17 (scipy.stats.norm.cdf)', () => {
    for (const [x, p] of [
      [-8, 6.22096057427174e-16],
      [-3, 0.0013498980316300933],
      [-1.5, 0.06680720126885807],
      [-0.1, 0.460172162722971],
      [0, 0.5],
      [0.5, 0.6914624612740131],
      [1.96, 0.9750021048517795],
      [4, 0.9999683287581669],
    ] as const)
      close(normalCdf(x), p);
  });

  it('meets the quantiles of SciPy 1.17 (scipy.stats.norm.ppf)', () => {
    for (const [p, z] of [
      [1e-10, -6.361340902404056],
      [0.001, -3.090232306167813],
      [0.025, -1.9599639845400545],
      [0.3, -0.5244005127080409],
      [0.9, 1.2815515655446004],
      [0.975, 1.959963984540054],
      [0.9999, 3.719016485455709],
    ] as const)
      close(normalQuantile(p), z);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(1.1)).toBeNaN();
  });

  it('has quantile and distribution function that undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-14, max: 1 - 1e-12, noNaN: true }), (p) => {
        close(normalCdf(normalQuantile(p)), p, 1e-10);
      }),
      { seed: 7 },
    );
  });
});

/** scipy.stats.t.ppf, SciPy 1.17; the 0.975 and 0.995 rows are also those of any printed table. */
const studentQuantiles = [
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.975, 3, 3.1824463052837078],
  [0.975, 4.5, 2.6589123472044034],
  [0.975, 10, 2.228138851986274],
  [0.975, 17.776, 2.102821310380221],
  [0.975, 29, 2.045229642132703],
  [0.975, 194, 1.9722675325821355],
  [0.975, 1000, 1.9623390808264085],
  [0.975, 100_000, 1.9599877075346097],
  [0.975, 10_000_000, 1.9599642217672055],
  [0.995, 1, 63.656741162871526],
  [0.995, 2, 9.924843200918287],
  [0.995, 4.5, 4.272823993011293],
  [0.995, 29, 2.756385903670605],
  [0.9, 3, 1.637744353696209],
  [0.9, 29, 1.311433647301551],
  [0.6, 1, 0.32491969623290634],
  [0.6, 194, 0.25369481884871586],
  [0.999999, 2, 707.1057205157672],
  [0.999999, 10, 9.751995490909856],
] as const;

describe('Student distribution', () => {
  it('meets the quantiles of SciPy 1.17 and mpmath to 1e-11', () => {
    for (const [p, df, t] of studentQuantiles) {
      close(studentQuantile(p, df), t);
      close(studentQuantile(1 - p, df), -t, 1e-9);
    }
  });

  it('meets the distribution function of SciPy 1.17', () => {
    for (const [t, df, p] of [
      [0.1, 1, 0.5317255174305535],
      [0.1, 2.5, 0.5360967279687552],
      [1, 10, 0.8295534338489701],
      [2.5, 1, 0.8788810584091566],
      [2.5, 29, 0.9908373278307869],
      [-3, 10, 0.006671827511284785],
      [-3, 1000, 0.0013833545221190963],
      [-3, 10_000_000, 0.0013499013555185806],
      [8, 2.5, 0.9961716779344783],
    ] as const)
      close(studentCdf(t, df), p);
  });

  it('has no seam where the expansion takes over', () => {
    for (const p of [0.6, 0.9, 0.975, 0.9999, 0.0001]) {
      const below = studentQuantile(p, 20_000);
      const above = studentQuantile(p, 20_000.000001);
      close(above, below, 1e-12);
    }
  });

  it('has quantile and distribution function that undo each other', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        (p, df) => close(studentCdf(studentQuantile(p, df), df), p, 1e-9),
      ),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('beta and binomial tails', () => {
  it('equals the sum of binomial terms computed one by one', () => {
    const sumOfTerms = (k: number, n: number, p: number): number => {
      let term = (1 - p) ** n;
      let sum = term;
      for (let i = 1; i <= k; i++) {
        term *= ((n - i + 1) / i) * (p / (1 - p));
        sum += term;
      }
      return sum;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, p, part) => {
          const k = Math.floor(part * n);
          expect(binomialCdf(k, n, p)).toBeCloseTo(sumOfTerms(k, n, p), 11);
        },
      ),
      { seed: 7 },
    );
    expect(binomialCdf(-1, 10, 0.5)).toBe(0);
    expect(binomialCdf(10, 10, 0.5)).toBe(1);
  });

  it('knows closed forms of the beta function', () => {
    expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect(betaCdf(0.25, 0.5, 0.5)).toBeCloseTo(1 / 3, 13); // arcsine law
    expect(betaCdf(0.5, 1e6, 1e6)).toBeCloseTo(0.5, 10);
    expect(betaCdf(0.2, 0, 1)).toBeNaN();
  });
});
