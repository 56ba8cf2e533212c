import { type PartName, part } from './dependents.ts';
import { orderedLanes } from './outline.ts';
import type { CommentTarget, EmotionPoint, JourneyMap, LaneType } from './schema.ts';

/** A place of a map that a reader can be taken to. `itemId`: a card or a touchpoint, or the key of a curve. */
export type MapReference =
  | { readonly at: 'map' }
  | { readonly at: 'phase'; readonly phaseId: string }
  | { readonly at: 'stage'; readonly stageId: string }
  | { readonly at: 'step'; readonly stepId: string }
  | { readonly at: 'lane'; readonly laneId: string }
  | { readonly at: 'cell'; readonly laneId: string; readonly stepId: string; readonly itemId: string | null }
  | { readonly at: 'persona'; readonly personaId: string }
  | { readonly at: 'objective'; readonly objectiveId: string };

/** A part of a map by its name and id: what a remark or a difference is about. */
export type PartReference = { readonly part: PartName; readonly id: string };

/** Where a part is seen on the map; the map itself for what is not there (any more). */
export function referenceTo(map: JourneyMap, { part: name, id }: PartReference): MapReference {
  if (!part(map, name, id)) return { at: 'map' };
  switch (name) {
    case 'phases':
      return { at: 'phase', phaseId: id };
    case 'stages':
      return { at: 'stage', stageId: id };
    case 'steps':
      return { at: 'step', stepId: id };
    case 'lanes':
      return { at: 'lane', laneId: id };
    case 'personas':
      return { at: 'persona', personaId: id };
    case 'objectives':
      return { at: 'objective', objectiveId: id };
    case 'cards': {
      const { laneId, stepId } = part(map, 'cards', id)!;
      return { at: 'cell', laneId, stepId, itemId: id };
    }
    case 'touchpoints':
      return inLane(map, 'touchpoints', part(map, 'touchpoints', id)!.stepId, id);
    case 'emotions': {
      const point = part(map, 'emotions', id)!;
      return inLane(map, 'emotion', point.stepId, curveKey(point));
    }
    case 'comments':
      return placeOfTarget(map, part(map, 'comments', id)!.target);
    case 'replies':
      return referenceTo(map, { part: 'comments', id: part(map, 'replies', id)!.commentId });
    case 'dismissals':
      return { at: 'map' };
  }
}

/** What a comment about a place is about: the place itself, and the cell a card stands in, to fall back to. */
export function targetAt(map: JourneyMap, reference: MapReference): CommentTarget {
  switch (reference.at) {
    case 'stage':
      return { ...nowhere, stageId: reference.stageId };
    case 'step':
      return { ...nowhere, ...ofStep(map, reference.stepId) };
    case 'lane':
      return { ...nowhere, laneId: reference.laneId };
    case 'cell': {
      const { laneId, stepId, itemId } = reference;
      const cell = { ...nowhere, ...ofStep(map, stepId), laneId };
      if (itemId !== null && part(map, 'cards', itemId)) return { ...cell, cardId: itemId };
      return itemId !== null && part(map, 'touchpoints', itemId) ? { ...cell, touchpointId: itemId } : cell;
    }
    default:
      return nowhere;
  }
}

const nowhere: CommentTarget = {
  stageId: null,
  stepId: null,
  laneId: null,
  cardId: null,
  touchpointId: null,
};

const ofStep = (map: JourneyMap, stepId: string) => ({
  stepId,
  stageId: part(map, 'steps', stepId)?.stageId ?? null,
});

/** Where what a comment is about is seen now: a card is followed where it was moved; the nearest thing left otherwise. */
export function placeOfTarget(map: JourneyMap, target: CommentTarget): MapReference {
  const { stageId, stepId, laneId, cardId, touchpointId } = target;
  if (cardId !== null && part(map, 'cards', cardId)) return referenceTo(map, { part: 'cards', id: cardId });
  if (touchpointId !== null && part(map, 'touchpoints', touchpointId))
    return referenceTo(map, { part: 'touchpoints', id: touchpointId });
  const step = stepId !== null && part(map, 'steps', stepId) ? stepId : null;
  const lane = laneId !== null && part(map, 'lanes', laneId) ? laneId : null;
  if (step !== null)
    return lane === null
      ? { at: 'step', stepId: step }
      : { at: 'cell', laneId: lane, stepId: step, itemId: null };
  if (stageId !== null && part(map, 'stages', stageId)) return { at: 'stage', stageId };
  return lane === null ? { at: 'map' } : { at: 'lane', laneId: lane };
}

/** The cell of a step in the first lane of a type; the step itself where the map has no such lane. */
export function inLane(
  map: JourneyMap,
  type: LaneType,
  stepId: string,
  itemId: string | null = null,
): MapReference {
  const lane = orderedLanes(map).find(([, candidate]) => candidate.type === type);
  return lane ? { at: 'cell', laneId: lane[0], stepId, itemId } : { at: 'step', stepId };
}

const curveKey = ({ reading, personaId }: EmotionPoint): string => `${reading}_${personaId ?? 'all'}`;
