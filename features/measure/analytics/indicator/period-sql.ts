import type { Period } from '#measure/domain/indicator/periods.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';

/** Number of the period a moment lies in, from 1; 0 before the first and after the last. `moment` is an expression. */
export const periodSql = (moment: string): string =>
  `if(${moment} < {period_begin:Int64} OR ${moment} >= {period_end:Int64}, 0,
      indexOf({period_starts:Array(Int64)}, roundDown(${moment}, {period_starts:Array(Int64)})))`;

/** What was counted by number of the group (0: none of them, and everyone without a split) and, in it, by period. */
export type ByGroup<T> = ReadonlyMap<number, ReadonlyMap<number, T>>;

/** Rows of the engine, whose periods are numbered from 1, shared out by group and period. */
export function byGroup<T>(
  rows: readonly { readonly grp: number; readonly period: number; readonly told: T }[],
): ByGroup<T> {
  const groups = new Map<number, Map<number, T>>();
  for (const { grp, period, told } of rows) {
    const own = groups.get(grp) ?? new Map<number, T>();
    groups.set(grp, own.set(period - 1, told));
  }
  return groups;
}

/** Periods follow each other without a gap. */
export const periodParams = (periods: readonly Period[]): QueryParams => ({
  period_begin: periods[0]?.start ?? 0,
  period_end: periods.at(-1)?.end ?? 0,
  // The engine wants at least one.
  period_starts: periods.length > 0 ? periods.map(({ start }) => start) : [0],
});
