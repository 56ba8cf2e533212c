import { z } from 'zod';
import { type KindCount, kindCountSchema } from '#measure/domain/measuring/known-kinds.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';

/** Events of each kind that happened, journeys that have at least one, and the moment of the last. */
export async function kindCounts(engine: Engine, scope: JourneysScope): Promise<KindCount[]> {
  const rows = await engine.query(
    `SELECT kind, count() AS events, countIf(nth = 1) AS journeys, max(time) AS lastAt
     FROM (
       SELECT kinds, times, arrayEnumerateUniq(kinds) AS nths
       FROM lived_journey
       WHERE ${inScope(scope)}
     )
     ARRAY JOIN kinds AS kind, nths AS nth, times AS time
     GROUP BY kind
     ORDER BY kind`,
    scopeParams(scope),
  );
  return z.array(kindCountSchema).parse(rows);
}
