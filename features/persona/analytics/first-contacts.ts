import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** A few contacts as the engine keeps them, each under a pseudonym that says nothing of who it is. */
export const firstContacts = (
  engine: Pick<Engine, 'query'>,
  workspaceId: WorkspaceId,
  versionId: string,
  most: number,
): Promise<{ pseudonym: string; words: number[]; numbers: (number | null)[] }[]> =>
  engine.query(
    `SELECT lower(substring(hex(SHA256(concat({workspace:String}, '/', customer))), 1, 8)) AS pseudonym,
       words, arrayMap(x -> if(isNaN(x), NULL, x), numbers) AS numbers
     FROM contact
     WHERE workspace_id = {workspace:String} AND version_id = {version:String}
     ORDER BY contact
     LIMIT {most:UInt32}`,
    { workspace: workspaceId, version: versionId, most },
  );
