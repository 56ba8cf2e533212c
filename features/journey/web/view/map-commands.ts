import { knownChannel } from '#kit/channel.ts';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import type { NewId } from '#kit/ids.ts';
import { addCard, editCard, moveCard, removeCard } from '../../domain/edit/card.ts';
import { removeEmotion } from '../../domain/edit/emotion.ts';
import { addLane, editLane, moveLane, removeLane } from '../../domain/edit/lane.ts';
import { addPhase, editPhase, movePhase, removePhase } from '../../domain/edit/phase.ts';
import { addStage, editStage, moveStage, removeStage } from '../../domain/edit/stage.ts';
import { addStep, editStep, moveStep, removeStep } from '../../domain/edit/step.ts';
import {
  addTouchpoint,
  editTouchpoint,
  moveTouchpoint,
  removeTouchpoint,
} from '../../domain/edit/touchpoint.ts';
import type { JourneyMap, LaneType } from '../../domain/schema.ts';
import { phaseDrop, stageDrop, stepDrop } from './drop-target.ts';
import type { GridModel } from './grid-model.ts';
import { type Direction, neighbour } from './keyboard.ts';
import { type CellPlace, itemsIn, type Place } from './place.ts';

/**
 * What a gesture on the map changes, as pure functions from what is seen to the changes to send: a mouse, a key and a
 * menu all end here. Where the reader should look afterwards comes with the changes.
 */
export type Seen = {
  readonly map: JourneyMap;
  readonly model: GridModel;
  /** Persona looked at: a card written while looking at one persona holds for that one. */
  readonly personaId: string | null;
};
export type Outcome = {
  readonly changes: readonly Change[];
  readonly place: Place | null;
  /** The new thing has no text yet: start typing. */
  readonly edit?: boolean;
};

const nothing = (place: Place | null): Outcome => ({ changes: [], place });

/** The id of the first entity that the changes put into a collection. */
const born = (changes: readonly Change[], collection: string): string | undefined =>
  changes.find(({ op, path }) => op === 'put' && path[0] === collection)?.path[1];

/** Adds a brother after the place: a stage after a stage, a step after a step. Cards and lanes have their own ways. */
export function addAfter({ map }: Pick<Seen, 'map'>, place: Place, newId: NewId): Outcome {
  switch (place.at) {
    case 'phase': {
      const moment = map.phases[place.phaseId]?.moment ?? 'during';
      const changes = addPhase(map, { moment, after: place.phaseId }, newId);
      const phaseId = born(changes, 'phases');
      return phaseId ? { changes, place: { at: 'phase', phaseId }, edit: true } : nothing(place);
    }
    case 'stage': {
      const phaseId = map.stages[place.stageId]?.phaseId;
      return phaseId ? addStageTo(map, { phaseId, after: place.stageId }, newId) : nothing(place);
    }
    case 'step': {
      const stageId = map.steps[place.stepId]?.stageId;
      return stageId ? addStepTo(map, { stageId, after: place.stepId }, newId) : nothing(place);
    }
    case 'cell':
    case 'lane':
      return nothing(place);
  }
}

export function addStageTo(
  map: JourneyMap,
  input: { readonly phaseId: string; readonly after?: string; readonly before?: string },
  newId: NewId,
): Outcome {
  const changes = addStage(map, input, newId);
  const stageId = born(changes, 'stages');
  return stageId ? { changes, place: { at: 'stage', stageId }, edit: true } : nothing(null);
}

/** A stage at the end of the map; a map without any phase gets its "during". */
export function addLastStage(map: JourneyMap, model: GridModel, newId: NewId): Outcome {
  const last = model.outline.stages.at(-1)?.phaseId ?? model.outline.phases.at(-1)?.id;
  if (last) return addStageTo(map, { phaseId: last }, newId);
  const first = addPhase(map, { moment: 'during' }, newId);
  const phaseId = born(first, 'phases');
  if (!phaseId) return nothing(null);
  const stage = addStageTo(applyChanges(map, first), { phaseId }, newId);
  return { ...stage, changes: [...first, ...stage.changes] };
}

export function addStepTo(
  map: JourneyMap,
  input: { readonly stageId: string; readonly after?: string; readonly before?: string },
  newId: NewId,
): Outcome {
  const changes = addStep(map, input, newId);
  const stepId = born(changes, 'steps');
  return stepId ? { changes, place: { at: 'step', stepId }, edit: true } : nothing(null);
}

export function addLaneTo(
  map: JourneyMap,
  input: { readonly type: LaneType; readonly after?: string | undefined },
  newId: NewId,
): Outcome {
  const changes = addLane(map, input, newId);
  const laneId = born(changes, 'lanes');
  return laneId ? { changes, place: { at: 'lane', laneId } } : nothing(null);
}

