import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type PathsQuestion, pathsSql } from './letters-sql.ts';

const totalsSchema = z.object({ journeys: z.int(), variants: z.int() });
const rowSchema = z.object({ path: z.array(z.int()), journeys: z.int(), median: z.number() });

export type Variants = {
  /** Journeys in scope, those that pass no place included (their path is empty). */
  readonly journeys: number;
  readonly variants: number;
  /** The commonest first; at equal numbers in the order of their places. Duration: median first to last passage, ms. */
  readonly commonest: readonly {
    readonly path: readonly string[];
    readonly journeys: number;
    readonly medianMilliseconds: number;
  }[];
};

/** The different paths, counted exactly, and the `most` commonest of them. */
export async function variantCounts(
  engine: Engine,
  question: PathsQuestion & { readonly most: number },
): Promise<Variants> {
  const { from, params } = pathsSql(question);
  const [totals, rows] = await Promise.all([
    engine.query(`SELECT count() AS journeys, uniqExact(letter) AS variants FROM ${from}`, params),
    engine.query(
      `SELECT letter AS path, count() AS journeys,
              quantileExactInclusive(0.5)(if(empty(moment), 0, moment[-1] - moment[1])) AS median
       FROM ${from}
       GROUP BY letter
       ORDER BY journeys DESC, path
       LIMIT {most:UInt32}`,
      { ...params, most: question.most },
    ),
  ]);
  return {
    ...totalsSchema.parse(totals[0]),
    commonest: z
      .array(rowSchema)
      .parse(rows)
      .map(({ path, journeys, median }) => ({
        path: path.map((number) => question.places.keys[number - 1] ?? ''),
        journeys,
        medianMilliseconds: median,
      })),
  };
}
