import type { WorkspaceId } from '#kit/ids.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

export type EventKindRow = { readonly id: number; readonly name: string; readonly channel: string };

/** The kinds of events of a source: what the numbers in `lived_journey.kinds` stand for. */
export const eventKinds = (
  engine: Engine,
  workspaceId: WorkspaceId,
  sourceId: string,
): Promise<EventKindRow[]> =>
  engine.query<EventKindRow>(
    `SELECT id, name, channel FROM event_kind
     WHERE workspace_id = {workspace:String} AND source_id = {source:String}
     ORDER BY id`,
    { workspace: workspaceId, source: sourceId },
  );
