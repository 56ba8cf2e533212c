import { readNumber, type ScoreRule, satisfiedFrom, trimCell } from '../domain/answer.ts';
import type { ScoreColumn } from '../domain/survey.ts';
import { noColumn, placeOf, type SurveyScope } from './survey-scope.ts';

/**
 * The rules of `domain/answer.ts` as a query: one array per part of a rule, one position per score column. That both
 * read every cell alike is a property test.
 */
export const readingParams = (survey: SurveyScope, scores: readonly ScoreColumn[]) => ({
  columns: scores.map((score) => placeOf(survey, score.column)),
  minima: scores.map((score) => score.scale.min),
  maxima: scores.map((score) => score.scale.max),
  whole_only: scores.map((score) => (score.kind === 'nps' ? 1 : 0)),
  satisfied: scores.map((score) => satisfiedFrom(score.scale)),
  codes: scores.map((score) => score.noAnswer.map(trimCell)),
  code_numbers: scores.map(({ noAnswer }: ScoreRule) =>
    noAnswer.map(readNumber).filter((number) => number !== null),
  ),
});

export const knownScores = (survey: SurveyScope, scores: readonly ScoreColumn[]): readonly ScoreColumn[] =>
  scores.filter((score) => placeOf(survey, score.column) !== noColumn);

/** Position of the column of a cell in `columns`, from 1. */
export const positionSql = `indexOf({columns:Array(UInt16)}, column_index)`;

/** How a cell reads, given `position`: 'no-answer' (a code; blanks are not stored), 'refused' or 'answer'. */
export const readingSql = `
  multiIf(
    has({codes:Array(Array(String))}[position], raw)
      OR (value IS NOT NULL AND has({code_numbers:Array(Array(Float64))}[position], assumeNotNull(value))), 'no-answer',
    value IS NULL
      OR value < {minima:Array(Float64)}[position]
      OR value > {maxima:Array(Float64)}[position]
      OR ({whole_only:Array(UInt8)}[position] = 1 AND value != floor(value)), 'refused',
    'answer')`;
