import type { Change } from '#kit/document/changes.ts';
import { keyAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../dependents.ts';
import type { JourneyMap, Objective } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

const everyObjective = () => true;

/** What the map is for; figures of it are told later. */
export function addObjective(
  map: JourneyMap,
  input: Position & { readonly kind: Objective['kind']; readonly text?: string },
  newId: NewId,
): Change[] {
  const { order, changes } = keyAt('objectives', siblings(map.objectives, everyObjective), input);
  const objective: Objective = {
    order,
    kind: input.kind,
    text: input.text ?? '',
    binding: null,
    baseline: null,
    target: null,
    unit: '',
    due: null,
  };
  return [...changes, put('objectives', newId(), objective)];
}

export function moveObjective(map: JourneyMap, input: Position & { readonly objectiveId: string }): Change[] {
  const { objectiveId } = input;
  if (!part(map, 'objectives', objectiveId) || nextToItself(input, objectiveId)) return [];
  const { order, changes } = keyAt(
    'objectives',
    siblings(map.objectives, everyObjective, objectiveId),
    input,
  );
  return [...changes, ...rewrite(map, 'objectives', objectiveId, { order })];
}

export const editObjective = (
  map: JourneyMap,
  objectiveId: string,
  patch: Patch<Omit<Objective, 'order'>>,
): Change[] => rewrite(map, 'objectives', objectiveId, patch);

export const removeObjective = (map: JourneyMap, objectiveId: string): Change[] =>
  removal(map, 'objectives', objectiveId);
