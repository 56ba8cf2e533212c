import { z } from 'zod';
import type { PairCount } from '#measure/domain/impact/redundancy.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';
import { staged } from '../staged-sql.ts';

const rowSchema = z.object({ one: z.int(), other: z.int(), both: z.int(), close: z.int() });

/** Journeys that pass two places, and that first pass both within `window` milliseconds; `places` 1 … n. */
export async function pairCounts(
  engine: Engine,
  question: PathsQuestion & { readonly window: number },
): Promise<PairCount[]> {
  const { from, params } = pathsSql(question);
  const firsts = staged(from, [
    ['arrayMap(u -> u = 1, arrayEnumerateUniq(letter)) AS is_first'],
    [
      'arrayFilter((l, f) -> f, letter, is_first) AS first_letter',
      'arrayFilter((m, f) -> f, moment, is_first) AS first_moment',
    ],
  ]);
  const rows = await engine.query(
    `SELECT least(a, b) AS one, greatest(a, b) AS other, count() AS both,
            countIf(moment_b - moment_a <= {window:Int64}) AS close
     FROM (
       SELECT first_letter[i] AS a, first_moment[i] AS moment_a, arraySlice(first_letter, i + 1) AS bs,
              arraySlice(first_moment, i + 1) AS moments_b
       FROM (SELECT first_letter, first_moment FROM ${firsts})
       ARRAY JOIN arrayEnumerate(first_letter) AS i
     )
     ARRAY JOIN bs AS b, moments_b AS moment_b
     GROUP BY one, other
     ORDER BY one, other`,
    { ...params, window: question.window },
  );
  return z.array(rowSchema).parse(rows);
}
