import { ok, type Result } from '#kit/result.ts';
import { type EstimateOptions, smallestMinimum } from '#kit/statistics/estimate.ts';
import { journeyList, type Rows } from '#measure/analytics/paths/journey-list.ts';
import type { PathsQuestion } from '#measure/analytics/paths/letters-sql.ts';
import { winnersSql, winningCounts } from '#measure/analytics/paths/winning-counts.ts';
import type { JourneysAnswer } from '#measure/domain/paths/answer.ts';
import { placesSought, type Sought } from '#measure/domain/paths/sought.ts';
import { passagesCompared } from '#measure/domain/paths/winning.ts';
import { findSplits } from '../measuring/find-splits.ts';
import type { AttributedRunPort } from '../measuring/ports.ts';
import type { MeasurePorts } from '../ports.ts';
import { openPaths, type PathPorts, type PathRequest } from './open-paths.ts';
import { openTypical } from './representatives.ts';

type JourneysRequest = PathRequest & {
  readonly sought?: Sought | undefined;
  readonly start: number;
  readonly most: number;
};

/** The journeys a typical one stands for; beyond a rank there is, nobody. */
async function standingFor(
  engine: PathPorts['engine'],
  question: PathsQuestion,
  rank: number,
): Promise<Rows> {
  const { read, found } = await openTypical(engine, question);
  return read.members(found.nearest, rank - 1);
}

/** The winners that did something, over as many passages as they are compared. */
async function winnersWho(
  engine: PathPorts['engine'],
  question: PathsQuestion,
  { goal, start, deed }: Extract<Sought, { of: 'deed' }>,
  options: EstimateOptions,
): Promise<Rows> {
  const { others } = await winningCounts(engine, { ...question, goal, start });
  return winnersSql({ ...question, goal, start, deed, compared: passagesCompared(others, options) });
}

/**
 * The journeys behind a part of a picture, one by one and under pseudonyms. Groups of one to four are not listed. Problems:
 * those of `openPaths`.
 */
export async function journeys(
  ports: PathPorts & AttributedRunPort & Pick<MeasurePorts, 'pseudonymKeyOf'>,
  request: JourneysRequest,
): Promise<Result<JourneysAnswer>> {
  const { sought, start, most } = request;
  const open = await openPaths(ports, request, placesSought(sought));
  if (!open.ok) return open;
  const key = await ports.pseudonymKeyOf(request.workspaceId);
  if (!key.ok) return key;
  const { question, map, basis, designEffect } = open.value;
  const part =
    sought?.of === 'typical'
      ? await standingFor(ports.engine, question, sought.rank)
      : sought?.of === 'deed'
        ? await winnersWho(ports.engine, question, sought, { minimum: basis(0).minimum, designEffect })
        : sought;
  const [split = null] = await findSplits(ports, {
    workspaceId: question.workspaceId,
    map: map ?? { personas: {} },
    by: sought?.of === 'step' ? sought.by : undefined,
    sourceIds: [question.sourceId],
    period: question.period,
    surveyGroups: async () => [],
  });
  const listed = await journeyList(ports.engine, {
    ...question,
    sought: part,
    split,
    key: key.value,
    from: start,
    most,
    atLeast: smallestMinimum,
  });
  return ok({
    basis: basis(listed.journeys),
    // Many journeys may be those of few people.
    found: listed.people < smallestMinimum && listed.found > 0 ? { withheld: true } : listed.found,
    from: start,
    rows: listed.rows.map(({ path, ...row }) => ({ ...row, path: [...path] })),
  });
}
