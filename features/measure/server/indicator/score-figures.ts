import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Definition } from '#measure/domain/indicator/indicator.ts';
import { endOfDay, periodsOf } from '#measure/domain/indicator/periods.ts';
import { figureOf, stateOf } from '#measure/domain/indicator/trend.ts';
import { noAnswers, scoreEstimates } from '#voice/domain/score.ts';
import type { FigureQuestion, Figures } from './figures.ts';
import type { IndicatorPorts } from './ports.ts';

/**
 * Figures of a question of a survey by period of the answer. Problems: `survey.not-found`, `indicator.no-such-score`,
 * `indicator.undated` {survey}.
 */
export async function scoreFigures(
  ports: IndicatorPorts,
  { workspaceId, grain, zone, minimum, now }: FigureQuestion,
  { surveyId, column, kind, only }: Extract<Definition, { of: 'score' }>,
): Promise<Result<Figures>> {
  const span = await ports.surveySpan(workspaceId, surveyId);
  if (!span) return fail(problem('survey.not-found', { surveyId }, 404));
  if (span.first === null || span.last === null)
    return fail(problem('indicator.undated', { survey: span.name }));
  const last = Date.parse(span.last);
  const until = { now, covered: endOfDay(zone, last) };
  const periods = periodsOf(grain, zone, Date.parse(span.first), Math.min(now, last));
  const scores = await ports.periodScores(workspaceId, surveyId, { column, kind, periods, only });
  if (!scores.ok) return scores;
  const { survey, scale, label, sums } = scores.value;
  return ok({
    periods: periods.map(({ from, to, start, end }, at) => {
      const own = sums.get(at) ?? noAnswers;
      const { estimate, topTwo } = scoreEstimates(kind, own, { minimum });
      return {
        from,
        to,
        start,
        state: stateOf({ end }, until, { n: own.n, undecided: 0 }),
        undecided: 0,
        figure: figureOf(topTwo ?? estimate),
      };
    }),
    basis: {
      origins: [{ kind: 'survey', id: surveyId, name: survey.name }],
      simulated: survey.simulated,
      places: { [column]: label },
      scale,
      minimum,
      patienceSeconds: null,
    },
  });
}
