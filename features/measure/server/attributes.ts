import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { listAttributes } from '#measure/analytics/list-attributes.ts';
import type { AttributeSummary } from '#measure/domain/source.ts';
import { findSource } from './find-source.ts';
import type { MeasurePorts } from './ports.ts';

/** What figures of a source can be split by. Problem: `source.not-found`. */
export async function attributes(
  ports: Pick<MeasurePorts, 'engine' | 'sources'>,
  { workspaceId, sourceId }: { workspaceId: WorkspaceId; sourceId: string },
): Promise<Result<AttributeSummary[]>> {
  const found = await findSource(ports, workspaceId, sourceId);
  return found.ok ? ok(await listAttributes(ports.engine, workspaceId, sourceId)) : found;
}
