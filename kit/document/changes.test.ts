import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryBoard,
  arbitraryChange,
  boardDiff,
  boardKind,
  sampleBoard,
} from '#testing/sample-document.ts';
import { applyChanges, type Change, sameJson } from './changes.ts';
import { readChanges, readDocument } from './read-document.ts';

const seed = 20_240_602;

describe('changes', () => {
  it('lead from any document to any other by their difference', () => {
    fc.assert(
      fc.property(arbitraryBoard, arbitraryBoard, (from, to) => {
        expect(applyChanges(from, boardDiff(from, to))).toEqual(to);
        expect(boardDiff(from, from)).toEqual([]);
      }),
      { seed },
    );
  });

  it('that are valid keep a valid document valid', () => {
    fc.assert(
      fc.property(arbitraryBoard, fc.array(arbitraryChange), (board, changes) => {
        expect(readChanges(boardKind, changes).ok).toBe(true);
        const after = applyChanges(board, changes);
        expect(readDocument(boardKind, after)).toEqual({
          ok: true,
          value: { document: after, setAside: [] },
        });
      }),
      { seed },
    );
  });

  it('keep the identity of what they do not touch', () => {
    const after = applyChanges(sampleBoard, [{ op: 'set', path: ['notes', 'n1', 'text'], value: 'I write' }]);
    expect(after.notes.n1).toEqual({ ...sampleBoard.notes.n1, text: 'I write' });
    expect(after.notes.n2).toBe(sampleBoard.notes.n2);
    expect(after.lanes).toBe(sampleBoard.lanes);
    const same: Change[] = [
      { op: 'set', path: ['notes', 'n1', 'text'], value: 'I call' },
      { op: 'set', path: ['notes', 'gone', 'text'], value: 'lost' },
      { op: 'set', path: ['settings'], value: { width: 12, colour: 'green' } },
      { op: 'remove', path: ['lanes', 'gone'] },
      { op: 'put', path: ['notes', 'n2'], value: { ...sampleBoard.notes.n2 } },
      { op: 'set', path: ['title'], value: sampleBoard.title },
    ];
    expect(applyChanges(sampleBoard, same)).toBe(sampleBoard);
  });

  it('take a field away when they set nothing', () => {
    expect(applyChanges(sampleBoard, [{ op: 'set', path: ['owner'] }])).not.toHaveProperty('owner');
    expect(
      applyChanges(sampleBoard, [{ op: 'set', path: ['notes', 'n1', 'weight'] }]).notes.n1,
    ).not.toHaveProperty('weight');
  });
});

describe('changes from outside', () => {
  it.each([
    ['an unknown operation', { op: 'drop', path: ['notes', 'n1'] }],
    ['an unknown collection', { op: 'remove', path: ['people', 'p1'] }],
    ['a collection set as a field', { op: 'set', path: ['notes'], value: {} }],
    ['an unknown field', { op: 'set', path: ['notes', 'n1', 'nope'], value: 1 }],
    ['an unknown root field', { op: 'set', path: ['nope'], value: 1 }],
    ['a field of the prototype', { op: 'set', path: ['constructor'], value: 1 }],
    ['a bad id', { op: 'remove', path: ['notes', '../../etc'] }],
    ['the prototype as id', { op: 'put', path: ['notes', '__proto__'], value: sampleBoard.notes.n1 }],
    ['a wrong value', { op: 'set', path: ['notes', 'n1', 'weight'], value: 11 }],
    ['a wrong entity', { op: 'put', path: ['notes', 'n1'], value: { order: 'a0' } }],
    [
      'a stray field in an entity',
      { op: 'put', path: ['lanes', 'l1'], value: { order: 'a0', name: '', x: 1 } },
    ],
    ['a required field taken away', { op: 'set', path: ['notes', 'n1', 'laneId'] }],
    ['a text taken away', { op: 'set', path: ['title'] }],
    ['no change at all', null],
  ])('are refused with %s', (_what, change) => {
    const result = readChanges(boardKind, [{ op: 'set', path: ['title'], value: 'fine' }, change]);
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'document.invalid-change', params: { index: 1 } },
    });
  });

  it('are completed with defaults', () => {
    const raw = { op: 'put', path: ['notes', 'n9'], value: { order: 'a0', laneId: 'l1' } };
    expect(readChanges(boardKind, [raw])).toEqual({
      ok: true,
      value: [{ ...raw, value: { order: 'a0', laneId: 'l1', text: '', tags: [] } }],
    });
  });
});

describe('sameJson', () => {
  it('ignores the order of keys and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameJson(value, JSON.parse(JSON.stringify(value)))).toBe(true);
        expect(sameJson({ a: 1, value }, { value, a: 1 })).toBe(true);
        expect(sameJson({ value }, { value, extra: 1 })).toBe(false);
        expect(sameJson([value, 1], [value, 2])).toBe(false);
      }),
      { seed },
    );
    expect(sameJson({}, [])).toBe(false);
    expect(sameJson(null, {})).toBe(false);
    expect(sameJson({ a: undefined }, {})).toBe(true);
  });
});
