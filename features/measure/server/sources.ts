import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Source } from '#measure/domain/source.ts';
import { describeSource } from './find-source.ts';
import type { MeasurePorts } from './ports.ts';

/** The sources that hold something; one whose first import failed or is under way is not there yet. */
export async function sources(
  ports: Pick<MeasurePorts, 'sources' | 'imports'>,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<Result<Source[]>> {
  const stored = (await ports.sources.list(workspaceId)).filter((source) => source.summary !== null);
  return ok(await Promise.all(stored.map((source) => describeSource(ports, workspaceId, source))));
}
