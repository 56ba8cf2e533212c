import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { presenceOf } from './presence.ts';

const pass = (from: Awareness, to: Awareness) =>
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'test');

describe('who else is in a document', () => {
  it('names the others, where they are, and never oneself', () => {
    const [mine, theirs] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
    const here = presenceOf(mine, { name: 'Claire' });
    const there = presenceOf(theirs, { name: 'Ann' });
    let told = 0;
    here.subscribe(() => {
      told += 1;
    });
    there.show('statement:g1');
    pass(theirs, mine);
    expect(told).toBeGreaterThan(0);
    expect(here.peers().map(({ name, place }) => [name, place])).toEqual([['Ann', 'statement:g1']]);
    expect(here.peerAt('statement:g1')?.name).toBe('Ann');
    expect(here.peerAt('title')).toBeUndefined();
    mine.destroy();
    theirs.destroy();
  });

  it('takes nonsense for somebody without a name who looks nowhere', () => {
    const [mine, theirs] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
    const here = presenceOf(mine, { name: '' });
    here.subscribe(() => {});
    theirs.setLocalStateField('presence', { name: 42, colour: 'red', place: { a: 1 } });
    pass(theirs, mine);
    expect(here.peers()).toMatchObject([{ name: '', colour: 0, place: null }]);
    theirs.setLocalStateField('presence', 'x');
    pass(theirs, mine);
    expect(here.peers()).toEqual([]);
    mine.destroy();
    theirs.destroy();
  });
});
