import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { findSource } from './find-source.ts';
import { removeImport } from './import/remove-import.ts';
import type { MeasurePorts } from './ports.ts';

/** Deletes a source: its imports under way are cancelled, its events and journeys go, then its name. */
export async function removeSource(
  ports: MeasurePorts,
  { workspaceId, sourceId }: { workspaceId: WorkspaceId; sourceId: string },
): Promise<Result<Record<string, never>>> {
  const found = await findSource(ports, workspaceId, sourceId);
  if (!found.ok) return found;
  for (const { id } of await ports.imports.list(workspaceId, sourceId)) {
    await ports.importJobs.cancel(workspaceId, id);
    const removed = await removeImport(ports, workspaceId, id);
    if (!removed.ok && removed.problem.code !== 'import.not-found') return removed;
  }
  await ports.sources.remove(workspaceId, sourceId);
  return ok({});
}
