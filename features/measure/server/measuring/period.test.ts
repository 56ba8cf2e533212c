import { describe, expect, it } from 'vitest';
import { periodOf } from './period.ts';

const iso = (moment: number | undefined): string => new Date(moment ?? Number.NaN).toISOString();

describe('period of a measure', () => {
  it('is made of whole days of the zone, also when the clocks change', () => {
    const period = periodOf({ from: '2025-03-30', to: '2025-03-30' }, 'Europe/Paris');
    expect([iso(period?.from), iso(period?.to)]).toEqual([
      '2025-03-29T23:00:00.000Z',
      '2025-03-30T22:00:00.000Z',
    ]);
    const autumn = periodOf({ from: '2025-10-26', to: '2025-10-26' }, 'Europe/Paris');
    expect((autumn?.to ?? 0) - (autumn?.from ?? 0)).toBe(25 * 3_600_000);
  });

  it('may be open on a side, or not asked for', () => {
    expect(periodOf({ to: '2025-01-31' }, 'UTC')).toEqual({ to: Date.UTC(2025, 1, 1) });
    expect(periodOf({}, 'UTC')).toBeUndefined();
  });
});
