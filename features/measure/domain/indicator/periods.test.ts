import { describe, expect, it } from 'vitest';
import { endOfDay, periodsOf } from './periods.ts';

const at = (text: string) => Date.parse(text);
const hours = ({ start, end }: { start: number; end: number }) => (end - start) / 3_600_000;

describe('periods', () => {
  it('are months of the zone, hours of the odd days within', () => {
    const months = periodsOf('month', 'Europe/Paris', at('2026-02-28T23:30:00Z'), at('2026-03-31T21:59:59Z'));
    expect(months.map(({ from, to }) => [from, to])).toEqual([['2026-03-01', '2026-03-31']]);
    // Summer time begins on 29 March: an hour is missing.
    expect(hours(months[0]!)).toBe(31 * 24 - 1);
    const next = periodsOf('month', 'Europe/Paris', at('2026-02-28T22:30:00Z'), at('2026-03-31T22:00:00Z'));
    expect(next.map(({ from }) => from)).toEqual(['2026-02-01', '2026-03-01', '2026-04-01']);
  });

  it('are weeks that begin on Monday, across the year and the odd days', () => {
    const weeks = periodsOf('week', 'Europe/Paris', at('2025-12-31T12:00:00Z'), at('2026-01-06T12:00:00Z'));
    expect(weeks.map(({ from, to }) => [from, to])).toEqual([
      ['2025-12-29', '2026-01-04'],
      ['2026-01-05', '2026-01-11'],
    ]);
    const [autumn] = periodsOf(
      'week',
      'Europe/Paris',
      at('2026-10-24T12:00:00Z'),
      at('2026-10-24T12:00:00Z'),
    );
    expect(hours(autumn!)).toBe(7 * 24 + 1);
  });

  it('are quarters, and leave no moment out nor tell one twice', () => {
    const quarters = periodsOf(
      'quarter',
      'America/New_York',
      at('2024-02-01T00:00:00Z'),
      at('2026-11-21T00:00:00Z'),
    );
    expect(quarters[0]?.from).toBe('2024-01-01');
    expect(quarters.at(-1)?.to).toBe('2026-12-31');
    expect(quarters.slice(1).map(({ start }) => start)).toEqual(quarters.slice(0, -1).map(({ end }) => end));
  });

  it('are the newest of many', () => {
    expect(periodsOf('week', 'UTC', 0, at('2026-01-01T00:00:00Z'))).toHaveLength(261);
  });

  it('know when a day ends', () => {
    expect(endOfDay('Europe/Paris', at('2026-10-25T05:00:00Z'))).toBe(at('2026-10-25T23:00:00Z'));
    expect(endOfDay('Europe/Paris', at('2026-10-25T23:00:00Z'))).toBe(at('2026-10-26T23:00:00Z'));
    expect(endOfDay('Pacific/Auckland', at('2026-01-10T12:00:00Z'))).toBe(at('2026-01-11T11:00:00Z'));
  });
});
