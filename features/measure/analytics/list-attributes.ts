import { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import { smallestMinimum } from '#kit/statistics/estimate.ts';
import type { AttributeSummary } from '#measure/domain/source.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, scopeParams } from './journeys-scope.ts';

const rowSchema = z.object({
  name: z.string(),
  distinct: z.int(),
  values: z.array(z.object({ value: z.string(), journeys: z.int() })),
});

const mostValues = 20;
/** Share of the journeys with a value that the values shown must stand for. */
const leastCover = 0.5;

/**
 * The journey-level attributes of a source that figures can be split by: how many values, and the commonest of those that
 * five journeys share. Left out: attributes with one value only, and those whose commonest values stand for less than half of
 * the journeys, as identifiers, dates and amounts do.
 */
export async function listAttributes(
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
): Promise<AttributeSummary[]> {
  const rows = await engine.query(
    `SELECT name, count() AS distinct, sum(n) AS journeys,
            arrayMap(v -> CAST((v.2, -v.1), 'Tuple(value String, journeys Int64)'),
              arraySlice(arraySort(groupArrayIf((-toInt64(n), value), n >= {smallest:UInt32})), 1, {most:UInt32})) AS values
     FROM (
       SELECT toString(pair.1) AS name, pair.2 AS value, count() AS n
       FROM lived_journey
       ARRAY JOIN CAST(attributes, 'Array(Tuple(String, String))') AS pair
       WHERE ${inScope({ workspaceId, sourceId })} AND value != ''
       GROUP BY name, value
     )
     GROUP BY name
     HAVING distinct > 1 AND arraySum(v -> v.journeys, values) >= {cover:Float64} * journeys
     ORDER BY name`,
    {
      ...scopeParams({ workspaceId, sourceId }),
      smallest: smallestMinimum,
      most: mostValues,
      cover: leastCover,
    },
  );
  return z.array(rowSchema).parse(rows);
}