/** A card or a touchpoint with its first letters. */
export function addItem(
  { map, model, personaId }: Seen,
  place: CellPlace,
  input: { readonly text: string; readonly afterId: string | null; readonly channel?: string },
  newId: NewId,
): Outcome {
  const row = model.rows.find(({ laneId }) => laneId === place.laneId);
  const { laneId, stepId } = place;
  const position = input.afterId === null ? {} : { after: input.afterId };
  if (row?.kind === 'touchpoints') {
    const touchpoint = { stepId, channel: input.channel ?? 'web', title: input.text, ...position };
    const changes = addTouchpoint(map, touchpoint, newId);
    return { changes, place: { ...place, itemId: born(changes, 'touchpoints') ?? null } };
  }
  if (row?.kind !== 'cards') return nothing(place);
  const changes = addCard(
    map,
    {
      laneId,
      stepId,
      text: input.text,
      ...position,
      card: personaId === null ? {} : { personaIds: [personaId] },
    },
    newId,
  );
  return { changes, place: { ...place, itemId: born(changes, 'cards') ?? null } };
}

/** The channel that the title of a touchpoint names ("Conseiller" is the telephone); undefined when it names none. */
export function channelNamed(title: string): string | undefined {
  const channel = knownChannel(title);
  return channel === 'other' ? undefined : channel;
}

/** Text of what stands at a place; undefined when nothing can be typed there. */
export function textAt({ map, model }: Pick<Seen, 'map' | 'model'>, place: Place): string | undefined {
  switch (place.at) {
    case 'phase':
      return map.phases[place.phaseId]?.name;
    case 'stage':
      return map.stages[place.stageId]?.title;
    case 'step':
      return map.steps[place.stepId]?.title;
    case 'lane':
      return map.lanes[place.laneId]?.title;
    case 'cell': {
      if (place.itemId === null) return undefined;
      const row = model.rows.find(({ laneId }) => laneId === place.laneId);
      if (row?.kind === 'touchpoints') return map.touchpoints[place.itemId]?.title;
      return row?.kind === 'cards' ? map.cards[place.itemId]?.text : undefined;
    }
  }
}

export function setText(map: JourneyMap, place: Place, text: string): Change[] {
  switch (place.at) {
    case 'phase':
      return editPhase(map, place.phaseId, { name: text });
    case 'stage':
      return editStage(map, place.stageId, { title: text });
    case 'step':
      return editStep(map, place.stepId, { title: text });
    case 'lane':
      return editLane(map, place.laneId, { title: text });
    case 'cell': {
      const { itemId } = place;
      if (itemId === null) return [];
      return Object.hasOwn(map.touchpoints, itemId)
        ? editTouchpoint(map, itemId, { title: text })
        : editCard(map, itemId, { text });
    }
  }
}

/** Takes away what stands at a place, with what depends on it; the reader then looks at the nearest thing left. */
export function removeAt({ map, model }: Pick<Seen, 'map' | 'model'>, place: Place): Outcome {
  const near = (['right', 'left', 'down', 'up'] as const)
    .map((direction) => neighbour(model, place, direction))
    .find((next) => next && next.at === place.at);
  switch (place.at) {
    case 'phase':
      return { changes: removePhase(map, place.phaseId), place: near ?? null };
    case 'stage':
      return { changes: removeStage(map, place.stageId), place: near ?? null };
    case 'step':
      return { changes: removeStep(map, place.stepId), place: near ?? null };
    case 'lane':
      return { changes: removeLane(map, place.laneId), place: near ?? null };
    case 'cell':
      return removeItem({ map, model }, place);
  }
}

function removeItem({ map, model }: Pick<Seen, 'map' | 'model'>, place: CellPlace): Outcome {
  const { itemId, laneId, stepId } = place;
  if (itemId === null) return nothing(place);
  const curve = model.curves.find(({ key }) => key === itemId);
  if (curve) return { changes: removeEmotion(map, { ...curve, stepId }), place: { ...place, itemId: null } };
  const items = itemsIn(model, laneId, stepId);
  const at = items.indexOf(itemId);
  const changes = Object.hasOwn(map.touchpoints, itemId)
    ? removeTouchpoint(map, itemId)
    : removeCard(map, itemId);
  return { changes, place: { ...place, itemId: items[at + 1] ?? items[at - 1] ?? null } };
}

