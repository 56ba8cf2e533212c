import { applyChanges, type Change } from '#kit/document/changes.ts';
import type { NewId } from '#kit/ids.ts';
import { orderedLanes } from '../outline.ts';
import type { JourneyMap } from '../schema.ts';
import { templateLanes } from '../templates/template.ts';
import { addLane } from './lane.ts';
import { editMap } from './map.ts';

/**
 * Draws the same map as another kind: the lanes of that kind which are not there are added, each behind the one that
 * comes before it in the template. Nothing is taken away, and what was hidden stays so.
 */
export function changeKind(map: JourneyMap, kind: JourneyMap['kind'], newId: NewId): Change[] {
  const changes = editMap(map, { kind });
  if (changes.length === 0) return [];
  let grown = map;
  const template = templateLanes(kind);
  for (const [at, type] of template.entries()) {
    const lanes = orderedLanes(grown);
    if (lanes.some(([, lane]) => lane.type === type)) continue;
    const earlier = template.slice(0, at);
    const after = lanes.findLast(([, lane]) => earlier.includes(lane.type))?.[0];
    const first = lanes[0]?.[0];
    const added = addLane(grown, { type, ...(after === undefined ? { before: first } : { after }) }, newId);
    grown = applyChanges(grown, added);
    changes.push(...added);
  }
  return changes;
}
