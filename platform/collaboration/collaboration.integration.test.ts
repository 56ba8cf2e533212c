import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { defineDocument } from '#kit/document/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { type CollaborationServer, startCollaborationServer } from '#testing/collaboration-server.ts';
import { type Board, boardKind, sampleBoard } from '#testing/sample-document.ts';
import { embeddedStore } from '#testing/stores.ts';
import type { DocumentStore } from './document-store.ts';
import { createPostgresDocumentStore } from './postgres-document-store.ts';

const soon = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 10_000, interval: 10 });

describe('live editing', () => {
  let postgres: Postgres;
  let store: DocumentStore;
  let server: CollaborationServer;
  let workspaces = 0;
  let w: WorkspaceId;
  let clock = Date.UTC(2024, 0, 1);

  beforeAll(async () => {
    postgres = await embeddedStore.open();
    store = createPostgresDocumentStore(postgres.db);
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    w = `w${workspaces++}` as WorkspaceId;
    server = await startCollaborationServer({ store, now: () => new Date(clock) });
    unwrap(await server.collaboration.create(w, boardKind, 'b', sampleBoard));
  });
  afterEach(() => server.close());

  const open = async () => {
    const page = server.connect(w, 'b');
    await soon(() => expect(page.snapshot().status).toBe('live'));
    await soon(() => expect(page.snapshot().document).toBeDefined());
    return page;
  };
  const stored = async (): Promise<Board> => (await store.find(w, 'b'))?.projection as Board;
  const title = (value: string) => ({ op: 'set', path: ['title'], value }) as const;

  it('shows each page what the other does, and keeps it', async () => {
    const [a, b] = [await open(), await open()];
    expect(a.snapshot().document).toEqual(sampleBoard);
    const lane = { order: 'a2', name: 'Feels' };
    unwrap(a.change([{ op: 'put', path: ['lanes', 'l3'], value: lane }]));
    unwrap(b.change([{ op: 'set', path: ['notes', 'n1', 'text'], value: 'I call twice' }]));
    const expected = applyChanges(sampleBoard, [
      { op: 'put', path: ['lanes', 'l3'], value: lane },
      { op: 'set', path: ['notes', 'n1', 'text'], value: 'I call twice' },
    ]);
    await soon(() => expect(a.snapshot().document).toEqual(expected));
    await soon(() => expect(b.snapshot().document).toEqual(expected));
    await soon(() => expect(a.snapshot().unsynced || b.snapshot().unsynced).toBe(false));
    await soon(async () => expect(await stored()).toEqual(expected));
    expect(await store.find(w, 'b')).toMatchObject({ stale: false });
    expect(server.collaboration.stats()).toMatchObject({
      connections: 2,
      liveDocuments: 1,
      openDocuments: 1,
      refused: {},
    });
  });

  it('shows who else is there', async () => {
    const [a, b] = [await open(), await open()];
    a.awareness.setLocalStateField('person', { name: 'Ada' });
    await soon(() => {
      expect([...b.awareness.getStates().values()]).toContainEqual({ person: { name: 'Ada' } });
    });
  });

  it('keeps identity of what did not change, and undoes only what is ours', async () => {
    const [a, b] = [await open(), await open()];
    const before = b.snapshot().document!;
    unwrap(a.change([title('By a')]));
    await soon(() => expect(b.snapshot().document?.title).toBe('By a'));
    expect(b.snapshot().document?.notes).toBe(before.notes);
    expect(b.snapshot()).toBe(b.snapshot());
    expect(b.snapshot().canUndo).toBe(false);
    unwrap(b.change([{ op: 'remove', path: ['notes', 'n2'] }]));
    await soon(() => expect(a.snapshot().document?.notes.n2).toBeUndefined());
    expect(b.snapshot().canUndo).toBe(true);
    b.undo();
    await soon(() => expect(a.snapshot().document?.notes.n2).toEqual(sampleBoard.notes.n2));
    expect(a.snapshot().document?.title).toBe('By a');
    b.redo();
    await soon(() => expect(a.snapshot().document?.notes.n2).toBeUndefined());
  });

  it('undoes typing as one step, and a move as another', async () => {
    const a = await open();
    for (const text of ['I', 'I w', 'I write']) {
      unwrap(a.change([{ op: 'set', path: ['notes', 'n1', 'text'], value: text }]));
    }
    unwrap(a.change([{ op: 'set', path: ['notes', 'n1', 'order'], value: 'a5' }]));
    a.undo();
    expect(a.snapshot().document?.notes.n1).toEqual({ ...sampleBoard.notes.n1, text: 'I write' });
    a.undo();
    expect(a.snapshot().document).toEqual(sampleBoard);
  });

  it('refuses on the page a change that is not valid, and applies nothing of it', async () => {
    const a = await open();
    const result = a.change([title('Half'), { op: 'set', path: ['notes', 'n1', 'weight'], value: 99 }]);
    expect(result).toMatchObject({ ok: false, problem: { code: 'document.invalid-change' } });
    expect(a.snapshot().document).toEqual(sampleBoard);
    const early = server.connect(w, 'b').change([title('Early')]);
    expect(early).toMatchObject({ ok: false, problem: { code: 'document.not-loaded' } });
  });

  it('merges what was written without a network', async () => {
    const [a, b] = [await open(), await open()];
    await soon(() => expect(a.snapshot().unsynced || b.snapshot().unsynced).toBe(false));
    server.cut();
    await soon(() => expect(a.snapshot().status).toBe('offline'));
    await soon(() => expect(b.snapshot().status).toBe('offline'));
    unwrap(a.change([{ op: 'set', path: ['notes', 'n1', 'text'], value: 'First, I call' }]));
    unwrap(a.change([title('Offline')]));
    unwrap(b.change([{ op: 'set', path: ['notes', 'n1', 'text'], value: 'I call back' }]));
    unwrap(b.change([{ op: 'remove', path: ['notes', 'n2'] }]));
    expect(a.snapshot().unsynced && b.snapshot().unsynced).toBe(true);
    server.mend();
    await soon(() => expect(a.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
    await soon(() => expect(b.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
    await soon(() => expect(a.snapshot().document).toEqual(b.snapshot().document));
    const merged = a.snapshot().document!;
    expect(merged.title).toBe('Offline');
    expect(merged.notes.n1?.text).toBe('First, I call back');
    expect(merged.notes.n2).toBeUndefined();
    await soon(async () => expect(await stored()).toEqual(merged));
  });

  it('takes what a script writes while people edit, and tells them', async () => {
    const a = await open();
    unwrap(a.change([title('By a page')]));
    await soon(() => expect(a.snapshot().unsynced).toBe(false));
    const note = { order: 'a3', laneId: 'l1' };
    const after = unwrap(
      await server.collaboration.edit(
        w,
        boardKind,
        'b',
        [{ op: 'put', path: ['notes', 'n3'], value: note }],
        'script',
      ),
    );
    expect(after.title).toBe('By a page');
    expect(after.notes.n3).toEqual({ ...note, text: '', tags: [] });
    await soon(() => expect(a.snapshot().document).toEqual(after));
    const bad = await server.collaboration.edit(
      w,
      boardKind,
      'b',
      [title('ok'), { op: 'set', path: ['nope'] }],
      'script',
    );
    expect(bad).toMatchObject({
      ok: false,
      problem: { code: 'document.invalid-change', params: { index: 1 } },
    });
    expect(unwrap(await server.collaboration.read(w, boardKind, 'b')).document).toEqual(after);
  });

  it('replaces a document by its difference, from any version of the model', async () => {
    const a = await open();
    const file = { version: 2, document: { ...sampleBoard, title: 'Imported', stray: 1, notes: {} } };
    const { document, setAside } = unwrap(
      await server.collaboration.replace(w, boardKind, 'b', file, 'import'),
    );
    expect(document).toEqual({ ...sampleBoard, title: 'Imported', notes: {} });
    expect(setAside).toEqual([{ path: ['stray'], issue: 'unknown-field' }]);
    await soon(() => expect(a.snapshot().document).toEqual(document));
    const broken = await server.collaboration.replace(
      w,
      boardKind,
      'b',
      { version: 3, document: {} },
      'import',
    );
    expect(broken).toMatchObject({ ok: false, problem: { code: 'document.invalid' } });
  });

  it('keeps versions, by name and by itself, and goes back to them', async () => {
    const { collaboration } = server;
    const a = await open();
    unwrap(a.change([title('Second')]));
    await soon(() => expect(a.snapshot().unsynced).toBe(false));
    unwrap(a.change([title('Third')]));
    await soon(() => expect(a.snapshot().unsynced).toBe(false));
    const automatic = await collaboration.listVersions(w, 'b');
    expect(automatic.map(({ name }) => name)).toEqual([undefined]);
    const first = unwrap(await collaboration.readVersion(w, boardKind, 'b', automatic[0]!.id));
    expect(first.document).toEqual(sampleBoard);
    clock += 11 * 60_000;
    const { id } = unwrap(await collaboration.saveVersion(w, boardKind, 'b', 'For the committee', 'ada'));
    clock += 11 * 60_000;
    unwrap(a.change([title('Fourth'), { op: 'remove', path: ['notes', 'n1'] }]));
    await soon(() => expect(a.snapshot().unsynced).toBe(false));
    expect((await collaboration.listVersions(w, 'b')).map(({ name }) => name)).toEqual([
      undefined,
      'For the committee',
      undefined,
    ]);
    const restored = unwrap(await collaboration.restore(w, boardKind, 'b', id, 'ada'));
    expect(restored).toEqual({ ...sampleBoard, title: 'Third' });
    await soon(() => expect(a.snapshot().document).toEqual(restored));
    const [beforeRestoring] = await collaboration.listVersions(w, 'b');
    const undone = unwrap(await collaboration.readVersion(w, boardKind, 'b', beforeRestoring!.id));
    expect(undone.document.title).toBe('Fourth');
    expect(await collaboration.restore(w, boardKind, 'b', 'none', 'ada')).toMatchObject({
      problem: { code: 'document.version-not-found', status: 404 },
    });
  });

  it('lets a page go back to a version as an edit of its own', async () => {
    const a = await open();
    unwrap(a.change([title('Changed')]));
    unwrap(a.replaceWith(sampleBoard));
    expect(a.snapshot().document).toEqual(sampleBoard);
    a.undo();
    expect(a.snapshot().document?.title).toBe('Changed');
  });

  it('tells the pages when a document is removed', async () => {
    const a = await open();
    unwrap(await server.collaboration.remove(w, boardKind, 'b'));
    await soon(() => expect(a.snapshot()).toMatchObject({ status: 'refused', reason: 'document.deleted' }));
    expect(a.change([title('Too late')])).toMatchObject({ problem: { code: 'document.deleted' } });
    expect((await server.collaboration.read(w, boardKind, 'b')).ok).toBe(false);
    expect(await server.collaboration.list(w)).toEqual([]);
    const late = server.connect(w, 'b');
    await soon(() => expect(late.snapshot().status).toBe('refused'));
  });

  it.each([
    ['a document that does not exist', () => server.connect(w, 'none'), 'document.not-found'],
    [
      'a document of another workspace',
      () => server.connect('other' as WorkspaceId, 'b'),
      'document.not-found',
    ],
    ['a kind it does not know', () => server.connect(w, 'b', { name: `${w}/map/b` }), 'document.not-found'],
    ['a name that is none', () => server.connect(w, 'b', { name: '../../b' }), 'document.not-found'],
    [
      'a page of another version',
      () => server.connect(w, 'b', { kind: olderBoard }),
      'document.outdated-page',
    ],
  ])('refuses %s', async (_what, connect, reason) => {
    const page = connect();
    await soon(() => expect(page.snapshot()).toMatchObject({ status: 'refused', reason }));
    expect(page.snapshot().document).toBeUndefined();
  });

  it('refuses who may not edit, and takes nothing from who may only read', async () => {
    const reader = await startCollaborationServer({
      store,
      authorize: async (_headers, { documentId }) =>
        documentId === 'b' ? { author: 'guest', readOnly: true } : undefined,
    });
    try {
      unwrap(await reader.collaboration.create(w, boardKind, 'secret', sampleBoard));
      const stranger = reader.connect(w, 'secret');
      await soon(() => expect(stranger.snapshot().reason).toBe('document.forbidden'));
      const guest = reader.connect(w, 'b');
      await soon(() => expect(guest.snapshot().document).toEqual(sampleBoard));
      expect(guest.change([title('Not allowed')])).toMatchObject({ problem: { code: 'document.read-only' } });
      guest.ydoc.getText('text:title').insert(0, 'Forced');
      await soon(() => expect(guest.snapshot().unsynced).toBe(true));
      const witness = reader.connect(w, 'b');
      await soon(() => expect(witness.snapshot().document).toEqual(sampleBoard));
      expect(unwrap(await reader.collaboration.read(w, boardKind, 'b')).document).toEqual(sampleBoard);
    } finally {
      await reader.close();
    }
  });

  it('compacts a long log, and reads the same document from it', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => `n${index + 10}`);
    for (const id of ids) {
      const value = { order: 'a0', laneId: 'l1', text: id };
      unwrap(
        await server.collaboration.edit(
          w,
          boardKind,
          'b',
          [{ op: 'put', path: ['notes', id], value }],
          'script',
        ),
      );
    }
    await soon(async () => expect((await store.load(w, 'b'))?.snapshot).toBeDefined());
    expect((await store.load(w, 'b'))!.updates.length).toBeLessThan(200);
    const before = unwrap(await server.collaboration.read(w, boardKind, 'b')).document;
    await server.close();
    server = await startCollaborationServer({ store });
    expect(unwrap(await server.collaboration.read(w, boardKind, 'b')).document).toEqual(before);
    expect(Object.keys(before.notes)).toHaveLength(252);
  });

  it('migrates a stored document once, when it is opened, and lists it under its new title', async () => {
    unwrap(await server.collaboration.edit(w, boardKind, 'b', [title('Before')], 'script'));
    await server.close();
    const newer = defineDocument({
      ...boardKind,
      version: 4,
      migrations: [
        ...boardKind.migrations,
        { to: 4, up: (old) => ({ ...old, title: `${old.title} and after` }) },
      ],
    });
    const upgraded = await startCollaborationServer({ store, kinds: [newer] });
    const second = await startCollaborationServer({ store, kinds: [newer] });
    try {
      const pages = [upgraded, second].map((each) => each.connect(w, 'b', { kind: newer }));
      for (const page of pages)
        await soon(() => expect(page.snapshot().document?.title).toBe('Before and after'));
      await soon(async () => expect((await store.find(w, 'b'))?.title).toBe('Before and after'));
      expect((await store.find(w, 'b'))?.version).toBe(4);
    } finally {
      await Promise.all([upgraded.close(), second.close()]);
    }
    server = await startCollaborationServer({ store });
    const outdated = server.connect(w, 'b');
    await soon(() => expect(outdated.snapshot().reason).toBe('document.newer-version'));
  });

  it('reads again from the log what a crash left unprojected', async () => {
    await server.close();
    const slow = await startCollaborationServer({ store, projectionDelay: 3_600_000 });
    unwrap(await slow.collaboration.edit(w, boardKind, 'b', [title('Never projected')], 'script'));
    expect((await store.find(w, 'b'))?.stale).toBe(true);
    server = await startCollaborationServer({ store });
    const [listed] = await server.collaboration.list(w, 'board');
    expect(listed).toMatchObject({ title: 'Never projected', stale: false });
    await slow.close();
  });
});

const olderBoard = { ...boardKind, version: 2 } as typeof boardKind;
