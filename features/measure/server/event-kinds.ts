import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { listEventKinds } from '#measure/analytics/list-event-kinds.ts';
import type { EventKind } from '#measure/domain/source.ts';
import { findSource } from './find-source.ts';
import type { MeasurePorts } from './ports.ts';

/** What happens in a source, to bind touchpoints to. Problem: `source.not-found`. */
export async function eventKinds(
  ports: Pick<MeasurePorts, 'engine' | 'sources'>,
  { workspaceId, sourceId }: { workspaceId: WorkspaceId; sourceId: string },
): Promise<Result<EventKind[]>> {
  const found = await findSource(ports, workspaceId, sourceId);
  return found.ok ? ok(await listEventKinds(ports.engine, workspaceId, sourceId)) : found;
}
