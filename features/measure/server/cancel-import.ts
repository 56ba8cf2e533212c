import type { WorkspaceId } from '#kit/ids.ts';
import type { Result } from '#kit/result.ts';
import { type ImportState, importState } from './import-state.ts';
import type { MeasurePorts } from './ports.ts';

/** Cancels an import under way and answers when everything is taken back; one that has ended stays as it is. */
export async function cancelImport(
  ports: Pick<MeasurePorts, 'imports' | 'importJobs'>,
  input: { workspaceId: WorkspaceId; importId: string },
): Promise<Result<ImportState>> {
  const found = await importState(ports, input);
  if (!found.ok) return found;
  await ports.importJobs.cancel(input.workspaceId, input.importId);
  return importState(ports, input);
}
