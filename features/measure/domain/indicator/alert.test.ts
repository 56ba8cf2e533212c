import { describe, expect, it } from 'vitest';
import { findingOf } from './alert.ts';
import type { TrendPoint } from './trend.ts';

const day = (month: number, date: number) => new Date(Date.UTC(2025, month, date)).toISOString().slice(0, 10);
const month = (at: number, value: number | null, state: TrendPoint['state'] = 'over'): TrendPoint => ({
  from: day(at, 1),
  to: day(at + 1, 0),
  state,
  undecided: 0,
  figure:
    value === null
      ? { is: 'withheld', n: 9, minimum: 30 }
      : { is: 'shown', value, low: value - 0.02, high: value + 0.02, n: 100, method: 'wilson' },
});
const past = [0.5, 0.52, 0.49, 0.51, 0.5, 0.48, 0.52, 0.5].map((value, at) => month(at, value));
const target = { value: 0.6, direction: 'at-least' as const, by: null };

describe('an alert', () => {
  it('is told of the newest period that is over, once it is outside what is expected', () => {
    const found = findingOf({ grain: 'month', target: null }, [
      ...past,
      month(8, 0.7),
      month(9, 0.1, 'under-way'),
    ]);
    expect(found).toMatchObject({
      from: '2025-09-01',
      missed: null,
      unexpected: { basedOn: 'level', past: 8 },
    });
    expect(findingOf({ grain: 'month', target: null }, [...past, month(8, 0.51)])).toBeNull();
  });

  it('is told of a target missed beyond noise, from its day on', () => {
    const points = [...past, month(8, 0.51)];
    expect(findingOf({ grain: 'month', target }, points)).toMatchObject({ missed: 0.6, unexpected: null });
    expect(findingOf({ grain: 'month', target: { ...target, value: 0.52 } }, points)).toBeNull();
    expect(findingOf({ grain: 'month', target: { ...target, by: '2025-12-31' } }, points)).toBeNull();
    expect(findingOf({ grain: 'month', target: { ...target, by: '2025-09-15' } }, points)).not.toBeNull();
  });

  it('is never told of a figure that is withheld', () => {
    expect(findingOf({ grain: 'month', target }, [...past, month(8, null)])).toBeNull();
    expect(findingOf({ grain: 'month', target }, [])).toBeNull();
  });
});
