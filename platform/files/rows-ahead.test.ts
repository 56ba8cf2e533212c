import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { openTable } from './open-table.ts';
import { rowsAhead } from './rows-ahead.ts';
import type { Batch, TableOptions } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-rows-ahead-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function opened(content: string | Buffer, name: string, told: TableOptions = {}) {
  const path = join(folder, `${++files}-${name}`);
  writeFileSync(path, content);
  const file = { path, name };
  return { file, told, table: unwrap(await openTable(file, told)) };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** All that is read, with a thread of its own or without. */
async function readBy({ table, ...from }: Opened, worth: number) {
  const { batches, fingerprint } = rowsAhead(table, { ...from, worth });
  const read = {
    rows: [] as unknown[],
    setAside: [] as unknown[],
    columns: 0,
    bytesRead: 0,
    fingerprint: '',
  };
  for await (const batch of batches) {
    // A row may be shorter than there are columns: there is nothing in the last of them.
    for (const [at, row] of batch.rows.entries())
      read.rows.push([batch.lines[at], ...batch.columns.map((_, column) => row[column] ?? '')]);
    read.setAside.push(...batch.setAside);
    read.columns = batch.columns.length;
    read.bytesRead = batch.bytesRead;
  }
  return { ...read, fingerprint: fingerprint() };
}

const csv = (rows: number): string => {
  let text = 'client;date;étape\n';
  for (let row = 0; row < rows; row++) {
    text += row % 1000 === 7 ? 'too;few\n' : `${row};2025-01-01;"a ""${row}""\nof two lines"\n`;
    if (row % 1000 === 9) text += 'a;b;c;d\n';
  }
  return text;
};

describe('rows read ahead by a thread', () => {
  it('are those that are read here, with their lines and what is set aside', async () => {
    const content = csv(80_000);
    const file = await opened(content, 'events.csv');
    const there = await readBy(file, 0);
    expect(there.rows.length).toBe(80_000 - 80);
    expect(there.setAside.length).toBe(160);
    expect(there.bytesRead).toBe(Buffer.byteLength(content));
    expect(there.fingerprint).toBe(createHash('sha256').update(content).digest('hex'));
    expect(there).toEqual(await readBy(file, Number.POSITIVE_INFINITY));
  });

  it('are read as was told, and columns that show up late are there', async () => {
    const told = await opened(Buffer.from('client|note\nZoé|très bien\n', 'latin1'), 'notes.csv', {
      dialect: { delimiter: '|', encoding: 'windows-1252', header: false },
    });
    expect((await readBy(told, 0)).rows).toEqual([
      [1, 'client', 'note'],
      [2, 'Zoé', 'très bien'],
    ]);
    const lines = Array.from({ length: 60_000 }, (_, row) =>
      JSON.stringify(row < 50_000 ? { a: `${row}` } : { a: '', b: 'late' }),
    );
    const late = await opened(lines.join('\n'), 'events.jsonl');
    const there = await readBy(late, 0);
    expect(there.columns).toBe(2);
    expect(there).toEqual(await readBy(late, Number.POSITIVE_INFINITY));
  });

  it('end with the problem that is met on the way', async () => {
    const whole = gzipSync(csv(80_000));
    const { table, ...from } = await opened(whole, 'events.csv.gz');
    writeFileSync(from.file.path, whole.subarray(0, whole.length / 2));
    await expect(readBy({ table, ...from }, 0)).rejects.toMatchObject({
      problem: { code: 'import.truncated', params: { file: 'events.csv.gz' } },
    });
    rmSync(from.file.path);
    await expect(readBy({ table, ...from }, 0)).rejects.toMatchObject({
      problem: { code: 'import.file-not-found' },
    });
  });

  it('stop when they are cancelled, and when nobody wants more', async () => {
    const { table, ...from } = await opened(csv(80_000), 'events.csv');
    const stop = new AbortController();
    const taken: Batch[] = [];
    const cancelled = (async () => {
      for await (const batch of rowsAhead(table, { ...from, worth: 0, signal: stop.signal }).batches) {
        taken.push(batch);
        stop.abort(new Error('stopped'));
      }
    })();
    await expect(cancelled).rejects.toThrow('stopped');
    expect(taken).toHaveLength(1);
    for await (const batch of rowsAhead(table, { ...from, worth: 0 }).batches) {
      expect(batch.cells.count).toBeGreaterThan(0);
      break;
    }
  });
});
