import type { WorkspaceId } from '#kit/ids.ts';
import type { SurveyMapping } from '../domain/survey.ts';

/** What a question needs to know of a survey; the answers themselves are in the engine. */
export type SurveyScope = {
  readonly id: string;
  /** Columns of the file: a cell is stored under the place of its column here. */
  readonly columns: readonly string[];
  readonly mapping: SurveyMapping;
  readonly respondents: number;
};

export type SurveyQuestion = { readonly workspaceId: WorkspaceId; readonly survey: SurveyScope };

/** Place of no column: nothing is ever stored there. */
export const noColumn = 65_535;

export const placeOf = (survey: SurveyScope, column: string | null | undefined): number => {
  const place = column === null || column === undefined ? -1 : survey.columns.indexOf(column);
  return place === -1 ? noColumn : place;
};

/** Every statement reads one survey of one workspace, and takes these parameters. */
export const scopeParams = ({ workspaceId, survey }: SurveyQuestion) => ({
  workspace: workspaceId,
  survey: survey.id,
});

export const inScope = `workspace_id = {workspace:String} AND survey_id = {survey:String}`;
