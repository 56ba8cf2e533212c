import { describe, expect, it } from 'vitest';
import { describeMigrations } from '#testing/document-migrations.ts';
import { boardKind, sampleBoard } from '#testing/sample-document.ts';
import { unwrap } from '../result.ts';
import { exportDocument, importDocument, readVersioned } from './migrate.ts';
import { metaOf, rootRecords } from './y-layout.ts';
import { migrateYDoc } from './y-migrate.ts';
import { fromYDoc, toYDoc } from './yjs.ts';

const settings = { colour: 'red', width: 4 };
const lanes = { l1: { order: 'a0', name: 'Does' } };
const former = { order: 'a0', laneId: 'l1', text: 'I call', tags: ['x'] };
const { owner: _owner, ...board } = sampleBoard;

describeMigrations(boardKind, {
  2: {
    before: { name: 'Old', settings, lanes, notes: { n1: { ...former, size: 3 } } },
    after: { title: 'Old', settings, lanes, notes: { n1: { ...former, weight: 3 } } },
  },
  3: {
    before: { title: 'Newer', settings, lanes, notes: { n1: { ...former, size: 99 } } },
    after: { title: 'Newer', settings, lanes, notes: { n1: { ...former, weight: 10 } } },
  },
});

describe('exported documents', () => {
  it('come back as they were', () => {
    const file = JSON.parse(JSON.stringify(exportDocument(boardKind, board)));
    expect(unwrap(importDocument(boardKind, file))).toEqual({ document: board, setAside: [] });
  });

  it('of older versions are migrated, of newer ones refused', () => {
    const old = { format: 'parcours', kind: 'board', version: 1, document: { name: 'Old', settings } };
    expect(unwrap(importDocument(boardKind, old)).document.title).toBe('Old');
    const newer = importDocument(boardKind, { ...old, version: 4 });
    expect(newer).toMatchObject({
      problem: { code: 'document.newer-version', params: { found: 4, known: 3 } },
    });
    for (const version of [0, 1.5, -1]) {
      expect(importDocument(boardKind, { ...old, version }).ok).toBe(false);
    }
  });

  it('of another kind, or that are no export, are refused', () => {
    expect(importDocument(boardKind, { ...exportDocument(boardKind, board), kind: 'map' })).toMatchObject({
      problem: { code: 'document.wrong-kind' },
    });
    for (const file of [null, 3, [], {}, { format: 'parcours' }]) {
      expect(importDocument(boardKind, file)).toMatchObject({ problem: { code: 'document.not-an-export' } });
    }
  });

  it('tell what had to be left out', () => {
    const damaged = {
      ...board,
      stray: 1,
      notes: {
        ...board.notes,
        bad: { order: '!', laneId: 'l1' },
        '../x': former,
        n1: { ...board.notes.n1, stray: 2 },
      },
    };
    const { document, setAside } = unwrap(readVersioned(boardKind, 3, damaged));
    expect(document).toEqual(board);
    expect(setAside).toEqual([
      { path: ['notes', 'n1', 'stray'], issue: 'unknown-field' },
      { path: ['notes', 'bad', 'order'], issue: 'custom' },
      { path: ['notes', '../x'], issue: 'bad-id' },
      { path: ['stray'], issue: 'unknown-field' },
    ]);
  });

  it('with a broken root are refused as a whole', () => {
    const broken = { ...board, settings: { colour: 'blue', width: 1 } };
    expect(readVersioned(boardKind, 3, broken)).toMatchObject({
      problem: { code: 'document.invalid', params: { field: 'settings' } },
    });
    expect(readVersioned(boardKind, 3, { ...board, notes: [] }).ok).toBe(false);
    expect(readVersioned(boardKind, 3, 'text').ok).toBe(false);
  });
});

describe('migrating a collaborative document', () => {
  it('leaves in place what it cannot carry over', () => {
    const ydoc = toYDoc(boardKind, board);
    metaOf(ydoc).set('version', 2);
    rootRecords(ydoc, 'notes').set('odd', 'not a note');
    const { setAside } = unwrap(migrateYDoc(boardKind, ydoc));
    expect(setAside).toEqual([{ path: ['notes', 'odd', 'order'], issue: 'invalid_type' }]);
    expect(rootRecords(ydoc, 'notes').get('odd')).toBe('not a note');
    expect(Object.keys(unwrap(fromYDoc(boardKind, ydoc)).document.notes)).toEqual(['n1', 'n2']);
  });

  it('refuses another kind and a newer version', () => {
    const ydoc = toYDoc(boardKind, board);
    metaOf(ydoc).set('version', 9);
    expect(migrateYDoc(boardKind, ydoc)).toMatchObject({ problem: { code: 'document.newer-version' } });
    metaOf(ydoc).set('kind', 'map');
    expect(migrateYDoc(boardKind, ydoc)).toMatchObject({ problem: { code: 'document.wrong-kind' } });
  });
});
