import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Survey } from '../domain/survey.ts';
import { findSurvey, tellSurvey } from './find-survey.ts';
import type { VoicePorts } from './ports.ts';

export async function survey(
  ports: Pick<VoicePorts, 'surveys'>,
  { workspaceId, surveyId }: { workspaceId: WorkspaceId; surveyId: string },
): Promise<Result<Survey>> {
  const found = await findSurvey(ports, workspaceId, surveyId);
  return found.ok ? ok(tellSurvey(found.value)) : found;
}
