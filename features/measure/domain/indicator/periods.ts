import { z } from 'zod';
import { type LocalMoment, Zone } from '#kit/table/zone.ts';

export const grains = ['week', 'month', 'quarter'] as const;
export const grainSchema = z.enum(grains);
export type Grain = z.infer<typeof grainSchema>;

/** Periods told at most, the newest ones: five years, so that seasons can be seen. */
export const mostPeriods: Readonly<Record<Grain, number>> = { week: 261, month: 60, quarter: 20 };

export type Period = {
  /** First and last calendar day, both within. */
  readonly from: string;
  readonly to: string;
  /** From `start` on and before `end`, milliseconds since 1970: days of 23 or 25 hours are within. */
  readonly start: number;
  readonly end: number;
};

const day = 86_400_000;
const written = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** First day (as midnight UTC) of the period a day lies in: weeks begin on Monday. */
function firstDayOf(grain: Grain, at: number): number {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (grain === 'month') return Date.UTC(year, month, 1);
  if (grain === 'quarter') return Date.UTC(year, month - (month % 3), 1);
  const weekday = (date.getUTCDay() + 6) % 7;
  return Date.UTC(year, month, date.getUTCDate() - weekday);
}

function nextDayOf(grain: Grain, first: number): number {
  const date = new Date(first);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (grain === 'week') return first + 7 * day;
  return Date.UTC(year, month + (grain === 'month' ? 1 : 3), 1);
}

/**
 * The periods of a zone's calendar that hold moments from `first` to `last` (milliseconds since 1970), the oldest first; the
 * newest {@link mostPeriods} of them.
 */
export function periodsOf(grain: Grain, zoneName: string, first: number, last: number): Period[] {
  const zone = new Zone(zoneName);
  const startOf = (local: number): number => {
    const moment: LocalMoment = { utc: 0, clock: 'plain' };
    return zone.toUtc(local, moment).utc;
  };
  const periods: Period[] = [];
  // A zone is at most 14 hours away: a day before is early enough, and what ends before is left out.
  for (let at = firstDayOf(grain, first - day); startOf(at) <= last; at = nextDayOf(grain, at)) {
    const next = nextDayOf(grain, at);
    const end = startOf(next);
    if (end > first) periods.push({ from: written(at), to: written(next - day), start: startOf(at), end });
  }
  return periods.slice(-mostPeriods[grain]);
}

/** End of the calendar day a moment lies in, in a zone: data that stop within a day are taken to cover it. */
export function endOfDay(zoneName: string, at: number): number {
  const zone = new Zone(zoneName);
  const moment: LocalMoment = { utc: 0, clock: 'plain' };
  const first = Math.floor(at / day) * day - day;
  for (let local = first; ; local += day) {
    const end = zone.toUtc(local, moment).utc;
    if (end > at) return end;
  }
}
