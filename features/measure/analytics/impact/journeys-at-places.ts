import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { type PathsQuestion, pathsSql } from '../paths/letters-sql.ts';

const rowSchema = z.object({ place: z.int(), journeys: z.int() });

/** Journeys that pass each place, in the order of `places.keys`. */
export async function journeysAtPlaces(engine: Engine, question: PathsQuestion): Promise<number[]> {
  const { from, params } = pathsSql(question);
  const rows = await engine.query(
    `SELECT arrayJoin(arrayDistinct(letter)) AS place, count() AS journeys FROM ${from} GROUP BY place ORDER BY place`,
    params,
  );
  const at = question.places.keys.map(() => 0);
  for (const { place, journeys } of z.array(rowSchema).parse(rows)) at[place - 1] = journeys;
  return at;
}
