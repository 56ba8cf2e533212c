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

/** A column of the survey, or a run of a detection model: who is who is then told by the respondent. */
export type SurveySplit = string | { readonly runId: string; readonly versionId: string };

/** `row` and `key` of everybody who is in a group, as a query; its values are in `splitParams`. */
export const splitRows = (by: SurveySplit): string =>
  typeof by === 'string'
    ? `SELECT row, raw AS key FROM survey_cell WHERE ${inScope} AND column_index = {by:UInt16}`
    : `SELECT row, key
       FROM (SELECT row, raw FROM survey_cell WHERE ${inScope} AND column_index = {by:UInt16}) AS who
       INNER JOIN (
         SELECT customer AS raw, toString(persona) AS key
         FROM (
           SELECT contact, customer FROM contact
           WHERE workspace_id = {workspace:String} AND version_id = {split_version:String}
         ) AS known
         INNER JOIN (
           SELECT contact, persona FROM contact_persona
           WHERE workspace_id = {workspace:String} AND run_id = {split_run:String}
         ) AS given USING (contact)
       ) AS persona_of USING (raw)`;

export const splitParams = (survey: SurveyScope, by: SurveySplit | null) => ({
  by: placeOf(survey, by === null || typeof by === 'string' ? by : survey.mapping.respondent),
  ...(by === null || typeof by === 'string' ? {} : { split_version: by.versionId, split_run: by.runId }),
});

/** Every statement reads one survey of one workspace, and takes these parameters. */
export const scopeParams = ({ workspaceId, survey }: SurveyQuestion) => ({
  workspace: workspaceId,
  survey: survey.id,
});

export const inScope = `workspace_id = {workspace:String} AND survey_id = {survey:String}`;
