import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  arbitraryBoard,
  arbitraryChange,
  type Board,
  boardDiff,
  boardKind,
  emptyBoard,
  sampleBoard,
} from '#testing/sample-document.ts';
import { unwrap } from '../result.ts';
import { applyChanges, type Change } from './changes.ts';
import { DocumentProjection } from './projection.ts';
import { readDocument } from './read-document.ts';
import { defineDocument } from './schema.ts';
import { metaOf, rootFields, rootRecords, rootText } from './y-layout.ts';
import { applyToYDoc, fromYDoc, toYDoc, undoManager } from './yjs.ts';

const seed = 20_240_603;
const read = (ydoc: Y.Doc): Board => {
  const { document, setAside } = unwrap(fromYDoc(boardKind, ydoc));
  expect(setAside).toEqual([]);
  return document;
};
const copyOf = (ydoc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc));
  return copy;
};
const exchange = (a: Y.Doc, b: Y.Doc): void => {
  const forB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, forB);
  Y.applyUpdate(a, forA);
};

describe('codec', () => {
  it('gives back any document as it was, also after travelling as bytes', () => {
    fc.assert(
      fc.property(arbitraryBoard, (board) => {
        const ydoc = toYDoc(boardKind, board);
        expect(read(ydoc)).toEqual(board);
        expect(read(copyOf(ydoc))).toEqual(board);
      }),
      { seed },
    );
  });

  it('applies changes as `applyChanges` does', () => {
    fc.assert(
      fc.property(arbitraryBoard, fc.array(arbitraryChange, { maxLength: 12 }), (board, changes) => {
        const ydoc = toYDoc(boardKind, board);
        applyToYDoc(boardKind, ydoc, changes, 'test');
        expect(read(ydoc)).toEqual(applyChanges(board, changes));
      }),
      { seed },
    );
  });

  it('writes nothing for what is already so', () => {
    const ydoc = toYDoc(boardKind, sampleBoard);
    const before = Y.encodeStateVector(ydoc);
    applyToYDoc(
      boardKind,
      ydoc,
      [{ op: 'put', path: ['notes', 'n1'], value: sampleBoard.notes.n1! }],
      'test',
    );
    applyToYDoc(
      boardKind,
      ydoc,
      [{ op: 'set', path: ['settings'], value: { ...sampleBoard.settings } }],
      'test',
    );
    expect(Y.encodeStateVector(ydoc)).toEqual(before);
  });

  it('refuses a document of another kind or version, or whose root does not parse', () => {
    const ydoc = toYDoc(boardKind, sampleBoard);
    expect(fromYDoc(boardKind, new Y.Doc())).toMatchObject({ problem: { code: 'document.wrong-kind' } });
    metaOf(ydoc).set('version', 2);
    expect(fromYDoc(boardKind, ydoc)).toMatchObject({ problem: { code: 'document.other-version' } });
    metaOf(ydoc).set('version', 3);
    rootFields(ydoc).set('settings', 'broken');
    expect(fromYDoc(boardKind, ydoc)).toMatchObject({ problem: { code: 'document.invalid' } });
  });
});

