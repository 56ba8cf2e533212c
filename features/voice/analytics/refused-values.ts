import type { Engine } from '#platform/clickhouse/engine.ts';
import type { ScoreColumn } from '../domain/survey.ts';
import { positionSql, readingParams, readingSql } from './reading-sql.ts';
import { inScope, type SurveyQuestion, scopeParams } from './survey-scope.ts';

export type RefusedValue = { readonly score: number; readonly value: string; readonly count: number };

/** Different refused values listed for one column. */
const listed = 50;

/** Values that are neither on the scale nor a declared code, with their counts, commonest first. */
export async function refusedValues(
  engine: Engine,
  question: SurveyQuestion & { readonly scores: readonly ScoreColumn[] },
): Promise<RefusedValue[]> {
  return engine.query<RefusedValue>(
    `
    SELECT position - 1 AS score, text AS value, count() AS count
    FROM (
      SELECT ${positionSql} AS position, ${readingSql} AS reading, substringUTF8(raw, 1, 200) AS text
      FROM survey_cell
      WHERE ${inScope} AND has({columns:Array(UInt16)}, column_index))
    WHERE reading = 'refused'
    GROUP BY score, text
    ORDER BY score, count DESC, text
    LIMIT {listed:UInt32} BY score`,
    { ...scopeParams(question), ...readingParams(question.survey, question.scores), listed },
  );
}
