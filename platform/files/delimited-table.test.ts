import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '#kit/problem.ts';
import { unwrap } from '#kit/result.ts';
import { openTable } from './open-table.ts';
import { previewTable } from './preview.ts';
import type { SetAsideRow, TableOptions } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-tables-'));
let count = 0;

function file(content: string | Buffer, name = 'table.csv') {
  const path = join(folder, `${++count}`);
  writeFileSync(path, content);
  return { path, name };
}

async function read(content: string | Buffer, options: TableOptions = {}, name = 'table.csv') {
  const table = unwrap(await openTable(file(content, name), options));
  const rows: string[][] = [];
  const lines: number[] = [];
  const setAside: SetAsideRow[] = [];
  for await (const batch of table.rows()) {
    rows.push(...batch.rows.map((row) => [...row]));
    lines.push(...batch.lines);
    setAside.push(...batch.setAside);
  }
  return { table, columns: table.columns.map((column) => column.name), rows, lines, setAside };
}

async function refused(content: string | Buffer, name = 'table.csv') {
  const opened = await openTable(file(content, name));
  if (!opened.ok) return opened.problem;
  try {
    for await (const _ of opened.value.rows());
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

const french = 'client;étape;prix\nA;Payé à l’œil;1,5 €\n';
const frenchRows = [['A', 'Payé à l’œil', '1,5 €']];
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const bytes = (text: string, table: Record<string, number>) =>
  Buffer.from([...text].map((char) => table[char] ?? char.charCodeAt(0)));

describe('delimited files', () => {
  it.each([
    ['UTF-8', Buffer.from(french), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${french}`), 'utf-8'],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${french}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE without', Buffer.from(french, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with its mark', utf16be(`\ufeff${french}`), 'utf-16be'],
    ['UTF-16 BE without', utf16be(french), 'utf-16be'],
    ['Windows-1252', bytes(french, { '’': 0x92, œ: 0x9c, '€': 0x80 }), 'windows-1252'],
  ])('reads %s', async (_, content, encoding) => {
    const { table, columns, rows } = await read(content);
    expect(table.dialect).toMatchObject({ encoding, delimiter: ';', header: true });
    expect(columns).toEqual(['client', 'étape', 'prix']);
    expect(rows).toEqual(frenchRows);
  });

  it('reads ISO-8859-15', async () => {
    const { table, rows } = await read(bytes('a;b\né;5 €\n', { '€': 0xa4 }));
    expect(table.dialect?.encoding).toBe('iso-8859-15');
    expect(rows).toEqual([['é', '5 €']]);
  });

  it('takes the encoding it is told', async () => {
    const { rows } = await read(bytes('a;b\nx;\u00a4\n', {}), { dialect: { encoding: 'windows-1252' } });
    expect(rows).toEqual([['x', '¤']]);
  });

  it('decides the encoding at the first accent, even after megabytes without one', async () => {
    const plain = 'A;plain line of nothing in particular\n'.repeat(40_000);
    const { rows, setAside } = await read(Buffer.concat([Buffer.from(`a;b\n${plain}`), bytes('Z;éé\n', {})]));
    expect(rows).toHaveLength(40_001);
    expect(rows.at(-1)).toEqual(['Z', 'éé']);
    expect(setAside).toEqual([]);
  });

  it('sets a row with invalid bytes aside, and says its line', async () => {
    const content = Buffer.concat([
      Buffer.from('a,b\né,1\nx'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from(',2\nà,3\n'),
    ]);
    const { rows, setAside } = await read(content);
    expect(rows).toEqual([
      ['é', '1'],
      ['à', '3'],
    ]);
    expect(setAside).toEqual([{ line: 3, reason: 'invalid-bytes', fields: ['x\ufffd(', '2'] }]);
  });

  it('sets rows of another width aside, but forgives empty cells at the end', async () => {
    const { rows, lines, setAside } = await read('a,b\n1,2\n1,2,3\n4\n5,6,,\n\n7,8\n');
    expect(rows).toEqual([
      ['1', '2'],
      ['5', '6'],
      ['7', '8'],
    ]);
    expect(lines).toEqual([2, 5, 7]);
    expect(setAside).toEqual([
      { line: 3, reason: 'too-many-fields', fields: ['1', '2', '3'] },
      { line: 4, reason: 'too-few-fields', fields: ['4'] },
    ]);
  });

  it('names columns apart, and notes it', async () => {
    const { table, columns } = await read('a,a,,a\n1,2,3,4\n');
    expect(columns).toEqual(['a', 'a (2)', 'column 3', 'a (3)']);
    expect(table.notes).toEqual([
      { code: 'duplicate-header', name: 'a', renamed: 'a (2)' },
      { code: 'empty-header', renamed: 'column 3' },
      { code: 'duplicate-header', name: 'a', renamed: 'a (3)' },
    ]);
  });

  it('reads a table without a header', async () => {
    const { columns, rows, table } = await read('A,2025-01-01,3\nB,2025-01-02,4\n');
    expect(columns).toEqual(['column 1', 'column 2', 'column 3']);
    expect(table.notes).toEqual([]);
    expect(rows).toHaveLength(2);
  });

  it('reads gzip, whatever the name says', async () => {
    const { table, rows } = await read(gzipSync('a,b\n1,2\n'), {}, 'table.txt');
    expect(table.compressed).toBe(true);
    expect(rows).toEqual([['1', '2']]);
  });

  it('passes over the line in which a spreadsheet names the delimiter', async () => {
    const { columns, rows, lines } = await read('sep=;\r\na;b\r\n1,5;2\r\n');
    expect(columns).toEqual(['a', 'b']);
    expect(rows).toEqual([['1,5', '2']]);
    expect(lines).toEqual([3]);
  });

  it('stops reading, and lets the file go, when the reader leaves early', async () => {
    const table = unwrap(await openTable(file(`a,b\n${'1,2\n'.repeat(2_000_000)}`)));
    let seen = 0;
    for await (const batch of table.rows()) {
      seen += batch.rows.length;
      break;
    }
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(2_000_000);
  });

  it.each([
    ['nothing', '', 'table.csv', { code: 'import.empty', params: { file: 'table.csv' } }],
    ['blank lines only', '\n\n\n', 'table.csv', { code: 'import.empty' }],
    ['a compressed nothing', gzipSync(''), 'table.csv.gz', { code: 'import.empty' }],
    ['a header alone', 'client,date\n', 'table.csv', { code: 'import.header-only' }],
    [
      'a cut gzip',
      gzipSync('a,b\n'.repeat(9999)).subarray(0, 60),
      'table.csv.gz',
      { code: 'import.truncated' },
    ],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0, 0, 0, 1, 0, 0, 3, 255, 0, 9]),
      'x.csv',
      { code: 'import.not-a-table' },
    ],
    ['a cut workbook', Buffer.from('PK\u0003\u0004rest'), 'x.xlsx', { code: 'import.damaged' }],
    [
      'an old spreadsheet',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]),
      'x.xls',
      { code: 'import.spreadsheet-or-zip' },
    ],
    ['a PDF', '%PDF-1.7\n...', 'x.pdf', { code: 'import.not-a-table' }],
  ])('refuses %s', async (_, content, name, expected) => {
    expect(await refused(content, name)).toMatchObject(expected);
  });

  it('refuses a gzip altered on the way', async () => {
    const content = gzipSync(Array.from({ length: 5000 }, (_, index) => `a,${index * 7919}\n`).join(''));
    content.fill(0x55, content.length - 8, content.length - 4);
    expect((await refused(content))?.code).toBe('import.damaged');
  });

  it('says that a file is not there', async () => {
    const opened = await openTable({ path: join(folder, 'absent'), name: 'absent.csv' });
    expect(opened.ok ? null : opened.problem).toEqual({
      code: 'import.file-not-found',
      status: 404,
      params: { file: 'absent.csv' },
    });
  });

  it('reads back any table in any dialect and encoding', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', 'œ', ' ', ',', ';', '"', '\n', '5'),
      maxLength: 5,
    });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('utf-8' as const, 'utf-16le' as const),
        fc.boolean(),
        async (rows, delimiter, encoding, zipped) => {
          const header = rows[0]?.map((_, index) => `nom ${'abcd'[index]}`) ?? [];
          const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
          const text = [header, ...rows].map((row) => row.map(quoted).join(delimiter)).join('\r\n');
          const plain = Buffer.from(`\ufeff${text}`, encoding === 'utf-8' ? 'utf8' : 'utf16le');
          const result = await read(zipped ? gzipSync(plain) : plain, {
            dialect: { delimiter, header: true },
          });
          expect(result.columns).toEqual(header);
          expect(result.rows).toEqual(rows);
          expect(result.setAside).toEqual([]);
        },
      ),
      { seed: 30, numRuns: 150 },
    );
  });
});

describe('previewTable', () => {
  it('shows columns with examples and guesses, and the first rows', async () => {
    const content = `client;date;note\n${Array.from({ length: 1500 }, (_, n) => `C${n};0${(n % 9) + 1}/04/2025;${n % 5},5`).join('\n')}\n`;
    const preview = unwrap(await previewTable(file(content)));
    expect(preview.dialect).toMatchObject({ delimiter: ';' });
    expect(preview.rows).toHaveLength(20);
    expect(preview.columns.map(({ name, kind, seen }) => [name, kind, seen])).toEqual([
      ['client', 'text', 1000],
      ['date', 'time', 1000],
      ['note', 'number', 1000],
    ]);
    expect(preview.columns[1]?.time).toMatchObject({ format: 'day-first', ambiguous: true });
    expect(preview.columns[2]?.number).toMatchObject({ decimal: ',', min: 0.5, max: 4.5 });
  });
});
