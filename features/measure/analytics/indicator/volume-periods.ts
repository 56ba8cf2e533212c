import { z } from 'zod';
import type { CountSums } from '#kit/statistics/count.ts';
import type { Period } from '#measure/domain/indicator/periods.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { periodParams, periodSql } from './period-sql.ts';

const rowSchema = z.object({ period: z.int(), n: z.int(), total: z.int(), squares: z.int() });

/**
 * Passages at a place, by period of the passage: customers, passages, and Σ over customers of the square of how many (the customer
 * is the unit of their interval). One query for all periods.
 */
export async function volumePeriods(
  engine: Engine,
  question: PathsQuestion & { readonly periods: readonly Period[]; readonly place: string },
): Promise<Map<number, CountSums>> {
  const { places, periods, place } = question;
  const { from, params } = pathsSql(question);
  const rows = await engine.query(
    `SELECT period, count() AS n, sum(times) AS total, sum(times * times) AS squares
     FROM (
       SELECT arrayJoin(arrayDistinct(passed)) AS period, countEqual(passed, period) AS times
       FROM (
         SELECT arrayMap(m -> ${periodSql('m')}, arrayFilter((m, l) -> l = {place:UInt16}, moment, letter)) AS passed
         FROM ${from}
         WHERE has(letter, {place:UInt16})
       )
     )
     WHERE period > 0
     GROUP BY period
     ORDER BY period`,
    { ...params, ...periodParams(periods), place: numberOf(places, place) },
  );
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ period, ...sums }) => [period - 1, sums]),
  );
}
