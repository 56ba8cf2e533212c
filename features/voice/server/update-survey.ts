import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, type Result } from '#kit/result.ts';
import { checkMapping } from '../domain/check-mapping.ts';
import type { Survey, SurveyMapping } from '../domain/survey.ts';
import { findSurvey } from './find-survey.ts';
import type { VoicePorts } from './ports.ts';
import { survey } from './survey.ts';
import { timeRange } from './time-range.ts';

/**
 * Renames a survey, or changes how its columns are read: the cells are kept as written, so scales, codes, kinds,
 * weights, splits and texts take effect at once. Who is a respondent was settled when rows were set aside.
 * Problems: `survey.not-found`, `survey.respondent-settled`, those of `checkMapping`.
 */
export async function updateSurvey(
  ports: Pick<VoicePorts, 'surveys' | 'engine'>,
  input: {
    workspaceId: WorkspaceId;
    surveyId: string;
    name?: string | undefined;
    mapping?: SurveyMapping | undefined;
  },
): Promise<Result<Survey>> {
  const { workspaceId, surveyId, name, mapping } = input;
  const found = await findSurvey(ports, workspaceId, surveyId);
  if (!found.ok) return found;
  const { columns, mapping: before } = found.value;
  if (mapping) {
    const checked = checkMapping(mapping, columns);
    if (!checked.ok) return checked;
    if (mapping.respondent !== before.respondent) {
      return fail(problem('survey.respondent-settled', { column: before.respondent ?? '' }, 409));
    }
  }
  const cells = { workspaceId, surveyId };
  await ports.surveys.change(workspaceId, surveyId, {
    ...(name === undefined ? {} : { name }),
    ...(mapping ? { mapping, ...(await timeRange(ports.engine, cells, columns, mapping.time)) } : {}),
  });
  return survey(ports, { workspaceId, surveyId });
}
