import type { Change } from '#kit/document/changes.ts';
import { keyAt, keysAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../dependents.ts';
import type { SavedLane } from '../lane-set.ts';
import { orderedLanes } from '../outline.ts';
import type { JourneyMap, Lane } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

const everyLane = () => true;

/** A lane (one row). Without title it bears the name of its type, in the reader's language. */
export function addLane(
  map: JourneyMap,
  input: Position & { readonly type: Lane['type']; readonly title?: string },
  newId: NewId,
): Change[] {
  const { order, changes } = keyAt('lanes', siblings(map.lanes, everyLane), input);
  const lane: Lane = {
    order,
    type: input.type,
    title: input.title ?? '',
    hidden: false,
    folded: false,
    colour: null,
    figures: null,
  };
  return [...changes, put('lanes', newId(), lane)];
}

/** Lanes of a set behind those of the map. A lane of the same type and title is there already and is not doubled. */
export function addLanes(map: JourneyMap, lanes: readonly SavedLane[], newId: NewId): Change[] {
  const known = orderedLanes(map).map(([, lane]) => lane);
  const missing = lanes.filter(
    ({ type, title }) => !known.some((lane) => lane.type === type && lane.title === title),
  );
  const { orders, changes } = keysAt('lanes', siblings(map.lanes, everyLane), {}, missing.length);
  return [
    ...changes,
    ...missing.map((lane, index) =>
      put('lanes', newId(), { ...lane, hidden: false, figures: null, order: orders[index]! }),
    ),
  ];
}

export function moveLane(map: JourneyMap, input: Position & { readonly laneId: string }): Change[] {
  if (!part(map, 'lanes', input.laneId) || nextToItself(input, input.laneId)) return [];
  const { order, changes } = keyAt('lanes', siblings(map.lanes, everyLane, input.laneId), input);
  return [...changes, ...rewrite(map, 'lanes', input.laneId, { order })];
}

export const editLane = (map: JourneyMap, laneId: string, patch: Patch<Omit<Lane, 'order'>>): Change[] =>
  rewrite(map, 'lanes', laneId, patch);

/** The lane with its cards. */
export const removeLane = (map: JourneyMap, laneId: string): Change[] => removal(map, 'lanes', laneId);
