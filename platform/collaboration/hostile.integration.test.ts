import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { rootFields, rootRecords, rootText } from '#kit/document/y-layout.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, unwrap } from '#kit/result.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { type CollaborationServer, startCollaborationServer } from '#testing/collaboration-server.ts';
import { boardKind, sampleBoard } from '#testing/sample-document.ts';
import { embeddedStore } from '#testing/stores.ts';
import type { DocumentStore } from './document-store.ts';
import { defaultLimits } from './limits.ts';
import { createPostgresDocumentStore } from './postgres-document-store.ts';

const soon = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 10_000, interval: 10 });
const title = (value: string) => ({ op: 'set', path: ['title'], value }) as const;

let postgres: Postgres;
let store: DocumentStore;
let server: CollaborationServer;
let workspaces = 0;
let w: WorkspaceId;

beforeAll(async () => {
  postgres = await embeddedStore.open();
  store = createPostgresDocumentStore(postgres.db);
});
afterAll(() => postgres?.close());
beforeEach(async () => {
  w = `w${workspaces++}` as WorkspaceId;
  server = await startCollaborationServer({ store });
  unwrap(await server.collaboration.create(w, boardKind, 'b', sampleBoard));
});
afterEach(() => server.close());

const open = async () => {
  const page = server.connect(w, 'b');
  await soon(() =>
    expect(page.snapshot()).toMatchObject({ status: 'live', document: { title: sampleBoard.title } }),
  );
  await soon(() => expect(page.snapshot().unsynced).toBe(false));
  return page;
};
const updatesKept = async (): Promise<number> => (await store.load(w, 'b'))!.seq;

