import type { Names } from './catalogue.ts';

/** Everything that decides what is simulated: the same options give the same bytes on every machine. */
export type SimulationOptions = {
  readonly seed: number;
  /** 1 … 10,000,000. */
  readonly customers: number;
  /** End of the observed period, in UTC: what happens later has not happened yet. */
  readonly end: Date;
  /** Length of the period in calendar months; 12 unless told. */
  readonly months?: number;
  /** Everyone writes in this language; unless told, 88 in 100 write in French and the others in English. */
  readonly language?: 'fr' | 'en';
  /** How events, channels and personas are named: stable codes unless told, else words for people. */
  readonly names?: Names;
};

export const defaultMonths = 12;

/** First instant of the period: the same day of the month, `months` earlier. */
export function periodStart(options: Pick<SimulationOptions, 'end' | 'months'>): Date {
  const start = new Date(options.end.getTime());
  start.setUTCMonth(start.getUTCMonth() - (options.months ?? defaultMonths));
  return start;
}

/** Mistakes of a caller are bugs here, and throw. */
export function checkOptions(options: SimulationOptions): void {
  const { customers, seed, end } = options;
  const months = options.months ?? defaultMonths;
  if (!Number.isInteger(customers) || customers < 1 || customers > 10_000_000)
    throw new RangeError('customers must be a whole number from 1 to 10,000,000');
  if (!Number.isInteger(seed)) throw new RangeError('seed must be a whole number');
  if (!Number.isInteger(months) || months < 1 || months > 120)
    throw new RangeError('months must be a whole number from 1 to 120');
  if (Number.isNaN(end.getTime())) throw new RangeError('end must be a date');
}
