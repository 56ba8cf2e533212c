import type { Change } from '#kit/document/changes.ts';
import { keyAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../dependents.ts';
import type { JourneyMap, Phase } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

const everyPhase = () => true;

/** A phase (before, during, after), at the end or next to another. */
export function addPhase(
  map: JourneyMap,
  input: Position & { readonly moment: Phase['moment']; readonly name?: string },
  newId: NewId,
): Change[] {
  const { order, changes } = keyAt('phases', siblings(map.phases, everyPhase), input);
  return [...changes, put('phases', newId(), { order, name: input.name ?? '', moment: input.moment })];
}

export function movePhase(map: JourneyMap, input: Position & { readonly phaseId: string }): Change[] {
  if (!part(map, 'phases', input.phaseId) || nextToItself(input, input.phaseId)) return [];
  const { order, changes } = keyAt('phases', siblings(map.phases, everyPhase, input.phaseId), input);
  return [...changes, ...rewrite(map, 'phases', input.phaseId, { order })];
}

export const editPhase = (
  map: JourneyMap,
  phaseId: string,
  patch: Patch<Pick<Phase, 'name' | 'moment'>>,
): Change[] => rewrite(map, 'phases', phaseId, patch);

/** The phase with its stages, their steps and everything in them. */
export const removePhase = (map: JourneyMap, phaseId: string): Change[] => removal(map, 'phases', phaseId);
