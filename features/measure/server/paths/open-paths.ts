import { outline } from '#journey/domain/outline.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { attributeLevels } from '#measure/analytics/lived-journey/attribute-levels.ts';
import { eventKinds } from '#measure/analytics/lived-journey/event-kinds.ts';
import type { PathsQuestion } from '#measure/analytics/paths/letters-sql.ts';
import { patience as patienceOf } from '#measure/analytics/patience.ts';
import { planMap } from '#measure/domain/measuring/map-plan.ts';
import { planSource } from '#measure/domain/measuring/source-plan.ts';
import type { PathBasis } from '#measure/domain/paths/answer.ts';
import { type PathPlaces, placesOfEvents, placesOfMap } from '#measure/domain/paths/places.ts';
import type { PathFilter, PathScope } from '#measure/domain/paths/question.ts';
import { describeSource, findSource } from '../find-source.ts';
import { periodOf } from '../measuring/period.ts';
import type { MeasurePorts } from '../ports.ts';

export type PathPorts = Pick<
  MeasurePorts,
  'engine' | 'sources' | 'imports' | 'minimumOf' | 'zoneOf' | 'readMap'
>;
export type PathRequest = PathScope & { readonly workspaceId: WorkspaceId };

export type OpenPaths = {
  readonly question: PathsQuestion;
  readonly map: JourneyMap | null;
  /** How many the source has, whatever the period and the filters. */
  readonly events: number;
  /** Of the source: for every interval and minimum (kit/statistics/estimate.ts). */
  readonly designEffect: number;
  /** What the answer says of whom it speaks, once the journeys are counted. */
  basis(journeys: number): PathBasis;
};

/**
 * Everything a question on paths starts from: the source, the places it is read as, and until when it is known. `asked`: other
 * places the question names.
 * Problems: `source.not-found`, `source.empty`, those of `readMap`, `paths.map-needed`, `paths.nothing-bound`,
 * `paths.place-unknown` {place}.
 */
export async function openPaths(
  ports: PathPorts,
  request: PathRequest,
  asked: readonly string[] = [],
): Promise<Result<OpenPaths>> {
  const { engine } = ports;
  const { workspaceId, sourceId, unit, repeats, filters } = request;
  const [found, minimum, zone] = await Promise.all([
    findSource(ports, workspaceId, sourceId),
    ports.minimumOf(workspaceId),
    ports.zoneOf(workspaceId),
  ]);
  if (!found.ok) return found;
  if (!minimum.ok) return minimum;
  if (!zone.ok) return zone;
  const source = found.value;
  if (!source.summary) return fail(problem('source.empty', { name: source.name }));
  const map = await mapOf(ports, request);
  if (!map.ok) return map;
  const { stats } = source.summary;
  const [kinds, levels, described] = await Promise.all([
    eventKinds(engine, workspaceId, sourceId),
    attributeLevels(engine, workspaceId, sourceId),
    describeSource(ports, workspaceId, source),
  ]);
  const places =
    unit === 'event' || !map.value
      ? placesOfEvents(sourceId, kinds)
      : placesOfMap(
          unit,
          planSource(planMap(map.value).touchpoints, {
            sourceId,
            kinds,
            eventAttributes: new Set(levels.filter(({ level }) => level === 'event').map(({ name }) => name)),
          }),
        );
  if (places.keys.length === 0)
    return fail(problem('paths.nothing-bound', { map: map.value?.title ?? '', source: source.name }));
  const unknown = [...asked, ...filters.flatMap(placesIn)].find((key) => !places.keys.includes(key));
  if (unknown !== undefined) return fail(problem('paths.place-unknown', { place: unknown }));
  const patience = source.summary.patienceSeconds
    ? Math.round(source.summary.patienceSeconds * 1000)
    : await patienceOf(engine, { workspaceId, sourceId });
  const period = periodOf(request, zone.value);
  const label = labelsOf(places, map.value);
  return ok({
    map: map.value,
    events: stats.events,
    designEffect: source.summary.designEffect,
    question: {
      workspaceId,
      sourceId,
      ...(period && { period }),
      places,
      repeats,
      filters,
      end: stats.last === null ? 0 : Date.parse(stats.last),
      patience,
    },
    basis: (journeys) => ({
      sourceName: source.name,
      simulated: source.simulated,
      importedAt: described.lastImportAt,
      journeys,
      rule: source.rule,
      identities: source.identities,
      patienceSeconds: patience / 1000,
      minimum: minimum.value,
      places: places.keys.map((key) => ({ key, label: label(key) })),
    }),
  });
}

async function mapOf(ports: PathPorts, request: PathRequest): Promise<Result<JourneyMap | null>> {
  if (request.mapId === undefined)
    return request.unit === 'event' ? ok(null) : fail(problem('paths.map-needed'));
  return ports.readMap(request.workspaceId, request.mapId);
}

const placesIn = (filter: PathFilter): string[] =>
  filter.is === 'then' ? [filter.place, filter.later] : 'place' in filter ? [filter.place] : [];

/** Names of places: a touchpoint is called by its own name, or by its step; by both where others have its name. */
function labelsOf({ unit }: PathPlaces, map: JourneyMap | null): (key: string) => string {
  if (unit === 'event' || !map) return (key) => key;
  if (unit === 'stage') return (key) => map.stages[key]?.title ?? '';
  if (unit === 'step') return (key) => map.steps[key]?.title ?? '';
  const stepOf = new Map(
    [...outline(map).touchpoints].flatMap(([stepId, own]) => own.map(([id]) => [id, stepId] as const)),
  );
  const stepTitle = (key: string): string => map.steps[stepOf.get(key) ?? '']?.title ?? '';
  const titles = Object.values(map.touchpoints).map(({ title }) => title);
  const shared = new Set(titles.filter((title, at) => titles.indexOf(title) !== at));
  return (key) => {
    const title = map.touchpoints[key]?.title ?? '';
    const step = stepTitle(key);
    if (title === '' || step === '') return title || step;
    return shared.has(title) ? `${title} (${step})` : title;
  };
}
