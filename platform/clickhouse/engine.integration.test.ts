import { mkdtempSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { openTable } from '../files/open-table.ts';
import type { Engine } from './engine.ts';
import { migrateEngine, statementsOf } from './migrate.ts';
import { openEngine } from './open-engine.ts';
import { engineProblem } from './problems.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-engine-'));
let engine: Engine;

beforeAll(async () => {
  engine = unwrap(await openEngine({ dataDir: folder }));
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded engine', () => {
  it('binds any text, list and number as it is', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', "'", '\\', '\n', '\t', '"', '{', '}', 'é', '🙂', '\0', ';'),
    });
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), fc.integer(), async (one, list, number) => {
        const [row] = await engine.query<{
          one: string;
          list: string[];
          number: number;
          none: string | null;
        }>(
          'SELECT {one:String} AS one, {list:Array(String)} AS list, {number:Int64} AS number, {none:Nullable(String)} AS none',
          { one, list, number, none: null },
        );
        expect(row).toEqual({ one, list, number, none: null });
      }),
      { seed: 40, numRuns: 200 },
    );
  });

  it('refuses a placeholder without a value rather than answer with an earlier one', async () => {
    await engine.query('SELECT {who:String} AS who', { who: 'first' });
    await expect(engine.query('SELECT {who:String} AS who')).rejects.toThrow('no value for parameter who');
  });

  it('keeps parameters and settings of queries that run at once apart', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        engine.query<{ me: number; threads: number }>(
          `SELECT {me:UInt32} AS me, toUInt32(getSetting('max_threads')) AS threads, sum(number) FROM numbers(20000)`,
          { me: index },
          index % 2 === 0 ? { settings: { max_threads: 1 } } : {},
        ),
      ),
    );
    const usual = answers[1]?.[0]?.threads;
    answers.forEach(([row], index) => {
      expect(row?.me).toBe(index);
      expect(row?.threads).toBe(index % 2 === 0 ? 1 : usual);
    });
  });

  it('gives large integers as numbers and moments in UTC', async () => {
    const rows = await engine.query(
      `SELECT toUInt64(9007199254740991) AS n, toDateTime64('2025-01-01 10:00:00.5', 3) AS t`,
    );
    expect(rows).toEqual([{ n: 9007199254740991, t: '2025-01-01 10:00:00.500' }]);
  });

  it('loads, inserts and streams rows', async () => {
    await engine.command(
      'CREATE TABLE sample (id UInt32, name String, place String) ENGINE = MergeTree ORDER BY id',
    );
    await engine.load({
      table: 'sample',
      columns: ['id', 'name', 'place'],
      select: ['id', 'upper(name)', '{place:String}'],
      structure: [
        ['id', 'UInt32'],
        ['name', 'String'],
      ],
      params: { place: "l'école" },
      values: [Buffer.from('1\ta\\tb\n'), Buffer.from('2\té\n')],
    });
    const columns = ['id', 'name', 'place'];
    await engine.insertRaw({
      table: 'sample',
      columns,
      format: 'TabSeparated',
      values: Buffer.from('3\tx\ty\n'),
    });
    await engine.insertRaw({
      table: 'sample',
      columns,
      format: 'JSONEachRow',
      values: Readable.from([Buffer.from('{"id":4,"name":"z","place":""}\n')]),
    });
    const parts: Buffer[] = [];
    for await (const part of engine.stream('SELECT * FROM sample WHERE id > {least:UInt32} ORDER BY id', {
      least: 0,
    }))
      parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe("1\tA\\tB\tl\\'école\n2\té\tl\\'école\n3\tx\ty\n4\tz\t\n");
  });

  it('gives the connection back when a stream is left early', async () => {
    for (let round = 0; round < 5; round++) {
      for await (const _ of engine.stream('SELECT number FROM numbers(1000000)')) break;
    }
    expect(await engine.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('answers queries while any number of streams are being read', async () => {
    const streams = Array.from({ length: 5 }, () =>
      engine.stream('SELECT number FROM numbers(300000)')[Symbol.asyncIterator](),
    );
    for (const stream of streams) expect((await stream.next()).done).toBe(false);
    expect(await engine.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    for (const stream of streams) await stream.return?.();
  });

  it('stops waiting when told, and goes on working', async () => {
    const stop = new AbortController();
    const slow = engine.query('SELECT sleep(1)', {}, { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(slow).rejects.toThrow('enough');
    expect(await engine.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('limits the memory of a query, and says so as a problem', async () => {
    const greedy = engine.query(
      'SELECT length(groupArray(repeat(toString(number), 100))) AS n FROM numbers(3000000)',
      {},
      { settings: { max_memory_usage: 50_000_000 } },
    );
    const error = await greedy.catch((reason: unknown) => reason);
    expect(engineProblem(error)?.code).toBe('engine.memory');
    expect(engineProblem(new Error('a bug'))).toBeUndefined();
  });

  it('refuses names that are no identifiers', async () => {
    const values = Buffer.from('');
    await expect(
      engine.load({
        table: 'a; DROP TABLE event',
        columns: ['x'],
        select: ['x'],
        structure: [['x', 'String']],
        values: [values],
      }),
    ).rejects.toThrow('not an identifier');
  });

  it('applies each migration once', async () => {
    expect(await migrateEngine(engine)).toEqual([]);
    const tables = await engine.query<{ name: string }>(
      'SELECT name FROM system.tables WHERE database = currentDatabase()',
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['event', 'event_kind', 'lived_journey']),
    );
  });

  it('has the workspace first in the order of every table that has a workspace', async () => {
    const tables = await engine.query<{ name: string; sorting_key: string }>(
      `SELECT name, sorting_key FROM system.tables AS t
       WHERE database = currentDatabase() AND name IN (
         SELECT table FROM system.columns WHERE database = currentDatabase() AND name = 'workspace_id')`,
    );
    expect(tables.length).toBeGreaterThan(3);
    for (const { sorting_key } of tables) expect(sorting_key).toMatch(/^workspace_id\b/);
  });
});

describe('Parquet through the engine', () => {
  it('reads every type as text, in the order of the file', async () => {
    const path = join(folder, 'rows {1}*.parquet');
    const plain = join(folder, 'rows.parquet');
    await engine.command(
      `INSERT INTO FUNCTION file({path:String}, 'Parquet')
       SELECT 'C' || toString(number) AS \`the customer\`, fromUnixTimestamp64Milli(1700000000000 + number, 'UTC') AS at,
              if(number % 2 = 0, toNullable(number / 4), NULL) AS score, [1, 2] AS list, 'a\\tb\\nc\\\\' AS odd
       FROM numbers(150000)`,
      { path: plain },
    );
    await rename(plain, path);
    const table = unwrap(await openTable({ path, name: 'rows.parquet' }, {}, engine));
    expect(table.columns.map(({ name }) => name)).toEqual(['the customer', 'at', 'score', 'list', 'odd']);
    let next = 0;
    for await (const batch of table.rows()) {
      batch.rows.forEach((row, index) => {
        if (next < 3 || next % 50_000 === 0)
          expect([row, batch.lines[index]]).toEqual([
            [
              `C${next}`,
              new Date(1_700_000_000_000 + next).toISOString(),
              next % 2 === 0 ? String(next / 4) : '',
              '[1,2]',
              'a\tb\nc\\',
            ],
            next + 1,
          ]);
        next++;
      });
    }
    expect(next).toBe(150_000);
  });

  it('refuses a file that only says it is Parquet', async () => {
    const path = join(folder, 'false.parquet');
    await writeFile(path, 'PAR1 but not really');
    const opened = await openTable({ path, name: 'false.parquet' }, {}, engine);
    expect(opened.ok ? undefined : opened.problem).toMatchObject({
      code: 'import.not-parquet',
      params: { file: 'false.parquet' },
    });
  });
});

describe('statementsOf', () => {
  it('cuts a migration at the ends of statements, past comments', () => {
    expect(statementsOf("-- one; two\nSELECT ';' AS x;\n\nSELECT 2\n  -- inside\n;\n")).toEqual([
      "SELECT ';' AS x",
      'SELECT 2',
    ]);
  });
});
