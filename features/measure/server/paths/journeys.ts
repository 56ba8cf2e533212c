import { ok, type Result } from '#kit/result.ts';
import { smallestMinimum } from '#kit/statistics/estimate.ts';
import { journeyList } from '#measure/analytics/paths/journey-list.ts';
import type { JourneysAnswer } from '#measure/domain/paths/answer.ts';
import { placesSought, type Sought } from '#measure/domain/paths/sought.ts';
import { findSplits } from '../measuring/find-splits.ts';
import type { AttributedRunPort } from '../measuring/ports.ts';
import type { MeasurePorts } from '../ports.ts';
import { openPaths, type PathPorts, type PathRequest } from './open-paths.ts';

type JourneysRequest = PathRequest & {
  readonly sought?: Sought | undefined;
  readonly start: number;
  readonly most: number;
};

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
  const { question, map, basis } = open.value;
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
    sought,
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
