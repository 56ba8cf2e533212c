import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DurationGroup,
  kaplanMeier,
  type SurvivalStep,
  survivalAt,
  survivalQuantile,
} from './survival.ts';

const grouped = (ended: readonly number[], stillWaiting: readonly number[]): DurationGroup[] => [
  ...ended.map((time) => ({ time, events: 1, censored: 0 })),
  ...stillWaiting.map((time) => ({ time, events: 0, censored: 1 })),
];

/** Remission of 42 children, in weeks (Freireich et al. 1963, Blood 21:699); Klein & Moeschberger, table 4.1A. */
const sixMp = grouped([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
const placebo = grouped([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], []);
/** Acute myelogenous leukaemia, maintained group (Miller 1981; R package survival, data set aml). */
const maintained = grouped([9, 13, 18, 23, 31, 34, 48], [13, 28, 45, 161]);

describe('Kaplan–Meier', () => {
  it('meets the published curve of the 6-MP group', () => {
    const curve = kaplanMeier(sixMp);
    expect(curve).toMatchObject({ n: 21, ended: 9, stillInProgress: 12, observedUpTo: 35 });
    const published = [
      [6, 21, 0.857],
      [7, 17, 0.807],
      [10, 15, 0.753],
      [13, 12, 0.69],
      [16, 11, 0.627],
      [22, 7, 0.538],
      [23, 6, 0.448],
    ];
    expect(curve.steps.map((s) => [s.time, s.atRisk, Math.round(s.survival * 1000) / 1000])).toEqual(
      published,
    );
  });

  it('meets the log-log bounds of SciPy 1.17 (scipy.stats.ecdf, method log-log)', () => {
    const step = kaplanMeier(sixMp).steps.find((s) => s.time === 13);
    expect(step?.low).toBeCloseTo(0.43161022248618397, 12);
    expect(step?.high).toBeCloseTo(0.8490659633494507, 12);
    const last = kaplanMeier(placebo).steps.at(-1);
    expect(last).toMatchObject({ survival: 0, low: null, high: null });
  });

  it('meets the published medians: 6-MP 23 (13, –), placebo 8 (4, 11), maintained 31 (13, –)', () => {
    expect(survivalQuantile(sixMp, { minimum: 10 })).toMatchObject({ value: 23, low: 13, high: null });
    expect(survivalQuantile(placebo, { minimum: 10 })).toMatchObject({ value: 8, low: 4, high: 11 });
    expect(survivalQuantile(maintained, { minimum: 10 })).toMatchObject({ value: 31, low: 13, high: null });
  });

  it('takes the middle when exactly half are left between two events', () => {
    expect(survivalQuantile(grouped([1, 2, 5, 9, 10, 12], []), { minimum: 5 })).toMatchObject({ value: 7 });
  });

  it('says nothing of a median nobody has reached, and counts who is still in progress', () => {
    const waiting = grouped([3, 4], Array<number>(40).fill(10));
    expect(survivalQuantile(waiting)).toMatchObject({
      value: null,
      low: null,
      high: null,
      ended: 2,
      stillInProgress: 40,
      observedUpTo: 10,
    });
    expect(survivalQuantile([])).toEqual({ withheld: true, n: 0, minimum: 30 });
  });

  it('equals one minus the empirical distribution when nothing is censored', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 80 }), (times) => {
        const curve = kaplanMeier(grouped(times, []));
        for (let t = 0; t <= 31; t++) {
          const waiting = times.filter((x) => x > t).length / times.length;
          expect(survivalAt(curve, t).survival).toBeCloseTo(waiting, 10);
        }
      }),
      { seed: 2 },
    );
  });

  it('finds a quantile where the whole curve crosses it, though it stops looking there', () => {
    const record = fc.record({
      time: fc.integer({ min: 0, max: 25 }),
      events: fc.integer({ min: 0, max: 4 }),
      censored: fc.integer({ min: 0, max: 2 }),
    });
    const crossing = (
      steps: readonly SurvivalStep[],
      target: number,
      read: (step: SurvivalStep) => number | null,
    ) => {
      const at = steps.findIndex((step) => (read(step) ?? 2) <= target + 1e-10);
      const found = steps[at];
      if (!found) return null;
      const next = steps[at + 1];
      return next && Math.abs((read(found) ?? 2) - target) <= 1e-10
        ? (found.time + next.time) / 2
        : found.time;
    };
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 60 }),
        fc.constantFrom(0.25, 0.5, 0.75),
        (groups, quantile) => {
          const told = survivalQuantile(groups, { quantile, minimum: 5 });
          const { steps, n } = kaplanMeier(groups);
          if (told.withheld) expect(n).toBeLessThan(5);
          else {
            const target = 1 - quantile;
            expect([told.value, told.low, told.high]).toEqual([
              crossing(steps, target, (step) => step.survival),
              crossing(steps, target, (step) => step.low),
              crossing(steps, target, (step) => step.high),
            ]);
          }
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });

  it('does not depend on how the groups are cut or ordered, and never rises', () => {
    const record = fc.record({
      time: fc.integer({ min: 0, max: 15 }),
      events: fc.integer({ min: 0, max: 3 }),
      censored: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 40 }), (groups) => {
        const curve = kaplanMeier(groups);
        expect(kaplanMeier([...groups].reverse())).toEqual(curve);
        let last = 1;
        for (const step of curve.steps) {
          expect(step.survival).toBeLessThan(last);
          if (step.low !== null) expect(step.low).toBeLessThanOrEqual(step.survival);
          if (step.high !== null) expect(step.high).toBeGreaterThanOrEqual(step.survival);
          last = step.survival;
        }
      }),
      { seed: 2 },
    );
  });
});
