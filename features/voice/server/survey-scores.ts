import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { surveyScores as scoresOf } from '../analytics/survey-scores.ts';
import type { SurveyScore } from '../domain/survey.ts';
import { findSurvey } from './find-survey.ts';
import type { VoicePorts } from './ports.ts';

/** Problems: `survey.not-found`, `survey.not-a-split`. */
export async function surveyScores(
  ports: Pick<VoicePorts, 'surveys' | 'engine' | 'minimumOf'>,
  { workspaceId, surveyId, by }: { workspaceId: WorkspaceId; surveyId: string; by?: string | undefined },
): Promise<Result<SurveyScore[]>> {
  const found = await findSurvey(ports, workspaceId, surveyId);
  if (!found.ok) return found;
  if (by !== undefined && !found.value.mapping.splits.includes(by)) {
    return fail(problem('survey.not-a-split', { column: by }));
  }
  const minimum = await ports.minimumOf(workspaceId);
  if (!minimum.ok) return minimum;
  return ok(
    await scoresOf(ports.engine, {
      workspaceId,
      survey: found.value,
      by: by ?? null,
      minimum: minimum.value,
    }),
  );
}
