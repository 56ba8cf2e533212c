import { z } from 'zod';
import type { CountSums } from '#kit/statistics/count.ts';
import type { Period } from '#measure/domain/indicator/periods.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { groupSql } from '../group-sql.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { type ByGroup, byGroup, periodParams, periodSql } from './period-sql.ts';

const rowSchema = z.object({ grp: z.int(), period: z.int(), n: z.int(), total: z.int(), squares: z.int() });

/**
 * Passages at a place, by group and period of the passage: customers, passages, and Σ over customers of the square of how many (the customer
 * is the unit of their interval). One query for all periods.
 */
export async function volumePeriods(
  engine: Engine,
  question: PathsQuestion & {
    readonly periods: readonly Period[];
    readonly place: string;
    readonly split: Split | null;
  },
): Promise<ByGroup<CountSums>> {
  const { places, periods, place } = question;
  const { from, params } = pathsSql(question);
  const group = groupSql(question.split);
  const rows = await engine.query(
    `SELECT grp, period, count() AS n, sum(times) AS total, sum(times * times) AS squares
     FROM (
       SELECT grp, arrayJoin(arrayDistinct(passed)) AS period, countEqual(passed, period) AS times
       FROM (
         SELECT toUInt32(${group.sql}) AS grp,
                arrayMap(m -> ${periodSql('m')}, arrayFilter((m, l) -> l = {place:UInt16}, moment, letter)) AS passed
         FROM ${from}
         WHERE has(letter, {place:UInt16})
       )
     )
     WHERE period > 0
     GROUP BY grp, period
     ORDER BY grp, period`,
    { ...params, ...group.params, ...periodParams(periods), place: numberOf(places, place) },
  );
  return byGroup(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ grp, period, ...told }) => ({ grp, period, told })),
  );
}
