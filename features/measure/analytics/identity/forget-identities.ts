import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** Drops who is who in the versions that no source is made with any more; the links they came from stay. */
export const forgetIdentities = (
  engine: Engine,
  workspaceId: WorkspaceId,
  used: readonly number[],
): Promise<void> =>
  engine.command(
    `DELETE FROM identity_person
     WHERE workspace_id = {workspace:String} AND NOT has({used:Array(UInt32)}, version)`,
    { workspace: workspaceId, used: [...used] },
  );
