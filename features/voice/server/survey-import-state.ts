import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { SurveyImportState } from '../domain/survey.ts';
import { findSurveyImport } from './find-survey.ts';
import type { VoicePorts } from './ports.ts';

/** One import of answers and, while it runs, how far it is. Problem: `survey.import-not-found`. */
export async function surveyImportState(
  ports: Pick<VoicePorts, 'surveys' | 'surveyJobs'>,
  { workspaceId, importId }: { workspaceId: WorkspaceId; importId: string },
): Promise<Result<SurveyImportState>> {
  const found = await findSurveyImport(ports, workspaceId, importId);
  if (!found.ok) return found;
  const { id, surveyId, fileName, balance, problem } = found.value;
  // What follows the import (its upload goes) is part of it: who sees it end finds everything in its place.
  const running = ports.surveyJobs.isRunning(workspaceId, importId);
  const status = running ? 'running' : found.value.status;
  const progress = ports.surveyJobs.progress(workspaceId, importId);
  return ok({ id, surveyId, fileName, status, balance, problem, progress });
}
