import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { randomId } from '#kit/random-id.ts';
import { unwrap } from '#kit/result.ts';
import { openPostgres } from '#platform/postgres/open.ts';
import { startCollaborationServer } from '#testing/collaboration-server.ts';
import { boardKind, sampleBoard } from '#testing/sample-document.ts';
import { createServerDatabase, findRedis, serverStore } from '#testing/stores.ts';
import { createPostgresDocumentStore } from './postgres-document-store.ts';
import { createRedisExtension } from './redis.ts';

const soon = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 });
const redisUrl = await findRedis();
const title = (value: string) => ({ op: 'set', path: ['title'], value }) as const;

/** Two servers as two processes would be: each has its own pool, its own ledgers and its own Redis connections. */
async function startTwo(withRedis: boolean) {
  const database = await createServerDatabase();
  const workspace = `w${randomId()}` as WorkspaceId;
  const opened = await Promise.all(
    [1, 2].map(async () => {
      const postgres = unwrap(await openPostgres({ url: database.url, logger: pino({ level: 'silent' }) }));
      const store = createPostgresDocumentStore(postgres.db);
      const redis =
        withRedis && redisUrl ? await createRedisExtension(redisUrl, pino({ level: 'silent' })) : undefined;
      const server = await startCollaborationServer({ store, redis });
      return { postgres, store, server };
    }),
  );
  const [first, second] = [opened[0]!, opened[1]!];
  unwrap(await first.server.collaboration.create(workspace, boardKind, 'b', sampleBoard));
  const [a, b] = [first.server.connect(workspace, 'b'), second.server.connect(workspace, 'b')];
  for (const page of [a, b])
    await soon(() => expect(page.snapshot()).toMatchObject({ status: 'live', unsynced: false }));
  return {
    workspace,
    first,
    second,
    a,
    b,
    async close() {
      await Promise.all(opened.map(({ server }) => server.close()));
      await Promise.all(opened.map(({ postgres }) => postgres.close()));
      await database.drop();
    },
  };
}

it.skipIf(!serverStore.available || !redisUrl)(
  'two server processes with Redis edit one document',
  async () => {
    const { workspace, first, second, a, b, close } = await startTwo(true);
    try {
      unwrap(a.change([{ op: 'set', path: ['notes', 'n1', 'text'], value: 'First, I call' }]));
      unwrap(b.change([{ op: 'set', path: ['notes', 'n1', 'text'], value: 'I call back' }]));
      unwrap(b.change([title('From the second')]));
      await soon(() => expect(a.snapshot().document?.title).toBe('From the second'));
      await soon(() => expect(a.snapshot().document).toEqual(b.snapshot().document));
      expect(a.snapshot().document?.notes.n1?.text).toBe('First, I call back');
      a.awareness.setLocalStateField('person', 'Ada');
      await soon(() => expect([...b.awareness.getStates().values()]).toContainEqual({ person: 'Ada' }));
      await soon(async () => {
        expect((await first.store.find(workspace, 'b'))?.projection).toEqual(a.snapshot().document);
      });
      unwrap(
        await first.server.collaboration.edit(workspace, boardKind, 'b', [title('By a script')], 'script'),
      );
      await soon(() => expect(b.snapshot().document?.title).toBe('By a script'));
      await soon(() => expect([a, b].map((page) => page.snapshot().unsynced)).toEqual([false, false]));
      unwrap(await second.server.collaboration.remove(workspace, boardKind, 'b'));
      for (const page of [a, b]) {
        await soon(() =>
          expect(page.snapshot()).toMatchObject({ status: 'refused', reason: 'document.deleted' }),
        );
      }
    } finally {
      await close();
    }
  },
);

it.skipIf(!serverStore.available)(
  'two server processes without Redis lose nothing of each other',
  async () => {
    const { workspace, first, second, a, b, close } = await startTwo(false);
    try {
      unwrap(a.change([title('From the first')]));
      await soon(() => expect(a.snapshot().unsynced).toBe(false));
      const read = unwrap(await second.server.collaboration.read(workspace, boardKind, 'b'));
      expect(read.document.title).toBe('From the first');
      unwrap(b.change([{ op: 'remove', path: ['notes', 'n2'] }]));
      await soon(() => expect(b.snapshot().document?.title).toBe('From the first'));
      const after = unwrap(await first.server.collaboration.read(workspace, boardKind, 'b')).document;
      expect(after.title).toBe('From the first');
      expect(after.notes.n2).toBeUndefined();
      await soon(async () => expect((await first.store.find(workspace, 'b'))?.projection).toEqual(after));
    } finally {
      await close();
    }
  },
);
