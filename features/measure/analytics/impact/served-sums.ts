import { z } from 'zod';
import { badlyUnder, partsOfScale, servedKinds, wellFrom } from '#measure/domain/impact/answered.ts';
import type { ServedSums } from '#measure/domain/impact/served.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type AnsweredQuestion, answeredSql } from './answered-sql.ts';

const rowSchema = z.object({
  place: z.int(),
  served: z.int(),
  n: z.int(),
  sum: z.number(),
  squares: z.number(),
});

/** Answers of the customers who were served badly, well or neither at each place before they answered; 0…1 of the scale. */
export async function servedSums(
  engine: Engine,
  question: AnsweredQuestion,
  chosen: readonly number[],
): Promise<ServedSums[]> {
  const { from, params } = answeredSql(question, chosen, 'score');
  const rows = await engine.query(
    `SELECT place_ AS place, multiIf(value_ < ${badlyUnder}, 0, value_ < ${wellFrom}, 1, 2) AS served, count() AS n,
            sum(answer) AS sum, sum(toUInt64(answer) * answer) AS squares
     FROM ${from}
     ARRAY JOIN place AS place_, value AS value_
     GROUP BY place_, served
     ORDER BY place_, served`,
    params,
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ place, served, n, sum, squares }) => ({
      place: place - 1,
      served: servedKinds[served] ?? 'between',
      n,
      sum: sum / partsOfScale,
      squares: squares / (partsOfScale * partsOfScale),
    }));
}
