import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';
import type { Format } from '#ui/format.ts';

/** What every import ends with, of events or of answers. */
export type AnyBalance = {
  readonly read: number;
  readonly kept: number;
  readonly setAside: Readonly<Partial<Record<string, number>>>;
};

/** Reasons met, the commonest first, with their count. */
export const reasonsMet = ({ setAside }: AnyBalance): { readonly reason: string; readonly rows: number }[] =>
  Object.entries(setAside)
    .flatMap(([reason, rows]) => (rows !== undefined && rows > 0 ? [{ reason, rows }] : []))
    .sort((a, b) => b.rows - a.rows);

export const asideOf = (balance: AnyBalance): number =>
  reasonsMet(balance).reduce((sum, { rows }) => sum + rows, 0);

type Say = (
  key: 'balance.allKept' | 'balance.noneKept' | 'balance.sum',
  params: Record<string, string | number>,
) => string;

/** "12 lignes lues = 9 gardées + 3 mises de côté." The numbers that matter stand between `**`. */
export function balanceSentence(say: Say, format: Format, balance: AnyBalance): string {
  const aside = asideOf(balance);
  const params = {
    count: balance.read,
    read: format.integer(balance.read),
    kept: format.integer(balance.kept),
    aside: format.integer(aside),
  };
  if (aside === 0) return say('balance.allKept', params);
  return say(balance.kept === 0 ? 'balance.noneKept' : 'balance.sum', params);
}

/** Rows that are kept with something said about them, those that occurred only. */
export function notesMet(
  notes: NonNullable<ImportRecord['balance']>['notes'],
): { readonly note: keyof typeof notes; readonly rows: number }[] {
  return (['refusedScores', 'skippedClock', 'repeatedClock'] as const)
    .map((note) => ({ note, rows: notes[note] }))
    .filter(({ rows }) => rows > 0);
}
