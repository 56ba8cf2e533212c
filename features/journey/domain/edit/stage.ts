import type { Change } from '#kit/document/changes.ts';
import { keyAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../dependents.ts';
import type { JourneyMap, Stage } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';
import { firstStep } from './step.ts';

/**
 * A stage in a phase, with one step to write in: a stage without a column could not be filled.
 * The first change that puts into `stages` carries its id.
 */
export function addStage(
  map: JourneyMap,
  input: Position & { readonly phaseId: string; readonly title?: string; readonly stepTitle?: string },
  newId: NewId,
): Change[] {
  if (!part(map, 'phases', input.phaseId)) return [];
  const { order, changes } = keyAt('stages', stagesIn(map, input.phaseId), input);
  const stageId = newId();
  return [
    ...changes,
    put('stages', stageId, {
      order,
      phaseId: input.phaseId,
      title: input.title ?? '',
      goals: '',
      promise: '',
      duration: null,
      subMapId: null,
      notes: '',
    }),
    firstStep(stageId, input.stepTitle ?? '', newId),
  ];
}

/** Moves a stage with all its steps, inside its phase or to another. */
export function moveStage(
  map: JourneyMap,
  input: Position & { readonly stageId: string; readonly phaseId: string },
): Change[] {
  const { stageId, phaseId } = input;
  if (!part(map, 'stages', stageId) || !part(map, 'phases', phaseId) || nextToItself(input, stageId))
    return [];
  const { order, changes } = keyAt('stages', stagesIn(map, phaseId, stageId), input);
  return [...changes, ...rewrite(map, 'stages', stageId, { phaseId, order })];
}

export const editStage = (
  map: JourneyMap,
  stageId: string,
  patch: Patch<Omit<Stage, 'order' | 'phaseId'>>,
): Change[] => rewrite(map, 'stages', stageId, patch);

/** The stage with its steps, and their cards, touchpoints and emotions. */
export const removeStage = (map: JourneyMap, stageId: string): Change[] => removal(map, 'stages', stageId);

const stagesIn = (map: JourneyMap, phaseId: string, moving?: string) =>
  siblings(map.stages, (stage) => stage.phaseId === phaseId, moving);