describe('a hostile page', () => {
  const note = (ydoc: Y.Doc) => rootRecords(ydoc, 'notes').get('n1') as Y.Map<unknown>;
  const attacks: [string, (ydoc: Y.Doc) => void][] = [
    ['a value that does not parse', (ydoc) => note(ydoc).set('weight', { $gt: '' })],
    ['a broken root', (ydoc) => rootFields(ydoc).set('settings', 'none')],
    ['an entity that is no entity', (ydoc) => rootRecords(ydoc, 'notes').set('n9', 'x')],
    ['an unknown place', (ydoc) => ydoc.getArray('junk').push(['x'])],
    ['a text over its limit', (ydoc) => rootText(ydoc, 'title').insert(0, 'x'.repeat(201))],
    [
      'a paste of five megabytes',
      (ydoc) => (note(ydoc).get('text') as Y.Text).insert(0, 'x'.repeat(5 * 1024 * 1024)),
    ],
    ['another model version', (ydoc) => ydoc.getMap('meta').set('version', 99)],
  ];

  it.each(attacks)('that sends %s is refused, and nobody else sees it', async (_what, attack) => {
    const [villain, witness] = [await open(), await open()];
    const before = await updatesKept();
    attack(villain.ydoc);
    await soon(() =>
      expect(villain.snapshot()).toMatchObject({ status: 'refused', reason: 'document.invalid-update' }),
    );
    expect(await updatesKept()).toBe(before);
    expect(villain.change([title('Again')])).toMatchObject({ problem: { code: 'document.invalid-update' } });
    unwrap(witness.change([title('Still working')]));
    await soon(() => expect(witness.snapshot().unsynced).toBe(false));
    const { document } = unwrap(await server.collaboration.read(w, boardKind, 'b'));
    expect(document).toEqual({ ...sampleBoard, title: 'Still working' });
    expect(witness.snapshot()).toMatchObject({ status: 'live', document });
    expect(server.collaboration.stats().refused).toEqual({ 'document.invalid-update': 1 });
    const newcomer = server.connect(w, 'b');
    await soon(() => expect(newcomer.snapshot().document).toEqual(document));
    expect([...newcomer.ydoc.share.keys()]).not.toContain('junk');
  });

  it('that sends an update out of nowhere is refused', async () => {
    const [villain, witness] = [await open(), await open()];
    const elsewhere = new Y.Doc();
    elsewhere.getText('text:title').insert(0, 'a');
    const seen = Y.encodeStateVector(elsewhere);
    elsewhere.getText('text:title').insert(1, 'b');
    // The second half without the first: it would lie in wait until somebody sends the rest, unchecked.
    villain.ydoc.emit('update', [
      Y.encodeStateAsUpdate(elsewhere, seen),
      'by hand',
      villain.ydoc,
      {} as Y.Transaction,
    ]);
    await soon(() => expect(villain.snapshot().status).toBe('refused'));
    unwrap(witness.change([title('Fine')]));
    await soon(() => expect(witness.snapshot().unsynced).toBe(false));
    expect(unwrap(await server.collaboration.read(w, boardKind, 'b')).document.title).toBe('Fine');
  });

  it('that makes a document too large is refused', async () => {
    const small = await startCollaborationServer({ store, limits: { documentBytes: 20_000 } });
    try {
      const page = small.connect(w, 'b');
      await soon(() => expect(page.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
      const note = { order: 'a0', laneId: 'l1', text: 'x'.repeat(2_000), tags: [] };
      for (let count = 0; page.snapshot().status !== 'refused' && count < 50; count++) {
        page.change([{ op: 'put', path: ['notes', `n${count + 10}`], value: note }]);
        await soon(() =>
          expect(!page.snapshot().unsynced || page.snapshot().status === 'refused').toBe(true),
        );
      }
      expect(page.snapshot().reason).toBe('document.too-large');
      const kept = unwrap(await small.collaboration.read(w, boardKind, 'b')).document;
      expect(Object.keys(kept.notes).length).toBeGreaterThan(8);
      expect(Object.keys(kept.notes).length).toBeLessThan(13);
    } finally {
      await small.close();
    }
  });

  it('that sends too much at once is cut off, and so is presence of any size', async () => {
    const [loud, vain] = [await open(), await open()];
    const value = 'x'.repeat(defaultLimits.messageBytes);
    loud.ydoc.getMap('fields').set('owner', value);
    await soon(() =>
      expect(loud.snapshot()).toMatchObject({ status: 'refused', reason: 'document.too-large' }),
    );
    const witness = await open();
    vain.awareness.setLocalStateField('person', { name: 'x'.repeat(defaultLimits.presenceBytes) });
    await soon(() => expect(vain.snapshot().status).toBe('offline'));
    expect([...witness.awareness.getStates().values()]).not.toContainEqual(vain.awareness.getLocalState());
  });

  it('that sends faster than anyone types is cut off, comes back, and loses nothing', async () => {
    const strict = await startCollaborationServer({
      store,
      limits: { messagesAtOnce: 30, messagesPerSecond: 0.01 },
    });
    try {
      const page = strict.connect(w, 'b');
      await soon(() => expect(page.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
      for (let count = 0; count < 40; count++) unwrap(page.change([title(`Storm ${count}`)]));
      await soon(() => expect(strict.collaboration.stats().refused).toEqual({ 'document.too-fast': 1 }));
      await soon(() => expect(page.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
      expect(unwrap(await strict.collaboration.read(w, boardKind, 'b')).document.title).toBe('Storm 39');
    } finally {
      await strict.close();
    }
  });

  it('that speaks no protocol at all is shut out', async () => {
    const socket = new WebSocket(server.url);
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    socket.addEventListener('open', () => socket.send(new Uint8Array([255, 255, 255, 255, 255])));
    await closed;
    const stranger = new WebSocket(server.url);
    const text = new Promise((resolve) => stranger.addEventListener('close', resolve));
    stranger.addEventListener('open', () => stranger.send('hello'));
    await text;
    expect((await open()).snapshot().status).toBe('live');
  });
});

describe('a store that fails', () => {
  it('keeps an update from being acknowledged or spread, until it can be kept', async () => {
    let broken = false;
    const shaky: DocumentStore = {
      ...store,
      append: async (...call) => {
        if (broken) throw new Error('no space left on device');
        return store.append(...call);
      },
      loadAfter: async (...call) => {
        if (broken) throw new Error('no space left on device');
        return store.loadAfter(...call);
      },
    };
    const poor = await startCollaborationServer({ store: shaky });
    try {
      const [a, b] = [poor.connect(w, 'b'), poor.connect(w, 'b')];
      for (const page of [a, b])
        await soon(() => expect(page.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
      broken = true;
      unwrap(a.change([title('Written in vain')]));
      await soon(() =>
        expect(poor.collaboration.stats().refused['document.store-unavailable']).toBeGreaterThan(0),
      );
      expect(a.snapshot().unsynced).toBe(true);
      expect(b.snapshot().document?.title).toBe(sampleBoard.title);
      const unavailable = { ok: false, problem: { code: 'document.store-unavailable', status: 503 } };
      expect(await poor.collaboration.edit(w, boardKind, 'b', [title('x')], 'script')).toMatchObject(
        unavailable,
      );
      expect(await poor.collaboration.read(w, boardKind, 'b')).toMatchObject(unavailable);
      broken = false;
      await soon(() => expect(a.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
      await soon(() => expect(b.snapshot().document?.title).toBe('Written in vain'));
    } finally {
      await poor.close();
    }
  });

  it('tells a page whose document vanished underneath it', async () => {
    const page = await open();
    unwrap(await store.remove(w, 'b', new Date()));
    unwrap(page.change([title('Too late')]));
    await soon(() =>
      expect(page.snapshot()).toMatchObject({ status: 'refused', reason: 'document.deleted' }),
    );
  });

  it('does not lose an update it kept without saying so', async () => {
    let silent = true;
    const absentMinded: DocumentStore = {
      ...store,
      append: async (...call) => {
        const appended = await store.append(...call);
        if (!silent) return appended;
        silent = false;
        return fail(problem('document.not-found'));
      },
    };
    const other = await startCollaborationServer({ store: absentMinded });
    try {
      expect((await other.collaboration.edit(w, boardKind, 'b', [title('Kept')], 'script')).ok).toBe(false);
      expect(unwrap(await other.collaboration.read(w, boardKind, 'b')).document.title).toBe('Kept');
    } finally {
      await other.close();
    }
  });
});
