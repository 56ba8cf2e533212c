import { createHash } from 'node:crypto';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** Following links doubles in length each time: chains of 2⁴⁰ ids do not exist, what goes on longer goes round. */
const mostRounds = 40;

const keyOf = (workspaceId: WorkspaceId): string =>
  createHash('sha256').update(workspaceId).digest('hex').slice(0, 20);

/**
 * Writes down who is who in `version` of the identities of a workspace, as `whoIsWho` of the domain says, from the links
 * of the changes that hold (in their order). What was there of this version is replaced. `cycle`: ids that lead back to
 * themselves, at most three; then nothing is written.
 */
export async function resolveIdentities(
  engine: Engine,
  workspaceId: WorkspaceId,
  version: number,
  changes: readonly number[],
): Promise<{ readonly cycle: readonly string[] }> {
  const about = { workspace: workspaceId, version, changes: [...changes] };
  const mine = 'workspace_id = {workspace:String} AND version = {version:UInt32}';
  const round = (table: number): string => `scratch_identity_${table}_${keyOf(workspaceId)}`;
  const drop = async (): Promise<void> => {
    for (const table of [0, 1]) await engine.command(`DROP TABLE IF EXISTS ${round(table)} SYNC`);
  };
  const make = (table: number): Promise<void> =>
    engine.command(`CREATE OR REPLACE TABLE ${round(table)} (alias String, person String, moved Bool)
                    ENGINE = MergeTree ORDER BY alias`);
  await engine.command(`DELETE FROM identity_person WHERE ${mine}`, about);
  try {
    await make(0);
    await engine.command(
      `INSERT INTO ${round(0)}
       SELECT alias, last, true
       FROM (SELECT alias, argMax(person, (change, person)) AS last FROM identity_link
             WHERE workspace_id = {workspace:String} AND has({changes:Array(UInt32)}, change) GROUP BY alias)
       WHERE alias != last`,
      about,
    );
    let current = 0;
    for (let rounds = 0; ; rounds++) {
      const [state] = await engine.query<{ moving: number; cycle: string[] }>(
        `SELECT countIf(moved) AS moving, groupArrayIf(3)(alias, alias = person OR {late:Bool} AND moved) AS cycle
         FROM ${round(current)}`,
        { late: rounds >= mostRounds },
      );
      if (state && state.cycle.length > 0) return { cycle: state.cycle.sort() };
      if (!state || state.moving === 0) break;
      const next = 1 - current;
      await make(next);
      await engine.command(
        `INSERT INTO ${round(next)}
         SELECT own.alias, if(further.person = '', own.person, further.person), further.person != ''
         FROM ${round(current)} AS own LEFT ANY JOIN ${round(current)} AS further ON own.person = further.alias`,
      );
      current = next;
    }
    await engine.command(
      `INSERT INTO identity_person SELECT {workspace:String}, {version:UInt32}, alias, person FROM ${round(current)}`,
      about,
    );
    return { cycle: [] };
  } finally {
    await drop();
  }
}
