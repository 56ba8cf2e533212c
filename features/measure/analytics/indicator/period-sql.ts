import type { Period } from '#measure/domain/indicator/periods.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';

/** Number of the period a moment lies in, from 1; 0 before the first and after the last. `moment` is an expression. */
export const periodSql = (moment: string): string =>
  `if(${moment} < {period_begin:Int64} OR ${moment} >= {period_end:Int64}, 0,
      indexOf({period_starts:Array(Int64)}, roundDown(${moment}, {period_starts:Array(Int64)})))`;

/** Periods follow each other without a gap. */
export const periodParams = (periods: readonly Period[]): QueryParams => ({
  period_begin: periods[0]?.start ?? 0,
  period_end: periods.at(-1)?.end ?? 0,
  // The engine wants at least one.
  period_starts: periods.length > 0 ? periods.map(({ start }) => start) : [0],
});
