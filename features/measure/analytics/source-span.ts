import { z } from 'zod';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, type JourneysScope, scopeParams } from './journeys-scope.ts';

const spanSchema = z.object({
  journeys: z.int(),
  events: z.int(),
  longest: z.int(),
  begin: z.int(),
  end: z.int(),
});
export type SourceSpan = z.infer<typeof spanSchema>;

/**
 * How much a source holds: journeys, events, events of the longest journey, and the moments of its first and last
 * event (milliseconds since 1970; 0 when it is empty), which are those of the whole source whatever the period.
 */
export async function sourceSpan(engine: Engine, scope: JourneysScope): Promise<SourceSpan> {
  const [row] = await engine.query(
    `SELECT countIf(asked) AS journeys, sumIf(length, asked) AS events, max(length) AS longest,
            toUnixTimestamp64Milli(min(first_time)) AS begin,
            toUnixTimestamp64Milli(max(last_time)) AS end
     FROM (
       SELECT events AS length, first_time, last_time, ${scope.period ? inScope(scope) : 'true'} AS asked
       FROM lived_journey
       WHERE ${inScope({ workspaceId: scope.workspaceId, sourceId: scope.sourceId })}
     )`,
    scopeParams(scope),
  );
  return spanSchema.parse(row);
}
