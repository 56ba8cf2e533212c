import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Survey } from '../domain/survey.ts';
import { tellSurvey } from './find-survey.ts';
import type { VoicePorts } from './ports.ts';

export async function surveys(
  ports: Pick<VoicePorts, 'surveys'>,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<Result<Survey[]>> {
  return ok((await ports.surveys.list(workspaceId)).map(tellSurvey));
}
