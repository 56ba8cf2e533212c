import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { smallestMinimum } from '#kit/statistics/estimate.ts';
import { oneJourney } from '#measure/analytics/paths/one-journey.ts';
import { sourceSpan } from '#measure/analytics/source-span.ts';
import type { TimelineAnswer } from '#measure/domain/paths/answer.ts';
import { passagesOf, placesPassed } from '#measure/domain/paths/timeline.ts';
import type { MeasurePorts } from '../ports.ts';
import { openPaths, type PathPorts, type PathRequest } from './open-paths.ts';

type TimelineRequest = Omit<PathRequest, 'from' | 'to' | 'filters'> & {
  readonly pseudonym: string;
  readonly part: number;
  readonly start: number;
  readonly most: number;
};

const placesTold = 6;

/**
 * One journey under its pseudonym, page by page. Problems: those of `openPaths`, `paths.too-few` (a source of one to four
 * customers points at somebody), `paths.journey-not-found`.
 */
export async function timeline(
  ports: PathPorts & Pick<MeasurePorts, 'pseudonymKeyOf'>,
  request: TimelineRequest,
): Promise<Result<TimelineAnswer>> {
  const { pseudonym, part, start, most, repeats } = request;
  const open = await openPaths(ports, { ...request, filters: [] });
  if (!open.ok) return open;
  const key = await ports.pseudonymKeyOf(request.workspaceId);
  if (!key.ok) return key;
  const { question, basis } = open.value;
  const { workspaceId, sourceId, places } = question;
  const { journeys } = await sourceSpan(ports.engine, { workspaceId, sourceId });
  const found = await oneJourney(ports.engine, { ...question, key: key.value, pseudonym, part });
  if (!found) return fail(problem('paths.journey-not-found', { pseudonym }, 404));
  if (found.people < smallestMinimum) return fail(problem('paths.too-few', { least: smallestMinimum }));
  const { events, hits, underWay } = found;
  const passages = passagesOf(events, hits, repeats);
  const passed = placesPassed(passages);
  const keyOf = (place: number): string => places.keys[place - 1] ?? '';
  return ok({
    basis: basis(journeys),
    pseudonym,
    part,
    begun: events[0]?.at ?? 0,
    ended: events.at(-1)?.at ?? 0,
    underWay,
    events: events.length,
    elsewhere: events.length - new Set(hits.map(({ event }) => event)).size,
    passages: passages.length,
    places: passed.length,
    mostPassed: passed.slice(0, placesTold).map((each) => ({ ...each, place: keyOf(each.place) })),
    from: start,
    rows: passages.slice(start, start + most).map(({ place, names, channels, ...row }) => ({
      ...row,
      place: keyOf(place),
      names: [...names],
      channels: [...channels],
    })),
  });
}
