import { z } from 'zod';
import type { Period } from '#measure/domain/indicator/periods.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { groupSql } from '../group-sql.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { type ByGroup, byGroup, periodParams, periodSql } from './period-sql.ts';

const rowSchema = z.object({
  grp: z.int(),
  period: z.int(),
  came: z.int(),
  undecided: z.int(),
  journeys: z.int(),
});

/** Of the journeys that pass somewhere for the first time in a period. */
export type PeriodShare = {
  /** Those of whom it is true, and those of whom it is not known yet; `journeys` are all. */
  readonly came: number;
  readonly undecided: number;
  readonly journeys: number;
};

/**
 * By group and period of the first passage at `first` (null: at any place): how many journeys later pass `second` (null: have stopped there,
 * nothing after and silent for longer than the patience), and of how many it is not known as they are still under way. One query
 * for all periods.
 */
export async function conversionPeriods(
  engine: Engine,
  question: PathsQuestion & {
    readonly periods: readonly Period[];
    readonly first: string | null;
    readonly second: string | null;
    readonly split: Split | null;
  },
): Promise<ByGroup<PeriodShare>> {
  const { places, periods, first, second } = question;
  const { from, params } = pathsSql(question);
  const group = groupSql(question.split);
  const start = first === null ? '1' : 'indexOf(letter, {first:UInt16})';
  const passes = first === null ? 'notEmpty(letter)' : 'has(letter, {first:UInt16})';
  // From any place, the very first may be the one that counts.
  const after = first === null ? 'letter' : 'arraySlice(letter, start + 1)';
  const came =
    second === null ? `letter[-1] = letter[start] AND NOT under_way` : `has(${after}, {second:UInt16})`;
  const open = second === null ? `letter[-1] = letter[start] AND under_way` : `NOT came AND under_way`;
  const rows = await engine.query(
    `SELECT grp, ${periodSql('began')} AS period, countIf(came) AS came, countIf(open) AS undecided, count() AS journeys
     FROM (
       SELECT toUInt32(${group.sql}) AS grp, letter, under_way, ${start} AS start, moment[start] AS began, ${came} AS came, ${open} AS open
       FROM ${from}
       WHERE ${passes}
     )
     GROUP BY grp, period
     HAVING period > 0
     ORDER BY grp, period`,
    {
      ...params,
      ...group.params,
      ...periodParams(periods),
      ...(first !== null && { first: numberOf(places, first) }),
      ...(second !== null && { second: numberOf(places, second) }),
    },
  );
  return byGroup(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ grp, period, ...told }) => ({ grp, period, told })),
  );
}
