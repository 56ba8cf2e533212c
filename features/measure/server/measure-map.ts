import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { assemblePlaces } from '#measure/domain/measuring/assemble.ts';
import { journeysOf, type SourceEvidence, type SurveyEvidence } from '#measure/domain/measuring/evidence.ts';
import { type MapPlan, planMap } from '#measure/domain/measuring/map-plan.ts';
import { describeGroups, type Split } from '#measure/domain/measuring/split.ts';
import { drawnAndTravelled } from '#measure/domain/measuring/travelled.ts';
import type { SurveyBinding } from '#touchpoint/domain/binding.ts';
import { type BoundSource, findBoundSources } from './measuring/bound-sources.ts';
import { findSplits } from './measuring/find-splits.ts';
import { measureObjectives } from './measuring/measure-objectives.ts';
import { type MeasuredSource, measureSource } from './measuring/measure-source.ts';
import { type MeasuredSurvey, measureSurvey } from './measuring/measure-surveys.ts';
import { periodOf } from './measuring/period.ts';
import type { MeasureMapPorts } from './measuring/ports.ts';

export type MeasureMapRequest = {
  readonly workspaceId: WorkspaceId;
  readonly mapId: string;
  /** `persona` for the personas of the map, else the name of a journey-level attribute. */
  readonly by?: string | undefined;
  /** Journeys that began on these days (of the zone of the workspace) or between them. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Silence after which a journey is over, instead of the one computed from each source. */
  readonly patienceSeconds?: number | undefined;
};

/**
 * All figures of a map, for everyone and per group. What the map is bound to and no longer exists is named, not fatal.
 * Problems: those of `readMap`, of the workspace and of the surveys; `measure.too-many-touchpoints`.
 */
export async function measureMap(
  ports: MeasureMapPorts,
  request: MeasureMapRequest,
): Promise<Result<MapMeasure>> {
  const { workspaceId, mapId } = request;
  const begun = ports.now();
  const [map, minimum, zone] = await Promise.all([
    ports.readMap(workspaceId, mapId),
    ports.minimumOf(workspaceId),
    ports.zoneOf(workspaceId),
  ]);
  if (!map.ok) return map;
  if (!minimum.ok) return minimum;
  if (!zone.ok) return zone;

  const plan = planMap(map.value);
  const { present, missing } = await findBoundSources(ports, workspaceId, plan.sourceIds);
  const asked: Asked = {
    ...request,
    map: map.value,
    plan,
    minimum: minimum.value,
    period: periodOf(request, zone.value),
    bindings: surveyBindings(map.value),
  };
  const splits = await splitsOf(ports, asked, present);
  const [sources, surveys] = await Promise.all([
    allOk(present.map((source) => measureOne(ports, asked, source, splits))),
    allOk(
      plan.surveyIds.map((surveyId) =>
        measureSurvey(ports, {
          workspaceId,
          surveyId,
          bindings: asked.bindings,
          splits,
          minimum: minimum.value,
        }),
      ),
    ),
  ]);
  if (!sources.ok) return sources;
  if (!surveys.ok) return surveys;
  const answered = surveys.value.filter((survey) => survey !== undefined);
  const objectives = await measureObjectives(ports, {
    workspaceId,
    map: map.value,
    sources: present,
    surveys: answered.map(({ evidence }) => evidence),
    period: asked.period,
    minimum: minimum.value,
  });
  const measure = compose(asked, splits, present, sources.value, answered);
  const ended = ports.now();
  return ok({
    computedAt: ended.toISOString(),
    tookMilliseconds: Math.max(0, ended.getTime() - begun.getTime()),
    ...measure,
    missing: [
      ...missing.map((id) => ({ kind: 'source' as const, id })),
      ...plan.surveyIds
        .filter((id) => !answered.some(({ survey }) => survey.id === id))
        .map((id) => ({ kind: 'survey' as const, id })),
    ],
    objectives,
  });
}

type Asked = MeasureMapRequest & {
  readonly map: JourneyMap;
  readonly plan: MapPlan;
  readonly minimum: number;
  readonly period: ReturnType<typeof periodOf>;
  readonly bindings: readonly SurveyBinding[];
};

