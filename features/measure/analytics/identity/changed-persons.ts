import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/**
 * Writes into a new table `into` (one column, `customer`) everybody whose journeys are not the same in two versions of the
 * identities of a workspace: ids that belong to another person now, with the persons they belonged and belong to.
 */
export async function changedPersons(
  engine: Engine,
  workspaceId: WorkspaceId,
  { from, to, into }: { readonly from: number; readonly to: number; readonly into: string },
): Promise<void> {
  const links = (version: string): string =>
    `SELECT alias, person FROM identity_person WHERE workspace_id = {workspace:String} AND version = ${version}`;
  await engine.command(
    `CREATE OR REPLACE TABLE ${into} (customer String) ENGINE = MergeTree ORDER BY customer`,
  );
  // A link of one version only: it was made, or it is gone. A link that leads elsewhere is both.
  await engine.command(
    `INSERT INTO ${into}
     SELECT DISTINCT arrayJoin([alias, person]) AS customer
     FROM (${links('{from:UInt32}')} UNION ALL ${links('{to:UInt32}')})
     WHERE (alias, person) IN (
       SELECT alias, person FROM (${links('{from:UInt32}')} UNION ALL ${links('{to:UInt32}')})
       GROUP BY alias, person HAVING count() = 1)`,
    { workspace: workspaceId, from, to },
  );
}
