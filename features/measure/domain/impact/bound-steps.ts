import { outline } from '#journey/domain/outline.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { planMap } from '../measuring/map-plan.ts';
import type { PathUnit } from '../paths/question.ts';

/** A place of a question to a source: the name of an event, or a part of a map. */
export type AskedPlace = { readonly sourceId: string; readonly unit: PathUnit; readonly key: string };

/** The steps of a map whose touchpoints read a place of a source, in reading order. */
export function stepsReading(
  map: JourneyMap,
  { sourceId, unit, key }: AskedPlace,
): { readonly id: string; readonly title: string }[] {
  const reading = new Set(
    planMap(map)
      .touchpoints.filter(({ id, stepId, stageId, events }) => {
        const own = events.filter((binding) => binding.sourceId === sourceId);
        if (own.length === 0) return false;
        if (unit === 'event') return own.some(({ rule }) => rule.names.includes(key));
        return { touchpoint: id, step: stepId, stage: stageId }[unit] === key;
      })
      .map(({ stepId }) => stepId),
  );
  return outline(map)
    .steps.filter(({ id }) => reading.has(id))
    .map(({ id, step }) => ({ id, title: step.title }));
}
