import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { presenceOf } from '#ui/live/presence.ts';
import { createTalkStore } from '../talk/talk-store.ts';
import { placeKey } from './place.ts';
import { createSpots } from './spot.ts';
import { createViewStore } from './view-store.ts';

const card = { at: 'cell', laneId: 'l', stepId: 's', itemId: 'c' } as const;
const [cell, item] = [placeKey({ ...card, itemId: null }), placeKey(card)];

function watch() {
  const view = createViewStore();
  const awareness = new Awareness(new Y.Doc());
  const spots = createSpots(view, presenceOf(awareness, { name: '' }), createTalkStore());
  const told: string[] = [];
  spots.subscribe(cell, null, () => told.push('cell'));
  spots.subscribe(item, 'c', () => told.push('card'));
  return { view, awareness, spots, told };
}

describe('what holds of a place', () => {
  it('is heard by the places concerned alone, and is the same object until it changes', () => {
    const { view, spots, told } = watch();
    const before = spots.at(cell, null);
    view.set({ home: cell });
    expect(told.splice(0)).toEqual(['cell']);
    expect(spots.at(cell, null)).toMatchObject({ here: false, tabIndex: 0 });
    view.goTo(card);
    expect(told.splice(0).sort()).toEqual(['card', 'cell']);
    const here = spots.at(item, 'c');
    expect(here).toMatchObject({ here: true, tabIndex: 0 });
    view.set({ sheetOpen: true });
    expect(told).toEqual([]);
    expect(spots.at(item, 'c')).toBe(here);
    expect(spots.at(cell, null)).toBe(before);
  });

  it('names a card by its id where a filter does, and a place where words were found', () => {
    const { view, spots, told } = watch();
    view.set({ faded: new Set(['c']), hits: new Set([cell]) });
    expect(told.splice(0).sort()).toEqual(['card', 'cell']);
    expect(spots.at(item, 'c').standing).toEqual({ 'data-faded': '' });
    expect(spots.at(cell, null).standing).toEqual({ 'data-hit': '' });
    view.set({ faded: new Set(), editing: { key: cell, typed: 'a', draft: null } });
    expect(told.splice(0).sort()).toEqual(['card', 'cell']);
    expect(spots.at(item, 'c').standing).toEqual({});
    expect(spots.at(cell, null).editing?.typed).toBe('a');
  });

  it('follows somebody else from place to place', () => {
    const { awareness, spots, told } = watch();
    const theirs = new Awareness(new Y.Doc());
    const there = presenceOf(theirs, { name: 'Ann' });
    const pass = () =>
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'test');
    there.show(item);
    pass();
    expect(told.splice(0)).toEqual(['card']);
    expect(spots.at(item, 'c').peer?.name).toBe('Ann');
    there.show(cell);
    pass();
    expect(told.splice(0).sort()).toEqual(['card', 'cell']);
    expect(spots.at(item, 'c').peer).toBeUndefined();
    awareness.destroy();
    theirs.destroy();
  });
});
