import { outline } from '#journey/domain/outline.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { EventBinding, SurveyBinding } from '#touchpoint/domain/binding.ts';

/** A touchpoint with at least one binding, and where it stands. */
export type BoundTouchpoint = {
  readonly id: string;
  readonly stepId: string;
  readonly stageId: string;
  /** Place of its stage on the map, from 0. */
  readonly stageRank: number;
  readonly events: readonly EventBinding[];
  readonly surveys: readonly SurveyBinding[];
};

/** What of a map can be measured, in reading order. */
export type MapPlan = {
  readonly touchpoints: readonly BoundTouchpoint[];
  /** Sources and surveys that touchpoints and objectives are bound to. */
  readonly sourceIds: readonly string[];
  readonly surveyIds: readonly string[];
};

export function planMap(map: JourneyMap): MapPlan {
  const drawn = outline(map);
  const rankOf = new Map(drawn.stages.map(({ id, index }) => [id, index]));
  const touchpoints = drawn.steps.flatMap(({ id: stepId, stageId }) =>
    (drawn.touchpoints.get(stepId) ?? [])
      .filter(([, touchpoint]) => touchpoint.bindings.length > 0)
      .map(
        ([id, { bindings }]): BoundTouchpoint => ({
          id,
          stepId,
          stageId,
          stageRank: rankOf.get(stageId) ?? 0,
          events: bindings.filter((binding) => binding.on === 'events'),
          surveys: bindings.filter((binding) => binding.on === 'survey'),
        }),
      ),
  );
  const bindings = [
    ...touchpoints.flatMap(({ events, surveys }) => [...events, ...surveys]),
    ...Object.values(map.objectives).flatMap(({ binding }) => (binding ? [binding] : [])),
  ];
  return {
    touchpoints,
    sourceIds: distinct(bindings.flatMap((binding) => (binding.on === 'events' ? [binding.sourceId] : []))),
    surveyIds: distinct(bindings.flatMap((binding) => (binding.on === 'survey' ? [binding.surveyId] : []))),
  };
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