function surveyBindings(map: JourneyMap): SurveyBinding[] {
  const bindings = [
    ...Object.values(map.touchpoints).flatMap((touchpoint) => touchpoint.bindings),
    ...Object.values(map.objectives).flatMap(({ binding }) => binding ?? []),
  ];
  return bindings.filter((binding) => binding.on === 'survey');
}

const splitsOf = (ports: MeasureMapPorts, asked: Asked, present: readonly BoundSource[]): Promise<Split[]> =>
  findSplits(ports, {
    workspaceId: asked.workspaceId,
    map: asked.map,
    by: asked.by,
    sourceIds: present.map(({ source }) => source.id),
    period: asked.period,
    async surveyGroups(attribute) {
      for (const surveyId of asked.plan.surveyIds) {
        // Any question will do: groups are those of all respondents.
        const columns = asked.bindings.filter((binding) => binding.surveyId === surveyId).slice(0, 1);
        const answer = await ports.surveyScores(asked.workspaceId, surveyId, {
          columns,
          by: attribute,
          minimum: asked.minimum,
        });
        const groups = answer.ok ? (answer.value?.scores[0]?.groups.slice(1) ?? []) : [];
        if (groups.length > 0)
          return groups.map(({ key, respondents }) => ({ value: key, journeys: respondents }));
      }
      return [];
    },
  });

const measureOne = (
  ports: MeasureMapPorts,
  asked: Asked,
  { source, importedAt, scale }: BoundSource,
  splits: readonly Split[],
): Promise<Result<MeasuredSource>> =>
  measureSource(ports, {
    workspaceId: asked.workspaceId,
    source,
    importedAt,
    scale,
    touchpoints: asked.plan.touchpoints,
    splits,
    period: asked.period,
    patienceSeconds: asked.patienceSeconds,
  });

function compose(
  { map, plan, minimum, by }: Asked,
  splits: readonly Split[],
  present: readonly BoundSource[],
  measured: readonly MeasuredSource[],
  answered: readonly MeasuredSurvey[],
): Omit<MapMeasure, 'computedAt' | 'tookMilliseconds' | 'missing' | 'objectives'> {
  const sources = measured.map(({ evidence }) => evidence);
  const surveys = answered.map(({ evidence }) => evidence);
  const groups = describeGroups(map, splits, (key) => peopleOf(sources, surveys, splits, key));
  const stepIds = [...new Set(plan.touchpoints.map(({ stepId }) => stepId))];
  return {
    minimum,
    durationsRounded: measured.some(({ rounded }) => rounded),
    populations: present.map(({ source, stats, importedAt, duplicates }, index) => ({
      sourceId: source.id,
      name: source.name,
      simulated: source.simulated,
      importedAt,
      duplicates,
      stats,
      rule: source.rule,
      identities: source.identities,
      patienceSeconds: measured[index]?.patienceSeconds ?? 0,
    })),
    surveys: answered.map(({ survey }) => ({
      surveyId: survey.id,
      name: survey.name,
      respondents: survey.respondents,
      simulated: survey.simulated,
      importedAt: survey.importedAt,
    })),
    by: by === undefined || by === '' ? null : by,
    groups,
    ...assemblePlaces({
      touchpoints: plan.touchpoints,
      sources,
      surveys,
      groups: groups.map(({ key }) => key),
      minimum,
    }),
    drawnAndTravelled: drawnAndTravelled(
      measured.map(({ travelled }) => travelled),
      stepIds,
      minimum,
    ),
  };
}

/** Journeys of a group, over all sources; its respondents where no source knows it. */
function peopleOf(
  sources: readonly SourceEvidence[],
  surveys: readonly SurveyEvidence[],
  splits: readonly Split[],
  key: string,
): number {
  const journeys = sources.reduce((sum, source) => sum + journeysOf(source, key), 0);
  if (journeys > 0) return journeys;
  const value = splits.flatMap(({ groups }) => groups).find((group) => group.key === key)?.value;
  const respondents = surveys.flatMap(({ answers }) =>
    answers.flatMap(({ scores }) =>
      (scores[0]?.groups.slice(1) ?? [])
        .filter((group) => group.key === value)
        .map((group) => group.respondents),
    ),
  );
  return Math.max(0, ...respondents);
}

/** All values, or the first problem. */
async function allOk<T>(results: readonly Promise<Result<T>>[]): Promise<Result<T[]>> {
  const values: T[] = [];
  for (const result of await Promise.all(results)) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}
