import type { WorkspaceId } from '#kit/ids.ts';
import type { IdentityLink } from '#measure/domain/identity/identity.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

const mine = 'workspace_id = {workspace:String} AND change = {change:UInt32}';

/** Takes away the links of a change that did not come to be. */
export const dropLinks = (engine: Engine, workspaceId: WorkspaceId, change: number): Promise<void> =>
  engine.command(`DELETE FROM identity_link WHERE ${mine}`, { workspace: workspaceId, change });

/** Adds links of one change; called several times for many. */
export const addLinks = (
  engine: Engine,
  workspaceId: WorkspaceId,
  change: number,
  links: readonly IdentityLink[],
): Promise<void> =>
  engine.insertRaw({
    table: 'identity_link',
    columns: ['workspace_id', 'change', 'alias', 'person'],
    format: 'JSONCompactEachRow',
    values: Buffer.from(
      links.map(({ alias, person }) => JSON.stringify([workspaceId, change, alias, person])).join('\n'),
    ),
  });

/** An id that one change gives to two persons, if there is one. */
export async function contradiction(
  engine: Engine,
  workspaceId: WorkspaceId,
  change: number,
): Promise<{ alias: string; persons: string[] } | undefined> {
  const [found] = await engine.query<{ id: string; persons: string[] }>(
    `SELECT alias AS id, arraySort(groupUniqArray(3)(person)) AS persons FROM identity_link WHERE ${mine}
     GROUP BY alias HAVING uniqExact(person) > 1 ORDER BY alias LIMIT 1`,
    { workspace: workspaceId, change },
  );
  return found && { alias: found.id, persons: found.persons };
}
