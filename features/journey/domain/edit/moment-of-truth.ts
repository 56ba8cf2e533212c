import { applyChanges, type Change, sameJson } from '#kit/document/changes.ts';
import type { NewId } from '#kit/ids.ts';
import type { Evidence } from '#persona/domain/evidence.ts';
import { part } from '../dependents.ts';
import { cardsOfCell, orderedLanes } from '../outline.ts';
import type { JourneyMap } from '../schema.ts';
import { addCard, editCard } from './card.ts';
import { addLane } from './lane.ts';
import { editStep } from './step.ts';

/** Pieces of evidence a card holds at most: see `cardSchema`. */
const mostEvidence = 50;

/**
 * A step becomes a moment of truth, with what says so: a card in the lane of moments of truth, which is made where the map has
 * none. A card that stands there already is given the evidence; told twice, the same evidence is there once. Nothing to change
 * where the step is gone; only the step where the structure is locked and there is no such lane.
 */
export function markMoment(
  map: JourneyMap,
  input: { readonly stepId: string; readonly text: string; readonly evidence: Evidence },
  newId: NewId,
): Change[] {
  const { stepId, text, evidence } = input;
  if (!part(map, 'steps', stepId)) return [];
  const marked = editStep(map, stepId, { momentOfTruth: true });
  const known = orderedLanes(map).find(([, lane]) => lane.type === 'moments-of-truth');
  if (!known && map.structureLocked) return marked;
  const lane = known ? [] : addLane(map, { type: 'moments-of-truth' }, newId);
  const withLane = applyChanges(map, lane);
  const laneId = orderedLanes(withLane).find(([, { type }]) => type === 'moments-of-truth')?.[0];
  if (laneId === undefined) return marked;
  const [there] = cardsOfCell(withLane, laneId, stepId);
  if (!there) {
    const card = { momentOfTruth: true, status: 'validated' as const, evidence: [evidence] };
    return [...marked, ...lane, ...addCard(withLane, { laneId, stepId, text, card }, newId)];
  }
  const [cardId, card] = there;
  const others = card.evidence.filter(({ label }) => label !== evidence.label);
  return [
    ...marked,
    ...lane,
    ...editCard(map, cardId, {
      momentOfTruth: true,
      evidence: [...others, evidence].slice(-mostEvidence),
    }),
  ];
}

/**
 * Takes changes back, the last first, where nobody has changed the same since: `before` is the map they were made on, `now` as it
 * is. What was put goes, what was set is as before.
 */
export function takenBack(before: JourneyMap, changes: readonly Change[], now: JourneyMap): Change[] {
  const at = (map: JourneyMap, path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (inside, name) => (inside === undefined ? undefined : (inside as Record<string, unknown>)[name]),
      map,
    );
  return changes.toReversed().flatMap((change): Change[] => {
    const { op, path } = change;
    if (op === 'remove' || !sameJson(at(now, path), change.value)) return [];
    const former = at(before, path);
    if (op === 'put')
      return former === undefined ? [{ op: 'remove', path }] : [{ op: 'put', path, value: former as never }];
    return [former === undefined ? { op: 'set', path } : { op: 'set', path, value: former }];
  });
}