describe('concurrent edits', () => {
  const client = fc.nat(2);
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ client, changes: fc.array(arbitraryChange, { minLength: 1, maxLength: 3 }) }),
    },
    { weight: 2, arbitrary: fc.record({ client, meets: client }) },
    { weight: 1, arbitrary: fc.record({ client, undo: fc.boolean() }) },
  );

  it('of several clients, online, offline or undoing, converge to one document that parses', () => {
    fc.assert(
      fc.property(arbitraryBoard, fc.array(step, { maxLength: 40 }), (board, steps) => {
        const origin = toYDoc(boardKind, board);
        const clients = [0, 1, 2].map(() => {
          const ydoc = copyOf(origin);
          const undo = undoManager(boardKind, ydoc, 'me');
          return { ydoc, undo, projection: new DocumentProjection(boardKind, ydoc) };
        });
        for (const move of steps) {
          const { ydoc, undo, projection } = clients[move.client]!;
          if ('changes' in move) applyToYDoc(boardKind, ydoc, move.changes, 'me');
          else if ('meets' in move) exchange(ydoc, clients[move.meets]!.ydoc);
          else if (move.undo) undo.undo();
          else undo.redo();
          expect(projection.takeFaults()).toEqual([]);
        }
        for (let round = 0; round < 2; round++) {
          for (const a of clients) for (const b of clients) exchange(a.ydoc, b.ydoc);
        }
        const documents = clients.map(({ ydoc }) => read(ydoc));
        expect(documents[1]).toEqual(documents[0]);
        expect(documents[2]).toEqual(documents[0]);
        for (const { projection } of clients) {
          expect(unwrap(projection.read()).document).toEqual(documents[0]);
          expect(projection.takeFaults()).toEqual([]);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('in one text merge, letter by letter', () => {
    const a = toYDoc(boardKind, sampleBoard);
    const b = copyOf(a);
    applyToYDoc(boardKind, a, [{ op: 'set', path: ['notes', 'n1', 'text'], value: 'First, I call' }], 'a');
    applyToYDoc(
      boardKind,
      b,
      [{ op: 'put', path: ['notes', 'n1'], value: { ...sampleBoard.notes.n1, text: 'I call back' } }],
      'b',
    );
    exchange(a, b);
    expect(read(a).notes.n1?.text).toBe('First, I call back');
    expect(read(b)).toEqual(read(a));
  });

  it('that start the same empty document both survive', () => {
    const a = toYDoc(boardKind, emptyBoard);
    const b = toYDoc(boardKind, emptyBoard);
    applyToYDoc(boardKind, a, [{ op: 'put', path: ['lanes', 'l1'], value: sampleBoard.lanes.l1! }], 'a');
    applyToYDoc(boardKind, b, [{ op: 'put', path: ['lanes', 'l2'], value: sampleBoard.lanes.l2! }], 'b');
    exchange(a, b);
    expect(Object.keys(read(a).lanes).sort()).toEqual(['l1', 'l2']);
  });

  it('never cut a character in two', () => {
    const ydoc = toYDoc(boardKind, { ...emptyBoard, title: 'a👍b' });
    applyToYDoc(boardKind, ydoc, [{ op: 'set', path: ['title'], value: 'a👎b' }], 'me');
    const delta = rootText(ydoc, 'title').toDelta() as { insert: string }[];
    expect(delta.map(({ insert }) => insert).join('')).toBe('a👎b');
    expect(read(ydoc).title.isWellFormed()).toBe(true);
  });
});

describe('undo', () => {
  it("takes back one's own edits and leaves those of others", () => {
    const mine = toYDoc(boardKind, sampleBoard);
    const theirs = copyOf(mine);
    const undo = undoManager(boardKind, mine, 'me');
    applyToYDoc(boardKind, mine, [{ op: 'remove', path: ['notes', 'n1'] }], 'me');
    undo.stopCapturing();
    applyToYDoc(boardKind, mine, [{ op: 'set', path: ['title'], value: 'Mine' }], 'me');
    applyToYDoc(boardKind, theirs, [{ op: 'set', path: ['notes', 'n2', 'text'], value: 'Theirs' }], 'them');
    exchange(mine, theirs);
    undo.undo();
    undo.undo();
    undo.undo();
    const expected = applyChanges(sampleBoard, [
      { op: 'set', path: ['notes', 'n2', 'text'], value: 'Theirs' },
    ]);
    expect(read(mine)).toEqual(expected);
    undo.redo();
    expect(read(mine).notes.n1).toBeUndefined();
  });
});

describe('projection', () => {
  it('keeps the identity of what did not change, and of everything when nothing did', () => {
    const ydoc = toYDoc(boardKind, sampleBoard);
    const projection = new DocumentProjection(boardKind, ydoc);
    const before = unwrap(projection.read());
    expect(unwrap(projection.read())).toBe(before);
    let calls = 0;
    const stop = projection.subscribe(() => calls++);
    applyToYDoc(boardKind, ydoc, [{ op: 'set', path: ['notes', 'n1', 'text'], value: 'I write' }], 'me');
    const after = unwrap(projection.read());
    expect(after.document.notes.n1?.text).toBe('I write');
    expect(after.document.notes.n2).toBe(before.document.notes.n2);
    expect(after.document.lanes).toBe(before.document.lanes);
    expect(after.document.settings).toBe(before.document.settings);
    stop();
    applyToYDoc(boardKind, ydoc, [{ op: 'set', path: ['title'], value: 'x' }], 'me');
    expect(calls).toBe(1);
  });

  it('equals a fresh reading after any changes', () => {
    fc.assert(
      fc.property(arbitraryBoard, fc.array(arbitraryChange), (board, changes) => {
        const ydoc = toYDoc(boardKind, board);
        const projection = new DocumentProjection(boardKind, ydoc);
        for (const change of changes) {
          applyToYDoc(boardKind, ydoc, [change], 'me');
          expect(unwrap(projection.read()).document).toEqual(read(ydoc));
        }
      }),
      { seed, numRuns: 50 },
    );
  });

  const hostile: [string, (ydoc: Y.Doc) => void][] = [
    ['a value of the wrong type', (ydoc) => note(ydoc).set('weight', 'heavy')],
    ['a value out of range', (ydoc) => note(ydoc).set('weight', 11)],
    ['an unknown field', (ydoc) => note(ydoc).set('script', '<b>')],
    ['an entity that is no map', (ydoc) => rootRecords(ydoc, 'notes').set('n9', 'text')],
    ['an entity that is a list', (ydoc) => rootRecords(ydoc, 'notes').set('n9', new Y.Array())],
    ['an incomplete entity', (ydoc) => rootRecords(ydoc, 'notes').set('n9', new Y.Map([['order', 'a0']]))],
    ['a bad id', (ydoc) => rootRecords(ydoc, 'lanes').set('../x', laneMap())],
    ['the prototype as id', (ydoc) => rootRecords(ydoc, 'lanes').set('__proto__', laneMap())],
    ['a plain string where people type', (ydoc) => note(ydoc).set('text', 'frozen')],
    ['a list where people type', (ydoc) => note(ydoc).set('text', new Y.Array())],
    ['a shared type inside a value', (ydoc) => note(ydoc).set('tags', new Y.Array())],
    ['formatted text', (ydoc) => (note(ydoc).get('text') as Y.Text).format(0, 2, { bold: true })],
    ['an object in a text', (ydoc) => (note(ydoc).get('text') as Y.Text).insertEmbed(0, { image: 'x' })],
    ['an attribute on a text', (ydoc) => rootText(ydoc, 'title').setAttribute('x', 1)],
    ['a text that is too long', (ydoc) => (note(ydoc).get('text') as Y.Text).insert(0, 'x'.repeat(2_001))],
    ['bytes in a value', (ydoc) => note(ydoc).set('tags', new Uint8Array([1]))],
    ['a document in a value', (ydoc) => note(ydoc).set('tags', new Y.Doc())],
    [
      'a number that JSON does not have',
      (ydoc) => rootFields(ydoc).set('settings', { colour: 'red', width: Number.NaN }),
    ],
    ['a broken field of the document', (ydoc) => rootFields(ydoc).set('settings', null)],
    ['an unknown field of the document', (ydoc) => rootFields(ydoc).set('extra', 1)],
    ['an unknown top-level map', (ydoc) => ydoc.getMap('in:people').set('p1', 1)],
    ['an unknown top-level list', (ydoc) => ydoc.getArray('junk').push([1])],
    ['another kind', (ydoc) => metaOf(ydoc).set('kind', 'map')],
    ['another version', (ydoc) => metaOf(ydoc).set('version', 99)],
    ['a stray field beside the version', (ydoc) => metaOf(ydoc).set('x', 1)],
  ];

  it.each(hostile)('reports %s, and nothing of what is right', (_what, attack) => {
    const ydoc = toYDoc(boardKind, sampleBoard);
    const shadow = copyOf(ydoc);
    const projection = new DocumentProjection(boardKind, shadow);
    expect(projection.takeFaults()).toEqual([]);
    attack(ydoc);
    Y.applyUpdate(shadow, Y.encodeStateAsUpdate(ydoc, Y.encodeStateVector(shadow)));
    expect(projection.takeFaults()).not.toEqual([]);
    expect(projection.takeFaults()).toEqual([]);
  });

  it('sets aside entities that do not parse and keeps the others', () => {
    const ydoc = toYDoc(boardKind, sampleBoard);
    note(ydoc).set('weight', 'heavy');
    rootRecords(ydoc, 'lanes').set('__proto__', laneMap());
    const { document, setAside } = unwrap(fromYDoc(boardKind, ydoc));
    expect(Object.keys(document.notes)).toEqual(['n2']);
    expect(document.lanes).toEqual(sampleBoard.lanes);
    expect(setAside.map(({ path }) => path.join('/')).sort()).toEqual(['lanes/__proto__', 'notes/n1/weight']);
  });

  it('accepts what a former version still writes in a retired place', () => {
    const ydoc = toYDoc(boardKind, sampleBoard);
    const projection = new DocumentProjection(boardKind, ydoc);
    projection.takeFaults();
    note(ydoc).set('size', 3);
    rootFields(ydoc).set('name', 'Old');
    expect(projection.takeFaults()).toEqual([]);
    expect(unwrap(projection.read()).document).toEqual(sampleBoard);
  });
});

const note = (ydoc: Y.Doc): Y.Map<unknown> => rootRecords(ydoc, 'notes').get('n1') as Y.Map<unknown>;
const laneMap = (): Y.Map<unknown> => new Y.Map<unknown>([['order', 'a0']]);

it('a merge that leaves things hanging is healed, the same way everywhere', () => {
  const healing = defineDocument({
    ...boardKind,
    heal(board) {
      const lost = Object.entries(board.notes).filter(([, { laneId }]) => !(laneId in board.lanes));
      if (lost.length === 0) return board;
      const gone = new Set(lost.map(([id]) => id));
      return {
        ...board,
        notes: Object.fromEntries(Object.entries(board.notes).filter(([id]) => !gone.has(id))),
      };
    },
  });
  const a = toYDoc(healing, sampleBoard);
  const b = copyOf(a);
  applyToYDoc(healing, a, [{ op: 'remove', path: ['lanes', 'l1'] }], 'a');
  applyToYDoc(healing, b, [{ op: 'put', path: ['notes', 'n3'], value: { order: 'a0', laneId: 'l1' } }], 'b');
  exchange(a, b);
  const documents = [a, b].map((ydoc) => unwrap(fromYDoc(healing, ydoc)).document);
  expect(Object.keys(documents[0]!.notes)).toEqual(['n2']);
  expect(documents[1]).toEqual(documents[0]);
  expect(unwrap(readDocument(healing, { ...sampleBoard, lanes: {} })).document.notes).toEqual({});
  const projection = new DocumentProjection(healing, a);
  expect(unwrap(projection.read()).document).toBe(unwrap(projection.read()).document);
});

it('the difference between two documents merges with what happens meanwhile', () => {
  const a = toYDoc(boardKind, sampleBoard);
  const b = copyOf(a);
  const target: Board = { ...sampleBoard, lanes: { l1: sampleBoard.lanes.l1! } };
  applyToYDoc(boardKind, a, boardDiff(sampleBoard, target), 'restore');
  const typed: Change[] = [{ op: 'set', path: ['notes', 'n2', 'text'], value: 'still here' }];
  applyToYDoc(boardKind, b, typed, 'b');
  exchange(a, b);
  expect(read(a)).toEqual(applyChanges(target, typed));
});
