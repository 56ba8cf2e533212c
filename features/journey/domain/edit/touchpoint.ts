import { type Change, sameJson } from '#kit/document/changes.ts';
import { keyAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import type { Binding } from '#touchpoint/domain/binding.ts';
import { part, removal } from '../dependents.ts';
import { type JourneyMap, type MapTouchpoint, mostBindings } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

/** A touchpoint: the meeting of a step and a channel. */
export function addTouchpoint(
  map: JourneyMap,
  input: Position &
    Pick<MapTouchpoint, 'stepId' | 'channel'> &
    Partial<Pick<MapTouchpoint, 'title' | 'initiator' | 'bindings'>>,
  newId: NewId,
): Change[] {
  if (!part(map, 'steps', input.stepId)) return [];
  const { order, changes } = keyAt('touchpoints', touchpointsIn(map, input.stepId), input);
  const touchpoint: MapTouchpoint = {
    order,
    stepId: input.stepId,
    channel: input.channel,
    title: input.title ?? '',
    initiator: input.initiator ?? 'customer',
    bindings: input.bindings ?? [],
  };
  return [...changes, put('touchpoints', newId(), touchpoint)];
}

/** Moves a touchpoint inside its step or to another; its bindings go with it. */
export function moveTouchpoint(
  map: JourneyMap,
  input: Position & { readonly touchpointId: string; readonly stepId: string },
): Change[] {
  const { touchpointId, stepId } = input;
  if (!part(map, 'touchpoints', touchpointId) || !part(map, 'steps', stepId)) return [];
  if (nextToItself(input, touchpointId)) return [];
  const { order, changes } = keyAt('touchpoints', touchpointsIn(map, stepId, touchpointId), input);
  return [...changes, ...rewrite(map, 'touchpoints', touchpointId, { stepId, order })];
}

export const editTouchpoint = (
  map: JourneyMap,
  touchpointId: string,
  patch: Patch<Omit<MapTouchpoint, 'order' | 'stepId'>>,
): Change[] => rewrite(map, 'touchpoints', touchpointId, patch);

/** Ties a touchpoint to data; the same binding twice is one, and past `mostBindings` nothing is added. */
export function bind(map: JourneyMap, touchpointId: string, binding: Binding): Change[] {
  const bindings = part(map, 'touchpoints', touchpointId)?.bindings ?? [];
  if (bindings.length >= mostBindings || bindings.some((known) => sameJson(known, binding))) return [];
  return rewrite(map, 'touchpoints', touchpointId, { bindings: [...bindings, binding] });
}

export function unbind(map: JourneyMap, touchpointId: string, binding: Binding): Change[] {
  const bindings = part(map, 'touchpoints', touchpointId)?.bindings ?? [];
  const kept = bindings.filter((known) => !sameJson(known, binding));
  return rewrite(map, 'touchpoints', touchpointId, { bindings: kept });
}

export const removeTouchpoint = (map: JourneyMap, touchpointId: string): Change[] =>
  removal(map, 'touchpoints', touchpointId);

const touchpointsIn = (map: JourneyMap, stepId: string, moving?: string) =>
  siblings(map.touchpoints, (touchpoint) => touchpoint.stepId === stepId, moving);
