import type { Engine } from '#platform/clickhouse/engine.ts';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import { suitsNps } from '../domain/answer.ts';
import { type AnswerSums, addAnswers, noAnswers, scoreEstimates } from '../domain/score.ts';
import type { ScoreColumn, SurveyMapping, SurveyScore } from '../domain/survey.ts';
import { answerSums } from './answer-sums.ts';
import { groupSizes, type SurveyGroup } from './group-sizes.ts';
import { knownScores } from './reading-sql.ts';
import { refusedValues } from './refused-values.ts';
import type { SurveyQuestion, SurveySplit } from './survey-scope.ts';

export type SurveyScoresQuestion = SurveyQuestion & {
  /** Score columns asked for, as another kind where told (a touchpoint may show the mean of an NPS column); all when absent. */
  readonly columns?: readonly { readonly column: string; readonly kind?: ScoreKind }[];
  /** Column or run to split by; a column the file does not have gives no groups. */
  readonly by?: SurveySplit | null;
  /** Answers under which a figure is withheld. */
  readonly minimum?: number;
};

/**
 * Scores of a survey: each column for everyone (first, key `all`) and per group, with intervals, weighted beside
 * unweighted, and what was not counted. Columns that are not scores of the survey are left out.
 */
export async function surveyScores(engine: Engine, question: SurveyScoresQuestion): Promise<SurveyScore[]> {
  const { survey, by = null } = question;
  const scores = knownScores(survey, askedScores(survey.mapping, question.columns));
  if (scores.length === 0) return [];
  const groups = by === null ? [] : await groupSizes(engine, { ...question, by });
  const [sums, refused] = await Promise.all([
    answerSums(engine, { ...question, scores, by, groups: groups.map(({ key }) => key) }),
    refusedValues(engine, { ...question, scores }),
  ]);
  return scores.map((score, index) => {
    const parts = sums.filter((part) => part.score === index);
    const everyone = parts.reduce((all, part) => addAnswers(all, part.sums), noAnswers);
    const refusedTotal = parts.reduce((total, part) => total + part.refused, 0);
    const byKey = new Map(parts.map((part) => [part.key, part.sums]));
    const figures = (key: string, respondents: number, of: AnswerSums) => ({
      key,
      respondents,
      ...scoreEstimates(score.kind, of, question.minimum === undefined ? {} : { minimum: question.minimum }),
    });
    return {
      column: score.column,
      label: score.label,
      kind: score.kind,
      scale: score.scale,
      answers: everyone.n,
      noAnswer: survey.respondents - everyone.n - refusedTotal,
      refusedTotal,
      refused: refused.filter((value) => value.score === index).map(({ value, count }) => ({ value, count })),
      withoutWeight: survey.mapping.weight === null ? 0 : everyone.n - everyone.weighted.n,
      groups: [
        figures('all', survey.respondents, everyone),
        ...groups.map(({ key, respondents }: SurveyGroup) =>
          figures(key, respondents, byKey.get(key) ?? noAnswers),
        ),
      ],
    };
  });
}

/** The score of one column; undefined when the survey has none of that name. */
export async function surveyScore(
  engine: Engine,
  question: Omit<SurveyScoresQuestion, 'columns'> & { readonly column: string; readonly kind?: ScoreKind },
): Promise<SurveyScore | undefined> {
  const { column, kind, ...rest } = question;
  const [score] = await surveyScores(engine, { ...rest, columns: [kind ? { column, kind } : { column }] });
  return score;
}

/** The recommendation formula is never applied to a scale it is not made for: the column keeps its own kind then. */
function askedScores(mapping: SurveyMapping, asked: SurveyScoresQuestion['columns']): ScoreColumn[] {
  if (!asked) return [...mapping.scores];
  return asked.flatMap(({ column, kind }) => {
    const score = mapping.scores.find((each) => each.column === column);
    if (!score) return [];
    return [kind && (kind !== 'nps' || suitsNps(score.scale)) ? { ...score, kind } : score];
  });
}
