import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Definition } from '#measure/domain/indicator/indicator.ts';
import { endOfDay, periodsOf } from '#measure/domain/indicator/periods.ts';
import { figureOf, stateOf } from '#measure/domain/indicator/trend.ts';
import { otherKey } from '#measure/domain/measuring/split.ts';
import { noAnswers, scoreEstimates } from '#voice/domain/score.ts';
import { findSplits } from '../measuring/find-splits.ts';
import { namedGroups } from '../measuring/named-groups.ts';
import type { FigureQuestion, Figures, GroupFigures } from './figures.ts';
import type { IndicatorPorts } from './ports.ts';

type Score = Extract<Definition, { of: 'score' }>;
type Only = Parameters<IndicatorPorts['periodScores']>[2]['only'];

/**
 * Figures of a question of a survey by period of the answer. Problems: `survey.not-found`, `indicator.no-such-score`,
 * `indicator.undated` {survey}.
 */
export async function scoreFigures(
  ports: IndicatorPorts,
  question: FigureQuestion,
  definition: Score,
): Promise<Result<Figures>> {
  return figuresOf(ports, question, definition, []);
}

/** The same in each group of a split; no group where the survey knows none. */
export async function scoreGroups(
  ports: IndicatorPorts,
  question: FigureQuestion,
  definition: Score,
  by: string,
): Promise<Result<GroupFigures[]>> {
  const { workspaceId } = question;
  const [split] = await findSplits(ports, {
    workspaceId,
    map: { personas: {} },
    by,
    sourceIds: [],
    period: undefined,
    surveyGroups: (column) => ports.surveyGroups(workspaceId, definition.surveyId, column),
  });
  if (!split) return ok([]);
  const values = split.groups.map(({ value }) => value);
  const groups: GroupFigures[] = [];
  for (const { number, ...group } of namedGroups(split, null, true)) {
    const own =
      group.key === otherKey ? { values, others: true } : { values: values.slice(number - 1, number) };
    const figures = await figuresOf(ports, question, definition, [
      { by: split.run ?? split.attribute, ...own },
    ]);
    if (!figures.ok) return figures;
    groups.push({ ...group, figures: figures.value });
  }
  return ok(groups);
}

async function figuresOf(
  ports: IndicatorPorts,
  { workspaceId, grain, zone, minimum, now }: FigureQuestion,
  { surveyId, column, kind, only }: Score,
  group: Only,
): Promise<Result<Figures>> {
  const span = await ports.surveySpan(workspaceId, surveyId);
  if (!span) return fail(problem('survey.not-found', { surveyId }, 404));
  if (span.first === null || span.last === null)
    return fail(problem('indicator.undated', { survey: span.name }));
  const last = Date.parse(span.last);
  const until = { now, covered: endOfDay(zone, last) };
  const periods = periodsOf(grain, zone, Date.parse(span.first), Math.min(now, last));
  const scores = await ports.periodScores(workspaceId, surveyId, {
    column,
    kind,
    periods,
    only: [...(only ? [{ by: only.column, values: [only.value] }] : []), ...group],
  });
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
