import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Survey } from '../domain/survey.ts';
import type { StoredSurvey, SurveyImportRecord, Surveys } from './surveys-port.ts';

/** Problem: `survey.not-found`. */
export async function findSurvey(
  { surveys }: { readonly surveys: Surveys },
  workspaceId: WorkspaceId,
  surveyId: string,
): Promise<Result<StoredSurvey>> {
  const survey = await surveys.get(workspaceId, surveyId);
  return survey ? ok(survey) : fail(problem('survey.not-found', { surveyId }, 404));
}

/** Problem: `survey.import-not-found`. */
export async function findSurveyImport(
  { surveys }: { readonly surveys: Surveys },
  workspaceId: WorkspaceId,
  importId: string,
): Promise<Result<SurveyImportRecord>> {
  const record = await surveys.getImport(workspaceId, importId);
  return record ? ok(record) : fail(problem('survey.import-not-found', { importId }, 404));
}

/** A survey as the API tells it: without the fingerprint of its file. */
export const tellSurvey = ({ fingerprint: _kept, ...survey }: StoredSurvey): Survey => survey;
