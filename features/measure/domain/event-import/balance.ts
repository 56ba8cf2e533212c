import { z } from 'zod';

/** Why a row of an event file was kept out. The first that applies is counted, in this order. */
export const setAsideReasons = [
  'too-many-fields',
  'too-few-fields',
  'unterminated-quote',
  'invalid-bytes',
  'invalid-json',
  'row-too-long',
  'no-customer',
  'no-time',
  'unreadable-time',
  'impossible-time',
  'time-out-of-range',
  'time-in-future',
  'no-event',
  'duplicate-event-id',
] as const;
export const setAsideReasonSchema = z.enum(setAsideReasons);
export type SetAsideReason = z.infer<typeof setAsideReasonSchema>;

const count = z.number().int().min(0);

/** What happened to every row: `read = kept + sum(setAside)`, always. */
export const balanceSchema = z.object({
  read: count,
  kept: count,
  setAside: z.partialRecord(setAsideReasonSchema, count),
  /** Rows that are kept, with something said about them. */
  notes: z.object({
    /** Scores that are not numbers, outside the scale, or a "no answer" code: the row is kept without a score. */
    refusedScores: count,
    /** Local times that the clocks skipped in spring: read with the offset before the change. */
    skippedClock: count,
    /** Local times that happened twice in autumn: the first of the two is taken. */
    repeatedClock: count,
  }),
});
export type Balance = z.infer<typeof balanceSchema>;

export const emptyBalance = (): Balance => ({
  read: 0,
  kept: 0,
  setAside: {},
  notes: { refusedScores: 0, skippedClock: 0, repeatedClock: 0 },
});

/** Rows set aside, all reasons together. */
export const setAsideTotal = (balance: Balance): number =>
  Object.values(balance.setAside).reduce((sum, n) => sum + n, 0);

/** The law of the balance; a false answer is a bug of the importer, never a fact of the file. */
export const balances = (balance: Balance): boolean => balance.read === balance.kept + setAsideTotal(balance);
