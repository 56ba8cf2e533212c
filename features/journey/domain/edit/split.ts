import type { Change } from '#kit/document/changes.ts';
import { keyAt, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part } from '../dependents.ts';
import { addDurations } from '../duration.ts';
import { cardsOfCell, type Entry, stagesOfPhase, stepsOfStage } from '../outline.ts';
import type { Duration, JourneyMap, Step } from '../schema.ts';
import { put, rewrite } from './change.ts';

/*
 * One becomes two, at a place: what comes from there on goes to a new brother, behind. Nothing is copied and nothing
 * is lost; what was said of the whole stays with the first half. At the very beginning there is nothing to cut.
 */

/** Cuts a stage before one of its steps. A duration said of the whole holds for neither half, unless its steps say it. */
export function splitStage(
  map: JourneyMap,
  input: { readonly stepId: string; readonly title?: string },
  newId: NewId,
): Change[] {
  const stageId = part(map, 'steps', input.stepId)?.stageId;
  const stage = stageId === undefined ? undefined : part(map, 'stages', stageId);
  if (!stage || stageId === undefined) return [];
  const steps = stepsOfStage(map, stageId);
  const at = steps.findIndex(([id]) => id === input.stepId);
  if (at <= 0) return [];
  const among = siblings(map.stages, ({ phaseId }) => phaseId === stage.phaseId);
  const { order, changes } = keyAt('stages', among, { after: stageId });
  const id = newId();
  const lasts = (half: readonly Entry<Step>[]) => (stage.duration ? wholeOf(half) : null);
  return [
    ...changes,
    put('stages', id, {
      ...stage,
      order,
      title: input.title ?? '',
      goals: '',
      promise: '',
      notes: '',
      duration: lasts(steps.slice(at)),
      subMapId: null,
    }),
    ...rewrite(map, 'stages', stageId, { duration: lasts(steps.slice(0, at)) }),
    ...steps.slice(at).flatMap(([stepId]) => rewrite(map, 'steps', stepId, { stageId: id })),
  ];
}

/** Cuts a phase before one of its stages; the new one is of the same moment. */
export function splitPhase(
  map: JourneyMap,
  input: { readonly stageId: string; readonly name?: string },
  newId: NewId,
): Change[] {
  const phaseId = part(map, 'stages', input.stageId)?.phaseId;
  const phase = phaseId === undefined ? undefined : part(map, 'phases', phaseId);
  if (!phase || phaseId === undefined) return [];
  const stages = stagesOfPhase(map, phaseId);
  const at = stages.findIndex(([id]) => id === input.stageId);
  if (at <= 0) return [];
  const { order, changes } = keyAt(
    'phases',
    siblings(map.phases, () => true),
    { after: phaseId },
  );
  const id = newId();
  return [
    ...changes,
    put('phases', id, { order, moment: phase.moment, name: input.name ?? '' }),
    ...stages.slice(at).flatMap(([stageId]) => rewrite(map, 'stages', stageId, { phaseId: id })),
  ];
}

/** Cuts a step before one of its cards: that card and those below it in its cell go to a new step. */
export function splitStep(
  map: JourneyMap,
  input: { readonly cardId: string; readonly title?: string },
  newId: NewId,
): Change[] {
  const card = part(map, 'cards', input.cardId);
  const step = card && part(map, 'steps', card.stepId);
  if (!card || !step) return [];
  const cards = cardsOfCell(map, card.laneId, card.stepId);
  const at = cards.findIndex(([id]) => id === input.cardId);
  if (at <= 0) return [];
  const among = siblings(map.steps, ({ stageId }) => stageId === step.stageId);
  const { order, changes } = keyAt('steps', among, { after: card.stepId });
  const id = newId();
  return [
    ...changes,
    put('steps', id, {
      order,
      stageId: step.stageId,
      title: input.title ?? '',
      duration: null,
      momentOfTruth: false,
    }),
    ...cards.slice(at).flatMap(([cardId]) => rewrite(map, 'cards', cardId, { stepId: id })),
  ];
}

function wholeOf(steps: readonly Entry<Step>[]): Duration | null {
  if (steps.some(([, step]) => step.duration === null)) return null;
  return steps.reduce<Duration | null>((sum, [, step]) => addDurations(sum, step.duration), null);
}
