import { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

const rowSchema = z.object({ aliases: z.int(), persons: z.int() });

/** Ids that belong to another in a version of the identities, and the persons they belong to. */
export async function countIdentities(engine: Engine, workspaceId: WorkspaceId, version: number) {
  const [row] = await engine.query<unknown>(
    `SELECT count() AS aliases, uniqExact(person) AS persons FROM identity_person
     WHERE workspace_id = {workspace:String} AND version = {version:UInt32}`,
    { workspace: workspaceId, version },
  );
  return rowSchema.parse(row);
}
