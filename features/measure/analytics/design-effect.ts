import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';

const rowSchema = z.object({ effect: z.number().min(1) });

/**
 * How many times fewer independent observations there are than journeys, if those of one customer were all alike: Σm²/Σm
 * over customers with m journeys each (Kish 1965, with an intraclass correlation of 1). 1 where each has one.
 */
export async function designEffect(engine: Engine, scope: JourneysScope): Promise<number> {
  // The parts 1 … m of a customer add up to m² as 1 + 3 + … + (2m − 1).
  const [row] = await engine.query<unknown>(
    `SELECT if(count() = 0, 1, sum(2 * part - 1) / count()) AS effect FROM lived_journey WHERE ${inScope(scope)}`,
    scopeParams(scope),
  );
  return rowSchema.parse(row).effect;
}
