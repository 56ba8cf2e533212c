import { z } from 'zod';
import type { Period } from '#measure/domain/indicator/periods.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { periodParams, periodSql } from './period-sql.ts';

const rowSchema = z.object({ period: z.int(), came: z.int(), undecided: z.int(), journeys: z.int() });

/** Of the journeys that pass somewhere for the first time in a period. */
export type PeriodShare = {
  /** Those of whom it is true, and those of whom it is not known yet; `journeys` are all. */
  readonly came: number;
  readonly undecided: number;
  readonly journeys: number;
};

/**
 * By period of the first passage at `first` (null: at any place): how many journeys later pass `second` (null: have stopped there,
 * nothing after and silent for longer than the patience), and of how many it is not known as they are still under way. One query
 * for all periods.
 */
export async function conversionPeriods(
  engine: Engine,
  question: PathsQuestion & {
    readonly periods: readonly Period[];
    readonly first: string | null;
    readonly second: string | null;
  },
): Promise<Map<number, PeriodShare>> {
  const { places, periods, first, second } = question;
  const { from, params } = pathsSql(question);
  const start = first === null ? '1' : 'indexOf(letter, {first:UInt16})';
  const passes = first === null ? 'notEmpty(letter)' : 'has(letter, {first:UInt16})';
  // From any place, the very first may be the one that counts.
  const after = first === null ? 'letter' : 'arraySlice(letter, start + 1)';
  const came =
    second === null ? `letter[-1] = letter[start] AND NOT under_way` : `has(${after}, {second:UInt16})`;
  const open = second === null ? `letter[-1] = letter[start] AND under_way` : `NOT came AND under_way`;
  const rows = await engine.query(
    `SELECT ${periodSql('began')} AS period, countIf(came) AS came, countIf(open) AS undecided, count() AS journeys
     FROM (
       SELECT letter, under_way, ${start} AS start, moment[start] AS began, ${came} AS came, ${open} AS open
       FROM ${from}
       WHERE ${passes}
     )
     GROUP BY period
     HAVING period > 0
     ORDER BY period`,
    {
      ...params,
      ...periodParams(periods),
      ...(first !== null && { first: numberOf(places, first) }),
      ...(second !== null && { second: numberOf(places, second) }),
    },
  );
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ period, ...share }) => [period - 1, share]),
  );
}
