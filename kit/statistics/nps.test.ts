import { describe, expect, it } from 'vitest';
import { npsDifference, npsEstimate, npsInterval } from './nps.ts';

describe('NPS interval', () => {
  it('follows the published recipe, worked by hand on 18 promoters, 12 passives, 6 detractors', () => {
    // Lewis & Sauro: n.adj = 39; promoters 18.75, detractors 6.75; NPS.adj = 12/39;
    // variance = 25.5/39 − (12/39)² = 0.5591715976; error = √(variance/39) = 0.1197403.
    const { low, high } = npsInterval(18, 12, 6);
    const half = 1.959963984540054 * Math.sqrt((25.5 / 39 - (12 / 39) ** 2) / 39);
    expect(low).toBeCloseTo(100 * (12 / 39 - half), 10);
    expect(high).toBeCloseTo(100 * (12 / 39 + half), 10);
    expect(low).toBeCloseTo(7.3, 1);
    expect(high).toBeCloseTo(54.24, 1);
  });

  it('equals the Wald interval of the same answers with ¾, 1½, ¾ answers really added (Rocks 2016)', () => {
    // Brute force: 4 × the answers and 3, 6, 3 more, each written out as −1, 0, +1, and their plain standard deviation.
    const [promoters, passives, detractors] = [41, 30, 29];
    const values = [
      ...Array<number>(4 * promoters + 3).fill(1),
      ...Array<number>(4 * passives + 6).fill(0),
      ...Array<number>(4 * detractors + 3).fill(-1),
    ];
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    const half = 1.959963984540054 * Math.sqrt(variance / (values.length / 4));
    const interval = npsInterval(promoters, passives, detractors);
    expect(interval.low).toBeCloseTo(100 * (mean - half), 9);
    expect(interval.high).toBeCloseTo(100 * (mean + half), 9);
  });

  it('holds the score and stays on the scale, for every count from 5 to 40 answers', () => {
    for (let n = 5; n <= 40; n++) {
      for (let promoters = 0; promoters <= n; promoters++) {
        for (let detractors = 0; promoters + detractors <= n; detractors++) {
          const estimate = npsEstimate(promoters, n - promoters - detractors, detractors, { minimum: 5 });
          if (estimate.withheld) throw new Error('withheld');
          if (!(estimate.low <= estimate.value && estimate.value <= estimate.high)) {
            expect.fail(`${promoters} ${detractors} of ${n}: ${JSON.stringify(estimate)}`);
          }
          if (estimate.low < -100 || estimate.high > 100) expect.fail('off the scale');
        }
      }
    }
  });

  it('is withheld below 30 answers', () => {
    expect(npsEstimate(10, 10, 9)).toEqual({ withheld: true, n: 29, minimum: 30 });
    expect(npsEstimate(20, 5, 5)).toMatchObject({
      value: 50,
      n: 30,
      method: 'nps-adjusted-wald',
      level: 0.95,
    });
  });

  it('covers 95 % exactly enough: every multinomial outcome of n = 30 summed with its probability', () => {
    const logFactorial = [0];
    for (let i = 1; i <= 30; i++) logFactorial.push(logFactorial[i - 1]! + Math.log(i));
    const coverage = (p: number, d: number, n: number): number => {
      let covered = 0;
      for (let promoters = 0; promoters <= n; promoters++) {
        for (let detractors = 0; promoters + detractors <= n; detractors++) {
          const passives = n - promoters - detractors;
          const { low, high } = npsInterval(promoters, passives, detractors);
          if (low > 100 * (p - d) || high < 100 * (p - d)) continue;
          covered += Math.exp(
            logFactorial[n]! -
              logFactorial[promoters]! -
              logFactorial[passives]! -
              logFactorial[detractors]! +
              promoters * Math.log(p) +
              passives * Math.log(1 - p - d) +
              detractors * Math.log(d),
          );
        }
      }
      return covered;
    };
    const seen: number[] = [];
    for (let p = 0.1; p < 0.85; p += 0.1) {
      for (let d = 0.1; p + d < 0.95; d += 0.1) seen.push(coverage(p, d, 30));
    }
    expect(seen.reduce((a, b) => a + b) / seen.length).toBeGreaterThan(0.945);
    expect(seen.reduce((a, b) => a + b) / seen.length).toBeLessThan(0.965);
    expect(Math.min(...seen)).toBeGreaterThan(0.92);
  });
});

describe('difference of two NPS', () => {
  it('adds the two adjusted variances (Lewis & Sauro 2021), worked by hand', () => {
    const first = { promoters: 60, passives: 25, detractors: 15 };
    const second = { promoters: 40, passives: 30, detractors: 30 };
    const difference = npsDifference(first, second);
    if (difference.withheld) throw new Error('withheld');
    const c1 = 45 / 103;
    const c2 = 10 / 103;
    const error = Math.sqrt((76.5 / 103 - c1 ** 2) / 103 + (71.5 / 103 - c2 ** 2) / 103);
    expect(difference.value).toBe(35);
    expect(difference.low).toBeCloseTo(100 * (c1 - c2 - 1.959963984540054 * error), 9);
    expect(difference.high).toBeCloseTo(100 * (c1 - c2 + 1.959963984540054 * error), 9);
    expect(difference.p).toBeCloseTo(0.00193, 4);
  });
});
