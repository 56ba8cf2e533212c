import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import type { Trend } from '../indicator/answer.ts';
import type { TrendPoint } from '../indicator/trend.ts';
import { daysOf, monthAfter, reportOf } from './report.ts';

const month = (
  number: number,
  value: number,
  error: number,
  state: TrendPoint['state'] = 'over',
): TrendPoint => ({
  ...daysOf(`2026-${String(number).padStart(2, '0')}`),
  state,
  undecided: 0,
  figure: {
    is: 'shown',
    value,
    low: value - 1.96 * error,
    high: value + 1.96 * error,
    n: 400,
    method: 'wilson',
  },
});

const trend = (id: string, points: TrendPoint[]): Trend => ({
  indicator: {
    id,
    name: id,
    owner: '',
    unit: '',
    grain: 'month',
    by: null,
    target: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    definition: { of: 'conversion', sourceId: 's', unit: 'event', filters: [], first: 'a', second: 'b' },
  },
  outcome: {
    is: 'told',
    points,
    movement: null,
    basis: { origins: [], simulated: false, places: {}, scale: null, minimum: 30, patienceSeconds: 1 },
  },
});
const names = (entries: readonly { trend: Trend }[]) => entries.map((entry) => entry.trend.indicator.id);

describe('the report of a month', () => {
  it('tells what moved beyond noise, once corrected for all it compares', () => {
    const strong = trend('strong', [month(8, 0.5, 0.02), month(9, 0.5, 0.02), month(10, 0.7, 0.02)]);
    const weak = (id: string) => trend(id, [month(9, 0.5, 0.02), month(10, 0.56, 0.02)]);
    expect(names(reportOf('2026-10', [weak('alone')]).moved)).toEqual(['alone']);
    // p = 0.034 alone; among four comparisons of which three show nothing it is noise.
    const still = (id: string) => trend(id, [month(9, 0.5, 0.02), month(10, 0.5, 0.02)]);
    const report = reportOf('2026-10', [weak('weak'), still('a'), still('b'), strong]);
    expect(names(report.moved)).toEqual(['strong']);
    expect(names(report.steady)).toEqual(['weak', 'a', 'b']);
    expect(report.compared).toBe(4);
  });

  it('reads a month as it was known, and leaves out what is not over', () => {
    const points = [
      month(8, 0.5, 0.02),
      month(9, 0.5, 0.02),
      month(10, 0.7, 0.02),
      month(11, 0.1, 0.02, 'under-way'),
    ];
    expect(reportOf('2026-09', [trend('x', points)]).moved).toEqual([]);
    expect(reportOf('2026-10', [trend('x', points)]).moved[0]?.point?.from).toBe('2026-10-01');
    expect(names(reportOf('2026-11', [trend('x', points)]).silent)).toEqual(['x']);
    const broken = {
      ...trend('y', []),
      outcome: { is: 'broken' as const, problem: { code: 'source.not-found' } },
    };
    expect(names(reportOf('2026-10', [broken]).silent)).toEqual(['y']);
  });

  it('calls nothing moved in 95 of 100 months in which nothing moved', () => {
    const random = createRandom(9);
    let wrong = 0;
    for (let run = 0; run < 2000; run++) {
      const trends = Array.from({ length: 8 }, (_, at) =>
        trend(
          String(at),
          [9, 10].map((number) => month(number, 0.5 + 0.02 * random.normal(), 0.02)),
        ),
      );
      if (reportOf('2026-10', trends).moved.length > 0) wrong++;
    }
    expect(wrong / 2000).toBeLessThan(0.062);
  });

  it('knows its months', () => {
    expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
  });
});
