import type { Engine } from '#platform/clickhouse/engine.ts';
import { npsBounds } from '../domain/answer.ts';
import type { AnswerSums } from '../domain/score.ts';
import type { ScoreColumn } from '../domain/survey.ts';
import { positionSql, readingParams, readingSql } from './reading-sql.ts';
import {
  inScope,
  type OnlyRows,
  onlyParams,
  onlySql,
  placeOf,
  type SurveyQuestion,
  type SurveySplit,
  scopeParams,
  splitParams,
  splitRows,
} from './survey-scope.ts';

/** Sums of one score column in one group; `key` is empty for people in none of the groups asked. */
export type GroupSums = {
  /** Index in `scores`. */
  readonly score: number;
  readonly key: string;
  readonly refused: number;
  readonly sums: AnswerSums;
};

type Row = {
  position: number;
  key: string;
  refused: number;
  n: number;
  sum: number;
  squares: number;
  promoters: number;
  detractors: number;
  satisfied: number;
  /** [n, Σw, Σw²] of promoters, detractors and satisfied; then of all, with Σwy, Σw²y, Σw²y². */
  w_promoters: [number, number, number];
  w_detractors: [number, number, number];
  w_satisfied: [number, number, number];
  w_all: [number, number, number, number, number, number];
};

const weightedGroup = (condition: string): string =>
  `[countIf(${condition} AND weight > 0), sumIf(weight, ${condition}), sumIf(weight * weight, ${condition})]`;

const sqlOf = (by: SurveySplit, everyValue: boolean, only: readonly OnlyRows[]): string => `
  WITH
    weights AS (
      SELECT row, assumeNotNull(value) AS weight FROM survey_cell
      WHERE ${inScope} AND column_index = {weight:UInt16} AND value > 0
    ),
    groups AS (
      SELECT row, key FROM (${splitRows(by)}) ${everyValue ? '' : 'WHERE has({groups:Array(String)}, key)'}
    ),
    cells AS (
      SELECT row, ${positionSql} AS position, ${readingSql} AS reading, ifNull(value, 0) AS answer,
        answer >= {promoter_from:Float64} AS promotes, answer <= {detractor_to:Float64} AS detracts,
        answer >= {satisfied:Array(Float64)}[position] AS satisfies
      FROM survey_cell
      WHERE ${inScope} AND has({columns:Array(UInt16)}, column_index)
        ${onlySql(only)}
    )
  SELECT
    position,
    key,
    countIf(reading = 'refused') AS refused,
    countIf(reading = 'answer') AS n,
    sumIf(answer, reading = 'answer') AS sum,
    sumIf(answer * answer, reading = 'answer') AS squares,
    countIf(reading = 'answer' AND promotes) AS promoters,
    countIf(reading = 'answer' AND detracts) AS detractors,
    countIf(reading = 'answer' AND satisfies) AS satisfied,
    ${weightedGroup(`reading = 'answer' AND promotes`)} AS w_promoters,
    ${weightedGroup(`reading = 'answer' AND detracts`)} AS w_detractors,
    ${weightedGroup(`reading = 'answer' AND satisfies`)} AS w_satisfied,
    [countIf(reading = 'answer' AND weight > 0),
      sumIf(weight, reading = 'answer'), sumIf(weight * weight, reading = 'answer'),
      sumIf(weight * answer, reading = 'answer'), sumIf(weight * weight * answer, reading = 'answer'),
      sumIf(weight * weight * answer * answer, reading = 'answer')] AS w_all
  FROM cells
  LEFT ANY JOIN weights USING (row)
  LEFT ANY JOIN groups USING (row)
  GROUP BY position, key
  ORDER BY position, key`;

/**
 * Sums from which every score is computed: each score column, for each of `groups` and for the people in none of
 * them (so that the sums of everyone are the sums of the rows of a column). All columns in one pass.
 */
export async function answerSums(
  engine: Engine,
  question: SurveyQuestion & {
    readonly scores: readonly ScoreColumn[];
    readonly by: SurveySplit | null;
    /** Null: every value of `by` is a group. */
    readonly groups: readonly string[] | null;
    readonly only?: readonly OnlyRows[];
  },
): Promise<GroupSums[]> {
  const { survey, scores, groups, only = [] } = question;
  const rows = await engine.query<Row>(sqlOf(question.by ?? '', groups === null, only), {
    ...scopeParams(question),
    ...readingParams(survey, scores),
    weight: placeOf(survey, survey.mapping.weight),
    ...splitParams(survey, question.by),
    groups: groups ?? [],
    ...onlyParams(survey, only),
    promoter_from: npsBounds.promoterFrom,
    detractor_to: npsBounds.detractorTo,
  });
  return rows.map((row) => ({
    score: row.position - 1,
    key: row.key,
    refused: row.refused,
    sums: sumsOf(row),
  }));
}

const groupOf = ([n, w, w2]: readonly [number, number, number]) => ({ n, w, w2 });

function sumsOf(row: Row): AnswerSums {
  const [n, w, w2, wy, w2y, w2y2] = row.w_all;
  return {
    n: row.n,
    sum: row.sum,
    squares: row.squares,
    promoters: row.promoters,
    detractors: row.detractors,
    satisfied: row.satisfied,
    weighted: { n, w, w2, wy, w2y, w2y2 },
    weightedPromoters: groupOf(row.w_promoters),
    weightedDetractors: groupOf(row.w_detractors),
    weightedSatisfied: groupOf(row.w_satisfied),
  };
}
