import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { dropCells } from './cells.ts';
import { findSurvey } from './find-survey.ts';
import type { VoicePorts } from './ports.ts';
import { removeSetAsideFile } from './set-aside-file.ts';

/** Removes a survey with its answers, the record of its import and the rows set aside. */
export async function removeSurvey(
  ports: Pick<VoicePorts, 'surveys' | 'engine' | 'folder'>,
  { workspaceId, surveyId }: { workspaceId: WorkspaceId; surveyId: string },
): Promise<Result<Record<string, never>>> {
  const found = await findSurvey(ports, workspaceId, surveyId);
  if (!found.ok) return found;
  // The engine answers from here on: what a crash leaves is then swept at the next start, and nothing is gone in vain.
  await ports.engine.query('SELECT 1');
  await ports.surveys.remove(workspaceId, surveyId);
  await dropCells(ports.engine, surveyId);
  await removeSetAsideFile(ports.folder, found.value.importId);
  return ok({});
}
