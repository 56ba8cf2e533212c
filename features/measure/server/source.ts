import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { SourceDetails } from '#measure/domain/source.ts';
import { describeSource, findSource } from './find-source.ts';
import type { MeasurePorts } from './ports.ts';

export async function source(
  ports: Pick<MeasurePorts, 'sources' | 'imports'>,
  { workspaceId, sourceId }: { workspaceId: WorkspaceId; sourceId: string },
): Promise<Result<SourceDetails>> {
  const found = await findSource(ports, workspaceId, sourceId);
  if (!found.ok) return found;
  const imports = await ports.imports.list(workspaceId, sourceId);
  return ok({ ...(await describeSource(ports, workspaceId, found.value)), imports });
}
