import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';

const rowSchema = z.object({ patience: z.int() });

/** Share of the silences within journeys that are shorter than the patience. */
export const patienceLevel = 0.95;

/**
 * The patience of a source, in milliseconds: 19 silences of 20 between two events of a journey are shorter. A journey that has
 * been silent for longer when the data end is taken to be over; else it is still under way. Events at the same moment have no
 * silence between them. 0 when no journey has two moments. With n silences in order, the one at ⌊0.95·n⌋ (from 0).
 */
export async function patience(engine: Engine, scope: JourneysScope): Promise<number> {
  const [row] = await engine.query(
    `SELECT toInt64(quantileExact(${patienceLevel})(silence)) AS patience
     FROM (
       SELECT arrayJoin(arrayFilter(s -> s > 0, arrayDifference(times))) AS silence
       FROM lived_journey
       WHERE ${inScope(scope)}
     )`,
    scopeParams(scope),
  );
  return rowSchema.parse(row).patience;
}
