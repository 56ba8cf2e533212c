import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { healMap } from './dependents.ts';
import { moveCard, removeCard } from './edit/card.ts';
import { removeStep } from './edit/step.ts';
import { reimbursementExample } from './examples/reimbursement.ts';
import { type MapReference, placeOfTarget, targetAt } from './reference.ts';

const map = reimbursementExample('fr');
const someCell = fc.record({
  laneId: fc.constantFrom(...Object.keys(map.lanes)),
  stepId: fc.constantFrom(...Object.keys(map.steps)),
});
const somePlace: fc.Arbitrary<MapReference> = fc.oneof(
  fc.constant({ at: 'map' } as const),
  fc.constantFrom(...Object.keys(map.stages)).map((stageId) => ({ at: 'stage', stageId }) as const),
  fc.constantFrom(...Object.keys(map.steps)).map((stepId) => ({ at: 'step', stepId }) as const),
  fc.constantFrom(...Object.keys(map.lanes)).map((laneId) => ({ at: 'lane', laneId }) as const),
  someCell.map((cell) => ({ at: 'cell', ...cell, itemId: null }) as const),
  fc
    .constantFrom(...Object.entries(map.cards))
    .map(([id, { laneId, stepId }]) => ({ at: 'cell', laneId, stepId, itemId: id }) as const),
);

describe('what a comment is about', () => {
  it('leads back to the place it was written at', () => {
    fc.assert(
      fc.property(somePlace, (place) => {
        expect(placeOfTarget(map, targetAt(map, place))).toEqual(place);
      }),
    );
  });

  it('follows a card, and falls back to its cell, its step, its stage when these go', () => {
    const [cardId, card] = Object.entries(map.cards)[0]!;
    const { laneId, stepId } = card;
    const target = targetAt(map, { at: 'cell', laneId, stepId, itemId: cardId });
    const elsewhere = Object.keys(map.steps).find((id) => id !== stepId)!;
    const moved = applyChanges(map, moveCard(map, { cardId, laneId, stepId: elsewhere }));
    expect(placeOfTarget(moved, target)).toEqual({ at: 'cell', laneId, stepId: elsewhere, itemId: cardId });
    const gone = applyChanges(map, removeCard(map, cardId));
    expect(placeOfTarget(gone, target)).toEqual({ at: 'cell', laneId, stepId, itemId: null });
    const stageId = map.steps[stepId]!.stageId;
    const without = healMap(applyChanges(map, removeStep(map, stepId)));
    expect(placeOfTarget(without, target)).toEqual({ at: 'stage', stageId });
  });
});
