import { spread } from '#kit/document/order.ts';
import type { NewId } from '#kit/ids.ts';
import { firstStep } from '../edit/step.ts';
import { stepsOfStage } from '../outline.ts';
import type { JourneyMap, Step } from '../schema.ts';
import { emptyMap } from '../templates/template.ts';

/**
 * The map that will tell a stage in detail: named as the stage, with the lanes and the personas of the map it comes
 * from, and a stage for each step that the stage has there; undefined when the stage is not there.
 */
export function subMapOf(
  map: JourneyMap,
  mapId: string,
  stageId: string,
  newId: NewId,
): JourneyMap | undefined {
  const stage = Object.hasOwn(map.stages, stageId) ? map.stages[stageId] : undefined;
  if (!stage) return undefined;
  const sub: JourneyMap = {
    ...emptyMap(map.kind, map.language, stage.title),
    state: map.state,
    personas: map.personas,
    lanes: map.lanes,
    parent: { mapId, stageId },
  };
  const phaseId = newId();
  const told = stepsOfStage(map, stageId).map(([, step]) => step);
  const titles: Pick<Step, 'title' | 'duration'>[] = told.length > 0 ? told : [stage];
  const [phaseOrder, ...orders] = spread(titles.length + 1);
  sub.phases[phaseId] = {
    order: phaseOrder!,
    name: '',
    moment: map.phases[stage.phaseId]?.moment ?? 'during',
  };
  for (const [index, { title, duration }] of titles.entries()) {
    const id = newId();
    const text = { title, goals: '', promise: '', notes: '' };
    sub.stages[id] = { order: orders[index]!, phaseId, ...text, duration, subMapId: null };
    const step = firstStep(id, '', newId);
    if (step.op === 'put') sub.steps[step.path[1]] = step.value as Step;
  }
  return sub;
}
