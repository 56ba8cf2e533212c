import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setAsidePath } from '#platform/files/set-aside-file.ts';
import { type ImportWorld, mappingOf, openImportWorld, workspaceId } from '#testing/import-world.ts';
import { importEvents } from './import-events.ts';

let world: ImportWorld;
let source = '';
let sources = 0;

beforeAll(async () => {
  world = await openImportWorld();
});
afterAll(() => world?.close());
beforeEach(() => {
  source = `s${++sources}`;
});

const importing = (content: string | Buffer, request: Parameters<ImportWorld['importing']>[1] = {}) =>
  world.importing(content, { sourceId: source, ...request });

const problemOf = (result: Awaited<ReturnType<typeof importing>>) => (result.ok ? undefined : result.problem);

describe('an import that cannot be', () => {
  const good = 'client,date,etape\nA,2025-01-01,x\n';

  it.each([
    [
      'a column that is not there',
      good,
      { mapping: mappingOf({ event: 'absente' }) },
      { code: 'import.missing-column', params: { column: 'absente' } },
    ],
    [
      'a zone that is none',
      good,
      { mapping: mappingOf({ time: { column: 'date', format: 'iso', zone: 'Europe/Lutèce' } }) },
      { code: 'import.unknown-zone' },
    ],
    [
      'rows that are all bad',
      'client,date,etape\nA,never,x\n,2025-01-01,x\nB,never,x\n',
      {},
      { code: 'import.nothing-kept', params: { read: 3, reason: 'unreadable-time' } },
    ],
    ['an empty file', '', {}, { code: 'import.empty' }],
    ['a header alone', 'client,date,etape\n', {}, { code: 'import.header-only' }],
    [
      'a cut gzip',
      gzipSync(
        `client,date,etape\n${Array.from({ length: 200_000 }, (_, n) => `C${n * 7919},2025-01-01,x\n`).join('')}`,
      ).subarray(0, 500_000),
      {},
      { code: 'import.truncated', params: { file: 'events.csv' } },
    ],
    [
      'sentences taken for events',
      `client,date,etape\n${Array.from({ length: 60_001 }, (_, n) => `A${n},2025-01-01,sentence ${n}\n`).join('')}`,
      {},
      { code: 'import.too-many-event-names' },
    ],
    [
      'a segment taken for a customer',
      `client,date,etape\n${'or,2025-01-01,x\n'.repeat(200_001)}`,
      {},
      { code: 'import.journey-too-long', params: { customer: 'or', events: 200_001 } },
    ],
  ])('refuses %s and leaves nothing', async (_, content, request, expected) => {
    const before = await world.leftovers();
    expect(problemOf(await importing(content, request))).toMatchObject(expected);
    expect(await world.leftovers()).toEqual(before);
    for (const { status } of await world.setting.imports.list(workspaceId, source))
      expect(status).toBe('failed');
  });

  it('is taken back when it is cancelled, at any moment', async () => {
    const content = `client,date,etape\n${Array.from({ length: 600_000 }, (_, n) => `C${n % 5000},2025-01-01 10:00,e${n % 9}\n`).join('')}`;
    for (const phase of ['reading', 'checking', 'building'] as const) {
      const before = await world.leftovers();
      const stop = new AbortController();
      const result = await importing(content, {
        signal: stop.signal,
        onProgress: (progress) => {
          if (progress.phase === phase) stop.abort();
        },
      });
      expect(problemOf(result)?.code).toBe('import.cancelled');
      expect(await world.leftovers()).toEqual(before);
      const [record] = await world.setting.imports.list(workspaceId, source);
      expect(record?.status).toBe('cancelled');
    }
  });

  it('waits for nobody: one import at a time in a source', async () => {
    const content = `client,date,etape\n${'A,2025-01-01,x\n'.repeat(1000)}`;
    const [one, two] = await Promise.all([importing(content), importing(`${content}B,2025-01-01,x\n`)]);
    expect([problemOf(one)?.code, problemOf(two)?.code].sort()).toEqual(['import.busy', undefined]);
  });

  it.skipIf(!existsSync('/dev/full'))('says that there is no room for the rows set aside', async () => {
    const before = await world.leftovers();
    mkdirSync(world.setting.folder, { recursive: true });
    symlinkSync('/dev/full', setAsidePath(world.setting.folder, 'no-room'));
    const result = await importEvents(
      { ...world.setting, newId: () => 'no-room' },
      {
        workspaceId,
        sourceId: source,
        mapping: mappingOf(),
        file: world.file(`client,date,etape\nA,2025-01-01,x\n${',,\n'.repeat(100_000)}`),
      },
    );
    expect(problemOf(result)).toMatchObject({ code: 'import.disk-full' });
    expect(await world.leftovers()).toEqual(before);
  });

  it('says that the engine has no room, and leaves nothing', async () => {
    const before = await world.leftovers();
    const { engine } = world;
    let loads = 0;
    const full = {
      ...engine,
      load: async (load: Parameters<typeof engine.load>[0]) => {
        if (++loads > 1) throw Object.assign(new Error('write failed'), { code: 'ENOSPC' });
        return engine.load(load);
      },
    };
    const rows = Array.from({ length: 900_000 }, (_, n) => `C${n % 5000},2025-01-01,e\n`).join('');
    const result = await importEvents(
      { ...world.setting, engine: full },
      { workspaceId, sourceId: source, mapping: mappingOf(), file: world.file(`client,date,etape\n${rows}`) },
    );
    expect(problemOf(result)).toMatchObject({
      code: 'import.disk-full',
      status: 507,
      params: { file: 'events.csv' },
    });
    expect(await world.leftovers()).toEqual(before);
  });
});
