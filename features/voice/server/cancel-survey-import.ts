import type { WorkspaceId } from '#kit/ids.ts';
import type { Result } from '#kit/result.ts';
import type { SurveyImportState } from '../domain/survey.ts';
import type { VoicePorts } from './ports.ts';
import { surveyImportState } from './survey-import-state.ts';

/** Stops an import under way; answers when nothing of it is left. One that has ended stays as it is. */
export async function cancelSurveyImport(
  ports: Pick<VoicePorts, 'surveys' | 'surveyJobs'>,
  input: { workspaceId: WorkspaceId; importId: string },
): Promise<Result<SurveyImportState>> {
  await ports.surveyJobs.cancel(input.workspaceId, input.importId);
  return surveyImportState(ports, input);
}
