import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';

const rowSchema = z.object({ kind: z.int(), journeys: z.int() });

/** How many journeys begin with an event of each kind. */
export async function firstKinds(
  engine: Engine,
  scope: JourneysScope,
): Promise<{ readonly kind: number; readonly journeys: number }[]> {
  const rows = await engine.query(
    `SELECT kinds[1] AS kind, count() AS journeys
     FROM lived_journey
     WHERE ${inScope(scope)}
     GROUP BY kind
     ORDER BY kind`,
    scopeParams(scope),
  );
  return z.array(rowSchema).parse(rows);
}
