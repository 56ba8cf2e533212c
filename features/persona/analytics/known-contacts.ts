import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** Contacts whose word at a place is one of these, at most so many, drawn the same way every time. */
export const knownContacts = (
  engine: Pick<Engine, 'query'>,
  of: { readonly workspaceId: WorkspaceId; readonly versionId: string },
  {
    place,
    codes,
    most,
  }: { readonly place: number; readonly codes: readonly number[]; readonly most: number },
): Promise<{ words: number[]; numbers: (number | null)[] }[]> =>
  engine.query(
    `SELECT words, arrayMap(x -> if(isNaN(x), NULL, x), numbers) AS numbers
     FROM contact
     WHERE workspace_id = {workspace:String} AND version_id = {version:String}
       AND has({codes:Array(UInt16)}, words[{place:UInt32}])
     ORDER BY cityHash64(contact)
     LIMIT {most:UInt32}`,
    { workspace: of.workspaceId, version: of.versionId, place, codes, most },
  );
