import { type Duration, durationUnits } from './schema.ts';

/** Seconds of one unit; a month and a year are the mean ones of the Gregorian calendar (365.2425 days). */
const secondsOf: Readonly<Record<Duration['unit'], number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_746,
  year: 31_556_952,
};

export const inSeconds = ({ value, unit }: Duration): number => value * secondsOf[unit];

/**
 * Two durations one after the other, in the coarser of the two units, to a hundredth: what a team believes of days is
 * not made truer by minutes. One that is not said adds nothing; undefined units are never guessed.
 */
export function addDurations(a: Duration | null, b: Duration | null): Duration | null {
  if (!a || !b) return a ?? b;
  const unit = durationUnits.indexOf(a.unit) > durationUnits.indexOf(b.unit) ? a.unit : b.unit;
  return { value: rounded((inSeconds(a) + inSeconds(b)) / secondsOf[unit]), unit };
}

/** Seconds in the unit people would say them in, to a tenth below ten: days up to two months, months up to two years. */
export function saidIn(seconds: number): Duration {
  const unit = saidFrom.findLast(([, least]) => seconds >= least)?.[0] ?? 'second';
  const value = seconds / secondsOf[unit];
  return { value: value < 10 ? Math.round(value * 10) / 10 : Math.round(value), unit };
}

const saidFrom: readonly (readonly [unit: Duration['unit'], least: number])[] = [
  ['minute', 1.5 * secondsOf.minute],
  ['hour', 1.5 * secondsOf.hour],
  ['day', 1.5 * secondsOf.day],
  ['month', 2 * secondsOf.month],
  ['year', 2 * secondsOf.year],
];

const rounded = (value: number): number => Math.round(value * 100) / 100;
