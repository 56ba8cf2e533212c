import { describe, expect, it } from 'vitest';
import { firstPlace, intentionOf, type Key, neighbour } from './keyboard.ts';
import { addItem } from './map-commands.ts';
import { applied, counter, laneOf, seenMap } from './map-fixture.ts';
import { type CellPlace, type Place, placeKey } from './place.ts';

const press = (key: string, modifiers: Partial<Key> = {}): Key => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  ...modifiers,
});

/** The template with two cards in the first cell of the actions. */
function withCards() {
  let seen = seenMap();
  const newId = counter('c');
  const stepId = seen.model.outline.steps[0]!.id;
  const cell: CellPlace = { at: 'cell', laneId: laneOf(seen, 'actions'), stepId, itemId: null };
  for (const text of ['one', 'two']) {
    seen = applied(seen, addItem(seen, cell, { text, afterId: null }, newId).changes);
  }
  return { seen, cell, next: seen.model.outline.steps[1]!.id };
}

describe('moving the focus', () => {
  it('goes down from the first stage through its step and the cards of a cell, then leaves the cell', () => {
    const { seen, cell } = withCards();
    const keys: string[] = [];
    let place: Place | undefined = firstPlace(seen.model);
    for (let count = 0; place && count < 5; count++) {
      keys.push(placeKey(place));
      place = neighbour(seen.model, place, 'down');
    }
    const stage = seen.model.outline.stages[0]!.id;
    const base = placeKey(cell);
    expect(keys.slice(0, 4)).toEqual([`stage:${stage}`, `step:${cell.stepId}`, `${base}:c1`, `${base}:c2`]);
    expect(keys[4]).not.toContain(`cell:${cell.laneId}:`);
  });

  it('comes back up by the same way', () => {
    const { seen, cell } = withCards();
    for (let place: Place | undefined = { ...cell, itemId: 'c2' }; place; ) {
      const below: Place | undefined = neighbour(seen.model, place, 'up');
      if (!below) break;
      expect(neighbour(seen.model, below, 'down')).toEqual(place);
      place = below;
      if (place.at === 'stage') break;
    }
  });

  it('goes left to the title of the lane, and right to an empty cell as such', () => {
    const { seen, cell, next } = withCards();
    expect(neighbour(seen.model, { ...cell, itemId: 'c1' }, 'left')).toEqual({
      at: 'lane',
      laneId: cell.laneId,
    });
    expect(neighbour(seen.model, { ...cell, itemId: 'c2' }, 'right')).toEqual({ ...cell, stepId: next });
  });

  it('stops at the edges', () => {
    const { seen } = withCards();
    const last = seen.model.outline.steps.at(-1)!.id;
    expect(neighbour(seen.model, { at: 'step', stepId: last }, 'right')).toBeUndefined();
    expect(
      neighbour(seen.model, { at: 'phase', phaseId: seen.model.outline.phases[0]!.id }, 'up'),
    ).toBeUndefined();
  });
});

describe('keys', () => {
  it('mean the same thing everywhere', () => {
    const { seen, cell } = withCards();
    const said = (key: string, modifiers?: Partial<Key>) =>
      intentionOf(seen.model, cell, press(key, modifiers))?.do;
    expect(said('Enter')).toBe('edit');
    expect(said('F2')).toBe('edit');
    expect(said('Enter', { shift: true })).toBe('add');
    expect(said('Enter', { ctrl: true })).toBe('add');
    expect(said('Delete')).toBe('delete');
    expect(said('ArrowUp', { alt: true })).toBe('move');
    expect(said('z', { ctrl: true })).toBe('undo');
    expect(said('Z', { ctrl: true, shift: true })).toBe('redo');
    expect(said('F10', { shift: true })).toBe('menu');
    expect(said('Escape')).toBe('leave');
  });

  it('begin to write with the letter that was pressed', () => {
    const { seen, cell } = withCards();
    expect(intentionOf(seen.model, cell, press('é'))).toEqual({ do: 'edit', typed: 'é' });
    expect(intentionOf(seen.model, cell, press('👍'))).toEqual({ do: 'edit', typed: '👍' });
  });

  it('leave to the browser what is not theirs', () => {
    const { seen, cell } = withCards();
    for (const key of ['Tab', 'F5', 'Shift', ' ', 'Dead']) {
      expect(intentionOf(seen.model, cell, press(key)), key).toBeUndefined();
    }
    expect(intentionOf(seen.model, cell, press('c', { ctrl: true }))).toBeUndefined();
    expect(intentionOf(seen.model, cell, press('d', { alt: true }))).toBeUndefined();
  });
});
