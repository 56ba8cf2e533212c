import type { Change } from '#kit/document/changes.ts';
import { keyAt, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part } from '../dependents.ts';
import { type Card, emotionId, type JourneyMap } from '../schema.ts';
import { put } from './change.ts';

/*
 * A second one behind the first, with all that lives in it, under new ids. A link between two cards that are both
 * copied leads to the copy. Comments and dismissed remarks are not: they were said of the first.
 * The first change that puts into the collection of the thing itself carries its new id.
 */

export function duplicateStep(map: JourneyMap, stepId: string, newId: NewId): Change[] {
  const step = part(map, 'steps', stepId);
  if (!step) return [];
  const among = siblings(map.steps, ({ stageId }) => stageId === step.stageId);
  const { order, changes } = keyAt('steps', among, { after: stepId });
  const id = newId();
  return [
    ...changes,
    put('steps', id, { ...step, order }),
    ...contentOf(map, new Map([[stepId, id]]), newId),
  ];
}

export function duplicateStage(map: JourneyMap, stageId: string, newId: NewId): Change[] {
  const stage = part(map, 'stages', stageId);
  if (!stage) return [];
  const among = siblings(map.stages, ({ phaseId }) => phaseId === stage.phaseId);
  const { order, changes } = keyAt('stages', among, { after: stageId });
  const id = newId();
  return [
    ...changes,
    put('stages', id, { ...stage, order }),
    ...insideOf(map, new Map([[stageId, id]]), newId),
  ];
}

export function duplicatePhase(map: JourneyMap, phaseId: string, newId: NewId): Change[] {
  const phase = part(map, 'phases', phaseId);
  if (!phase) return [];
  const { order, changes } = keyAt(
    'phases',
    siblings(map.phases, () => true),
    { after: phaseId },
  );
  const id = newId();
  const stages = new Map<string, string>();
  const puts = Object.entries(map.stages).flatMap(([stageId, stage]) => {
    if (stage.phaseId !== phaseId) return [];
    const copy = newId();
    stages.set(stageId, copy);
    return [put('stages', copy, { ...stage, phaseId: id })];
  });
  return [...changes, put('phases', id, { ...phase, order }), ...puts, ...insideOf(map, stages, newId)];
}

/** A lane with its cards; what a drawn lane shows (curves, touchpoints, figures) belongs to the steps and is there already. */
export function duplicateLane(map: JourneyMap, laneId: string, newId: NewId): Change[] {
  const lane = part(map, 'lanes', laneId);
  if (!lane) return [];
  const { order, changes } = keyAt(
    'lanes',
    siblings(map.lanes, () => true),
    { after: laneId },
  );
  const id = newId();
  const own = Object.entries(map.cards).filter(([, card]) => card.laneId === laneId);
  return [
    ...changes,
    put('lanes', id, { ...lane, order }),
    ...copyCards(own, (card) => ({ ...card, laneId: id }), newId),
  ];
}

/** The steps of copied stages, with their content. */
function insideOf(map: JourneyMap, stages: ReadonlyMap<string, string>, newId: NewId): Change[] {
  const steps = new Map<string, string>();
  const puts = Object.entries(map.steps).flatMap(([stepId, step]) => {
    const stageId = stages.get(step.stageId);
    if (stageId === undefined) return [];
    const copy = newId();
    steps.set(stepId, copy);
    return [put('steps', copy, { ...step, stageId })];
  });
  return [...puts, ...contentOf(map, steps, newId)];
}

/** Cards, touchpoints and points of the curves of copied steps. */
function contentOf(map: JourneyMap, steps: ReadonlyMap<string, string>, newId: NewId): Change[] {
  const own = Object.entries(map.cards).filter(([, card]) => steps.has(card.stepId));
  return [
    ...copyCards(own, (card) => ({ ...card, stepId: steps.get(card.stepId)! }), newId),
    ...Object.values(map.touchpoints).flatMap((touchpoint) => {
      const stepId = steps.get(touchpoint.stepId);
      return stepId === undefined ? [] : [put('touchpoints', newId(), { ...touchpoint, stepId })];
    }),
    ...Object.values(map.emotions).flatMap((point) => {
      const stepId = steps.get(point.stepId);
      return stepId === undefined
        ? []
        : [put('emotions', emotionId(point.reading, point.personaId, stepId), { ...point, stepId })];
    }),
  ];
}

function copyCards(
  cards: readonly (readonly [string, Card])[],
  placed: (card: Card) => Card,
  newId: NewId,
): Change[] {
  const copies = new Map(cards.map(([id]) => [id, newId()]));
  return cards.map(([id, card]) => {
    const { linkedCardId } = card;
    const link = linkedCardId === null ? null : (copies.get(linkedCardId) ?? linkedCardId);
    return put('cards', copies.get(id)!, { ...placed(card), linkedCardId: link });
  });
}
