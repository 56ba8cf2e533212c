import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { AttributionCount } from '../domain/detection/attribution-run.ts';

/** Contacts of a run by persona and tenth of probability. Only whole numbers are added: the same answer every time. */
export const attributionCounts = (
  engine: Pick<Engine, 'query'>,
  workspaceId: WorkspaceId,
  runId: string,
): Promise<AttributionCount[]> =>
  engine.query<AttributionCount>(
    `SELECT persona, toUInt8(least(9, intDiv(part, 1000))) AS bin, count() AS contacts,
       sum(part) AS sum, sum(part * part) AS squares
     FROM (
       SELECT persona, toUInt64(round(probability * 10000)) AS part
       FROM contact_persona
       WHERE workspace_id = {workspace:String} AND run_id = {run:String}
     )
     GROUP BY persona, bin
     ORDER BY persona, bin`,
    { workspace: workspaceId, run: runId },
  );
