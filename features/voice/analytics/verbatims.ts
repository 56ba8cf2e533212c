import type { Engine } from '#platform/clickhouse/engine.ts';
import { inScope, placeOf, type SurveyQuestion, scopeParams } from './survey-scope.ts';

export type Verbatim = {
  readonly column: string;
  readonly text: string;
  /** Value of the column asked for in `by`; null without one, and for values of under five people. */
  readonly group: string | null;
};

/**
 * Words of the respondents: the text columns of the survey, in the order of the file. Nothing of who wrote them comes
 * along but the group asked for.
 */
export async function listVerbatims(
  engine: Engine,
  question: SurveyQuestion & {
    readonly limit: number;
    readonly offset?: number;
    readonly by?: string | null;
    /** Only those of this group. */
    readonly group?: string;
    /** Only those that contain these words, in any case. */
    readonly contains?: string;
  },
): Promise<Verbatim[]> {
  const { survey, group = null, contains = '' } = question;
  const rows = await engine.query<{ column_index: number; text: string; key: string }>(
    `
    WITH
      sizes AS (
        SELECT raw FROM survey_cell WHERE ${inScope} AND column_index = {by:UInt16}
        GROUP BY raw HAVING count() >= 5
      ),
      groups AS (
        SELECT row, raw AS key FROM survey_cell
        WHERE ${inScope} AND column_index = {by:UInt16} AND raw IN sizes
      )
    SELECT column_index, raw AS text, key
    FROM survey_cell
    LEFT ANY JOIN groups USING (row)
    WHERE ${inScope} AND has({texts:Array(UInt16)}, column_index)
      AND ({only_group:UInt8} = 0 OR key = {group:String})
      AND ({contains:String} = '' OR positionCaseInsensitiveUTF8(raw, {contains:String}) > 0)
    ORDER BY row, column_index
    LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
    {
      ...scopeParams(question),
      by: placeOf(survey, question.by),
      texts: survey.mapping.texts.map((column) => placeOf(survey, column)),
      only_group: group === null ? 0 : 1,
      group: group ?? '',
      contains,
      limit: question.limit,
      offset: question.offset ?? 0,
    },
  );
  return rows.map(({ column_index, text, key }) => ({
    column: survey.columns[column_index] ?? '',
    text,
    group: key === '' ? null : key,
  }));
}
