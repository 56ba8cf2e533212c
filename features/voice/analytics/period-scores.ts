import { TimeReader } from '#kit/table/time-reader.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import { suitsNps } from '../domain/answer.ts';
import { type AnswerSums, addAnswers, noAnswers } from '../domain/score.ts';
import { timeFormatOf } from '../domain/time-format-of.ts';
import { answerSums } from './answer-sums.ts';
import type { OnlyRows, SurveyQuestion } from './survey-scope.ts';

/** Times a date counts at most where the way dates are written is guessed. */
const mostRepeated = 50;

/** A stretch of time, `end` not within, milliseconds since 1970. */
type Stretch = { readonly start: number; readonly end: number };

export type PeriodScoresQuestion = SurveyQuestion & {
  readonly column: string;
  readonly kind: ScoreKind;
  /** One after the other, without a gap. */
  readonly periods: readonly Stretch[];
  /** All hold. */
  readonly only: readonly OnlyRows[];
};

/**
 * Answers of one score column by the period they were given in: the sums of each date, read as the import of the survey reads it,
 * added up. Answers without a readable date are in no period. One query for all periods; undefined when the survey has no such
 * score, no such column to choose by, or does not say when it was answered.
 */
export async function periodScores(
  engine: Engine,
  question: PeriodScoresQuestion,
): Promise<Map<number, AnswerSums> | undefined> {
  const { survey, column, kind, periods, only } = question;
  const { time } = survey.mapping;
  const score = survey.mapping.scores.find((each) => each.column === column);
  const asked = only.flatMap(({ by }) => (typeof by === 'string' ? [by] : []));
  const known = [column, time?.column, ...asked].every(
    (each) => each !== undefined && survey.columns.includes(each),
  );
  if (!score || !time || !known || (kind === 'nps' && !suitsNps(score.scale))) return undefined;
  const parts = await answerSums(engine, {
    ...question,
    scores: [{ ...score, kind }],
    by: time.column,
    groups: null,
    only,
  });
  // As often as they were written, so that a rare word among dates does not hide what they are.
  const dates = parts.flatMap(({ key, sums: { n } }) =>
    key === '' ? [] : Array<string>(Math.min(n, mostRepeated)).fill(key),
  );
  const reader = new TimeReader(timeFormatOf(time, dates), time.zone);
  const sums = new Map<number, AnswerSums>();
  for (const { key, sums: own } of parts) {
    const at = key === '' ? Number.NaN : reader.read(key);
    const period = periods.findIndex(({ start, end }) => at >= start && at < end);
    if (period >= 0) sums.set(period, addAnswers(sums.get(period) ?? noAnswers, own));
  }
  return sums;
}
