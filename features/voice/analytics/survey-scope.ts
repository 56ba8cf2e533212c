import type { WorkspaceId } from '#kit/ids.ts';
import type { QueryParams } from '#platform/clickhouse/engine.ts';
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
export const splitRows = (by: SurveySplit, name = 'by'): string =>
  typeof by === 'string'
    ? `SELECT row, raw AS key FROM survey_cell WHERE ${inScope} AND column_index = {${name}:UInt16}`
    : `SELECT row, key
       FROM (SELECT row, raw FROM survey_cell WHERE ${inScope} AND column_index = {${name}:UInt16}) AS who
       INNER JOIN (
         SELECT customer AS raw, toString(persona) AS key
         FROM (
           SELECT contact, customer FROM contact
           WHERE workspace_id = {workspace:String} AND version_id = {${name}_version:String}
         ) AS known
         INNER JOIN (
           SELECT contact, persona FROM contact_persona
           WHERE workspace_id = {workspace:String} AND run_id = {${name}_run:String}
         ) AS given USING (contact)
       ) AS persona_of USING (raw)`;

export const splitParams = (survey: SurveyScope, by: SurveySplit | null, name = 'by') => ({
  [name]: placeOf(survey, by === null || typeof by === 'string' ? by : survey.mapping.respondent),
  ...(by === null || typeof by === 'string'
    ? {}
    : { [`${name}_version`]: by.versionId, [`${name}_run`]: by.runId }),
});

/** Only people in one of these groups of a column or run; or, where `others` is true, in another one. */
export type OnlyRows = {
  readonly by: SurveySplit;
  readonly values: readonly string[];
  readonly others?: boolean;
};

/** Conditions on `row`, all of which hold; their values are in `onlyParams`. */
export const onlySql = (only: readonly OnlyRows[]): string =>
  only
    .map(({ by, others }, at) => {
      const named = `${others ? 'NOT ' : ''}has({only_${at}_values:Array(String)}, key)`;
      return `AND row IN (SELECT row FROM (${splitRows(by, `only_${at}`)}) WHERE ${named})`;
    })
    .join('\n');

export const onlyParams = (survey: SurveyScope, only: readonly OnlyRows[]) =>
  Object.assign(
    {},
    ...only.map(({ by, values }, at) => ({
      ...splitParams(survey, by, `only_${at}`),
      [`only_${at}_values`]: values,
    })),
  ) as QueryParams;

/** Every statement reads one survey of one workspace, and takes these parameters. */
export const scopeParams = ({ workspaceId, survey }: SurveyQuestion) => ({
  workspace: workspaceId,
  survey: survey.id,
});

export const inScope = `workspace_id = {workspace:String} AND survey_id = {survey:String}`;
