import type { Change } from '#kit/document/changes.ts';
import { between } from '#kit/document/order.ts';
import { keyAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../dependents.ts';
import type { JourneyMap, Step } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

/** A step (one column) in a stage. */
export function addStep(
  map: JourneyMap,
  input: Position & { readonly stageId: string; readonly title?: string },
  newId: NewId,
): Change[] {
  if (!part(map, 'stages', input.stageId)) return [];
  const { order, changes } = keyAt('steps', stepsIn(map, input.stageId), input);
  return [...changes, put('steps', newId(), newStep(input.stageId, order, input.title ?? ''))];
}

/** Moves a step with all it holds, inside its stage or to another. */
export function moveStep(
  map: JourneyMap,
  input: Position & { readonly stepId: string; readonly stageId: string },
): Change[] {
  const { stepId, stageId } = input;
  if (!part(map, 'steps', stepId) || !part(map, 'stages', stageId) || nextToItself(input, stepId)) return [];
  const { order, changes } = keyAt('steps', stepsIn(map, stageId, stepId), input);
  return [...changes, ...rewrite(map, 'steps', stepId, { stageId, order })];
}

export const editStep = (
  map: JourneyMap,
  stepId: string,
  patch: Patch<Omit<Step, 'order' | 'stageId'>>,
): Change[] => rewrite(map, 'steps', stepId, patch);

/** The step with its cards, touchpoints and emotions. */
export const removeStep = (map: JourneyMap, stepId: string): Change[] => removal(map, 'steps', stepId);

/** The step a new stage is born with. */
export const firstStep = (stageId: string, title: string, newId: NewId): Change =>
  put('steps', newId(), newStep(stageId, between(), title));

const newStep = (stageId: string, order: string, title: string): Step => ({
  order,
  stageId,
  title,
  duration: null,
  momentOfTruth: false,
});

const stepsIn = (map: JourneyMap, stageId: string, moving?: string) =>
  siblings(map.steps, (step) => step.stageId === stageId, moving);
