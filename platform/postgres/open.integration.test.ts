import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { createServerDatabase, relationalStores, serverStore } from '#testing/stores.ts';
import { withTransaction } from './database.ts';
import { openPostgres } from './open.ts';
import { documentTable } from './tables/document.ts';

const logger = pino({ level: 'silent' });
const at = new Date('2024-03-31T01:30:00.250Z');
const row = (id: string) => ({
  workspaceId: 'w1',
  id,
  kind: 'map',
  version: 1,
  title: 'Été « à Paris »',
  projection: { title: 'x', nested: { list: [1, null] } },
  createdAt: at,
  updatedAt: at,
});

describe.each(relationalStores)('the relational store on $name', ({ available, open }) => {
  it.skipIf(!available)(
    'has the tables, keeps values as they are, and undoes a failed transaction',
    async () => {
      const store = await open();
      try {
        await store.db.insert(documentTable).values(row('kept'));
        await expect(
          withTransaction(store.db, async (tx) => {
            await tx.insert(documentTable).values(row('undone'));
            throw new Error('stop');
          }),
        ).rejects.toThrow('stop');
        expect(await store.db.select().from(documentTable)).toEqual([
          { ...row('kept'), projectedSeq: 0, lastSeq: 0, deletedAt: null },
        ]);
        const raw = await store.query('select $1::int + 1 as sum', [41]);
        expect(raw.rows).toEqual([{ sum: 42 }]);
        const typed = await store.db.execute<{ n: number }>(sql`select count(*)::int as n from document`);
        expect(typed.rows).toEqual([{ n: 1 }]);
      } finally {
        await store.close();
      }
    },
  );
});

describe('opening', () => {
  it('finds in a folder what was left there, and applies each migration once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parcours-postgres-'));
    try {
      const dataDir = join(folder, 'deep', 'relational');
      const first = unwrap(await openPostgres({ dataDir, logger }));
      await first.db.insert(documentTable).values(row('a'));
      await first.close();
      const second = unwrap(await openPostgres({ dataDir, logger }));
      expect(
        (await second.db.select({ id: documentTable.id }).from(documentTable)).map(({ id }) => id),
      ).toEqual(['a']);
      await second.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('tells a folder it cannot use, and a server it cannot reach', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parcours-postgres-'));
    try {
      const file = join(folder, 'file');
      await writeFile(file, 'not a folder');
      const unusable = await openPostgres({ dataDir: file, logger });
      expect(unusable).toMatchObject({ ok: false, problem: { code: 'postgres.folder-unusable' } });
      const nobody = await openPostgres({ url: 'postgres://nobody@127.0.0.1:1/none', logger });
      expect(nobody).toMatchObject({ ok: false, problem: { code: 'postgres.unreachable' } });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it.skipIf(!serverStore.available)('lets several processes start on the same empty server', async () => {
    const { url, drop } = await createServerDatabase();
    try {
      const opened = await Promise.all([1, 2, 3].map(() => openPostgres({ url, logger })));
      for (const result of opened) await unwrap(result).close();
    } finally {
      await drop();
    }
  });
});
