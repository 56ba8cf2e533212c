import { describe, expect, it } from 'vitest';
import { pasteLines } from '../../domain/edit/card.ts';
import { applied, counter, seenMap } from './map-fixture.ts';
import {
  itemRows,
  markedAll,
  markedBetween,
  markedCells,
  markedItems,
  movedBy,
  nextCorner,
} from './marking.ts';
import { type CellPlace, placeKey } from './place.ts';

/** A map with three cards in its first cell and one in the cell to the right, in the first two lanes of cards. */
function withCards() {
  let seen = seenMap();
  const rows = itemRows(seen.model).filter(({ kind }) => kind === 'cards');
  const steps = seen.model.outline.steps.map(({ id }) => id);
  const cell = (row: number, step: number): CellPlace => ({
    at: 'cell',
    laneId: rows[row]!.laneId,
    stepId: steps[step]!,
    itemId: null,
  });
  const newId = counter('c');
  seen = applied(seen, pasteLines(seen.map, { ...cell(0, 0), text: 'a\nb\nc' }, newId));
  seen = applied(seen, pasteLines(seen.map, { ...cell(0, 1), text: 'd' }, newId));
  return { seen, cell, rows, steps };
}

describe('choosing several', () => {
  it('takes a block of cells with all that is in them, whichever corner comes first', () => {
    const { seen, cell } = withCards();
    const block = markedBetween(seen.model, cell(0, 1), cell(0, 0));
    expect(markedItems(seen.model, block).map(({ itemId }) => itemId)).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(block.has(placeKey(cell(0, 0)))).toBe(true);
    expect(markedBetween(seen.model, cell(0, 0), cell(0, 1))).toEqual(block);
    expect(markedItems(seen.model, markedAll(seen.model))).toHaveLength(4);
  });

  it('takes a stretch of cards inside a cell', () => {
    const { seen, cell } = withCards();
    const stretch = markedBetween(
      seen.model,
      { ...cell(0, 0), itemId: 'c2' },
      { ...cell(0, 0), itemId: 'c3' },
    );
    expect(markedItems(seen.model, stretch).map(({ itemId }) => itemId)).toEqual(['c2', 'c3']);
  });

  it('grows card by card, then cell by cell, and stops at the edge', () => {
    const { seen, cell } = withCards();
    const card = { ...cell(0, 0), itemId: 'c2' };
    expect(nextCorner(seen.model, card, card, 'down', false)).toEqual({ ...cell(0, 0), itemId: 'c3' });
    expect(nextCorner(seen.model, card, card, 'right', false)).toEqual(cell(0, 1));
    expect(nextCorner(seen.model, cell(0, 0), cell(0, 0), 'left', false)).toBeUndefined();
    expect(nextCorner(seen.model, cell(0, 0), cell(0, 0), 'up', false)).toBeUndefined();
    const last = seen.model.outline.steps.at(-1)!.id;
    expect(nextCorner(seen.model, cell(0, 0), cell(0, 0), 'right', true)?.stepId).toBe(last);
  });

  it('is a rectangle of cells when it is copied', () => {
    const { seen, cell } = withCards();
    const picked = new Set([
      placeKey({ ...cell(0, 0), itemId: 'c3' }),
      placeKey({ ...cell(0, 1), itemId: 'c4' }),
    ]);
    expect(markedCells(seen.model, picked).map((row) => row.map(({ itemIds }) => itemIds))).toEqual([
      [['c3'], ['c4']],
    ]);
  });

  it('moves together or not at all', () => {
    const { seen, cell, steps } = withCards();
    const items = markedItems(seen.model, markedBetween(seen.model, cell(0, 0), cell(0, 1)));
    const moves = movedBy(seen.model, items, { steps: 1, lanes: 0 });
    expect(moves?.map(({ stepId }) => stepId)).toEqual([steps[1], steps[1], steps[1], steps[2]]);
    expect(movedBy(seen.model, items, { steps: -1, lanes: 0 })).toBeUndefined();
    expect(movedBy(seen.model, items, { steps: 0, lanes: -1 })).toBeUndefined();
  });
});
