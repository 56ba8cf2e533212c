import { z } from 'zod';
import { partsOfScale } from '#measure/domain/impact/answered.ts';
import type { TouchpointSums } from '#measure/domain/impact/touchpoints.ts';
import type { Split } from '#measure/domain/measuring/split.ts';
import { numberOf } from '#measure/domain/paths/places.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { groupSql } from '../group-sql.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { staged } from '../staged-sql.ts';
import { wholeMean } from './answered-sql.ts';

const rowSchema = z.object({
  grp: z.int(),
  number: z.int(),
  journeys: z.int(),
  passages: z.int(),
  repeated: z.int(),
  decided: z.int(),
  reached: z.int(),
  known: z.int(),
  stayed: z.int(),
  scored: z.int(),
  answers: z.int(),
  scores: z.number(),
  squares: z.number(),
});

/** Place 0 stands for the whole journey: how many journeys each group has. */
const whole = '0::UInt16';

/** What happens at each place, and after the first passage there, per group of journeys. */
export async function touchpointSums(
  engine: Engine,
  question: PathsQuestion & {
    readonly scale: { readonly min: number; readonly max: number };
    readonly split: Split | null;
    readonly goal: string | undefined;
    /** Who is still there so long after the first passage has stayed; milliseconds. */
    readonly stay: number;
  },
): Promise<TouchpointSums[]> {
  const { from, params } = pathsSql(question, { ...question.scale, parts: partsOfScale });
  const group = groupSql(question.split);
  const each = staged(
    `(SELECT *, number, toUInt32(${group.sql}) AS grp FROM ${from} ARRAY JOIN arrayPushFront(arrayDistinct(letter), ${whole}) AS number)`,
    [
      [
        'indexOf(letter, number) AS first_at',
        'countEqual(letter, number) AS times_here',
        'arrayFilter((q, l) -> q >= 0 AND l = number, hit_part, hit_letter) AS own_parts',
      ],
      [
        'has(arraySlice(letter, first_at + 1), {goal:UInt16}) AS reaches',
        'if(first_at = 0, begun, moment[first_at]) AS here_at',
        `if(empty(own_parts), 0, ${wholeMean('own_parts')}) AS own_mean`,
      ],
    ],
  );
  const rows = await engine.query(
    `SELECT grp, number, count() AS journeys, sum(times_here) AS passages, countIf(times_here > 1) AS repeated,
            countIf(reaches OR NOT under_way) AS decided, countIf(reaches) AS reached,
            countIf({end:Int64} - here_at >= {stay:Int64}) AS known,
            countIf({end:Int64} - here_at >= {stay:Int64} AND ended - here_at >= {stay:Int64}) AS stayed,
            countIf(notEmpty(own_parts)) AS scored, sum(length(own_parts)) AS answers, sum(own_mean) AS scores,
            sum(toUInt64(own_mean) * own_mean) AS squares
     FROM ${each}
     GROUP BY grp, number
     ORDER BY grp, number`,
    {
      ...params,
      ...group.params,
      goal: question.goal === undefined ? 0 : numberOf(question.places, question.goal),
      stay: question.stay,
    },
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ grp, number, scores, squares, ...counts }) => ({
      ...counts,
      group: grp,
      place: number,
      scores: scores / partsOfScale,
      squares: squares / (partsOfScale * partsOfScale),
    }));
}
