import type { NewId } from '#kit/ids.ts';
import type { JourneyMap } from '../schema.ts';
import { templateMap } from '../templates/template.ts';

/**
 * The map that will tell a stage in detail: of the kind and the language of the map it comes from, named as the stage,
 * for the same personas; undefined when the stage is not there.
 */
export function subMapOf(
  map: JourneyMap,
  mapId: string,
  stageId: string,
  newId: NewId,
): JourneyMap | undefined {
  const stage = Object.hasOwn(map.stages, stageId) ? map.stages[stageId] : undefined;
  if (!stage) return undefined;
  const sub = templateMap(map.kind, map.language, stage.title, newId);
  return { ...sub, state: map.state, personas: map.personas, parent: { mapId, stageId } };
}