/** Moves what stands at a place by one in a direction; nothing at the edge. */
export function moveBy(
  { map, model }: Pick<Seen, 'map' | 'model'>,
  place: Place,
  direction: Direction,
): Outcome {
  const sideways = direction === 'left' || direction === 'right';
  const back = direction === 'left' || direction === 'up';
  const beside = (id: string) => (back ? { before: id } : { after: id });
  switch (place.at) {
    case 'phase': {
      const next = brother(model.outline.phases, place.phaseId, back);
      if (!sideways || !next) return nothing(place);
      return { changes: movePhase(map, { phaseId: place.phaseId, ...beside(next.id) }), place };
    }
    case 'stage': {
      const { stageId } = place;
      const stage = model.outline.stages.find(({ id }) => id === stageId);
      if (!sideways || !stage) return nothing(place);
      const next = brother(model.outline.stages, stageId, back);
      if (next?.phaseId === stage.phaseId) {
        return { changes: moveStage(map, { stageId, phaseId: stage.phaseId, ...beside(next.id) }), place };
      }
      const phase = brother(model.outline.phases, stage.phaseId, back);
      if (!phase) return nothing(place);
      const first = phase.stages[0];
      const edge = !back && first ? { before: first.id } : {};
      return { changes: moveStage(map, { stageId, phaseId: phase.id, ...edge }), place };
    }
    case 'step': {
      const { stepId } = place;
      const step = model.outline.steps.find(({ id }) => id === stepId);
      if (!sideways || !step) return nothing(place);
      const next = brother(model.outline.steps, stepId, back);
      if (next?.stageId === step.stageId) {
        return { changes: moveStep(map, { stepId, stageId: step.stageId, ...beside(next.id) }), place };
      }
      const stage = brother(model.outline.stages, step.stageId, back);
      if (!stage) return nothing(place);
      const first = stage.steps[0];
      const edge = !back && first ? { before: first.id } : {};
      return { changes: moveStep(map, { stepId, stageId: stage.id, ...edge }), place };
    }
    case 'lane': {
      const at = model.rows.findIndex(({ laneId }) => laneId === place.laneId);
      const next = model.rows[at + (back ? -1 : 1)];
      if (sideways || !next) return nothing(place);
      return { changes: moveLane(map, { laneId: place.laneId, ...beside(next.laneId) }), place };
    }
    case 'cell':
      return moveItem({ map, model }, place, direction);
  }
}

function brother<T extends { readonly id: string }>(list: readonly T[], id: string, back: boolean) {
  return list[list.findIndex((item) => item.id === id) + (back ? -1 : 1)];
}

function moveItem(
  { map, model }: Pick<Seen, 'map' | 'model'>,
  place: CellPlace,
  direction: Direction,
): Outcome {
  const { itemId, laneId, stepId } = place;
  if (itemId === null || model.curves.some(({ key }) => key === itemId)) return nothing(place);
  const items = itemsIn(model, laneId, stepId);
  const at = items.indexOf(itemId);
  const next = items[at + (direction === 'up' ? -1 : 1)];
  if (direction === 'up' && next !== undefined) return dropItem(map, place, { laneId, stepId, before: next });
  if (direction === 'down' && next !== undefined)
    return dropItem(map, place, { laneId, stepId, after: next });
  if (direction === 'left' || direction === 'right') {
    const there = neighbour(model, { at: 'cell', laneId, stepId, itemId: null }, direction);
    return there?.at === 'cell' ? dropItem(map, place, { laneId, stepId: there.stepId }) : nothing(place);
  }
  const rows = model.rows.filter(({ kind }) => kind === 'cards');
  const row =
    rows[rows.findIndex((candidate) => candidate.laneId === laneId) + (direction === 'up' ? -1 : 1)];
  if (!row || Object.hasOwn(map.touchpoints, itemId)) return nothing(place);
  const first = row.cards.get(stepId)?.[0]?.[0];
  const edge = direction === 'down' && first ? { before: first } : {};
  return dropItem(map, place, { laneId: row.laneId, stepId, ...edge });
}

/** Puts a card or a touchpoint in a cell. A touchpoint stays in its lane: only its step changes. */
export function dropItem(
  map: JourneyMap,
  place: CellPlace,
  to: { readonly laneId: string; readonly stepId: string; readonly before?: string; readonly after?: string },
): Outcome {
  const { itemId } = place;
  if (itemId === null) return nothing(place);
  const changes = Object.hasOwn(map.touchpoints, itemId)
    ? moveTouchpoint(map, { ...to, touchpointId: itemId })
    : moveCard(map, { ...to, cardId: itemId });
  return { changes, place: { at: 'cell', laneId: to.laneId, stepId: to.stepId, itemId } };
}

/** Puts a step or a stage at the left edge of a column. */
export function dropColumn(
  { map, model }: Pick<Seen, 'map' | 'model'>,
  place: Place,
  column: number,
): Outcome {
  if (place.at === 'step') {
    const to = stepDrop(model, column, place.stepId);
    return to ? { changes: moveStep(map, { stepId: place.stepId, ...to }), place } : nothing(place);
  }
  if (place.at === 'phase') {
    const to = phaseDrop(model, column, place.phaseId);
    return to ? { changes: movePhase(map, { phaseId: place.phaseId, ...to }), place } : nothing(place);
  }
  if (place.at !== 'stage') return nothing(place);
  const to = stageDrop(model, column, place.stageId);
  return to ? { changes: moveStage(map, { stageId: place.stageId, ...to }), place } : nothing(place);
}
