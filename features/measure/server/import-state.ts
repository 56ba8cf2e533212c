import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { ImportProgress, ImportRecord } from '#measure/domain/event-import/import-record.ts';
import type { MeasurePorts } from './ports.ts';

export type ImportState = ImportRecord & { progress: ImportProgress | null };

/**
 * One import and, while it runs, how far it is. It is `complete` once its source has been counted too, so that who
 * waits for it finds the figures. Problem: `import.not-found`.
 */
export async function importState(
  { imports, importJobs }: Pick<MeasurePorts, 'imports' | 'importJobs'>,
  { workspaceId, importId }: { workspaceId: WorkspaceId; importId: string },
): Promise<Result<ImportState>> {
  const record = await imports.get(workspaceId, importId);
  if (!record) return fail(problem('import.not-found', { import: importId }, 404));
  const running = importJobs.isRunning(workspaceId, importId);
  const progress = importJobs.progress(workspaceId, importId);
  if (running) {
    const status = record.status === 'complete' ? 'publishing' : record.status;
    return ok({ ...record, status, progress });
  }
  // A fault stopped the work without its record being told: nothing of it is seen, and the next start puts it in order.
  const stopped = record.status === 'running' || record.status === 'publishing';
  const fault = { code: 'import.unexpected', params: { file: record.fileName } };
  return ok(stopped ? { ...record, status: 'failed', problem: fault, progress } : { ...record, progress });
}
