import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { openTable } from './open-table.ts';

const folder = await mkdtemp(join(tmpdir(), 'parcours-xlsx-'));
afterAll(() => rm(folder, { recursive: true }));

/** A ZIP archive as spreadsheets write it: every second file stored, the others deflated. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  Object.entries(files).forEach(([name, text], index) => {
    const content = Buffer.from(text);
    const method = index % 2 === 0 ? 8 : 0;
    const stored = method === 8 ? deflateRawSync(content) : content;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(crc32(content), 14);
    head.writeUInt32LE(stored.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), stored);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + stored.length;
  });
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

const workbook = (sheet: string, more: Record<string, string> = {}) => ({
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="Clients" sheetId="1" r:id="rId7"/><sheet name="Other" r:id="rId8"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId8" Target="worksheets/sheet9.xml"/><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>',
  'xl/sharedStrings.xml':
    '<sst><si><t>name</t></si><si><r><t>Zo</t></r><r><t>é</t></r><rPh><t>zoe</t></rPh></si><si><t>since</t></si></sst>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="171" formatCode="0.0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  'xl/worksheets/sheet9.xml': '<worksheet><sheetData/></worksheet>',
  ...more,
});

async function open(files: Record<string, string>, name = 'clients.xlsx') {
  const path = join(folder, name);
  await writeFile(path, zip(files));
  return openTable({ path, name });
}

async function read(files: Record<string, string>) {
  const table = unwrap(await open(files));
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const setAside: unknown[] = [];
  for await (const batch of table.rows()) {
    rows.push(...batch.rows);
    lines.push(...batch.lines);
    setAside.push(...batch.setAside);
  }
  return { table, rows, lines, setAside };
}

const header =
  '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="inlineStr"><is><t>amount</t></is></c><c r="D2" t="str"><v>kept</v></c></row>';

describe('the first sheet of a workbook', () => {
  it('is read as a table: shared and rich texts, dates, truth, gaps, the value of a formula', async () => {
    const { table, rows, lines } = await read(
      workbook(
        `<row r="1"/>${header}
         <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45000</v></c><c r="C3" s="2"><v>12.5</v></c><c r="D3" t="b"><v>1</v></c></row>
         <row r="4"><c r="B4" s="3"><v>45000.75</v></c><c r="D4" t="e"><v>#N/A</v></c></row>
         <row r="5"><c r="A5" s="0"/></row>
         <row r="7"><c r="A7"><f>HYPERLINK("http://x")</f><v>7</v></c><c r="C7"><f>1+1</f><v>2</v></c></row>`,
      ),
    );
    expect(table).toMatchObject({ format: 'xlsx', compressed: false });
    expect(table.columns.map(({ name }) => name)).toEqual(['name', 'since', 'amount', 'kept']);
    expect(rows).toEqual([
      ['Zoé', '2023-03-15', '12.5', 'TRUE'],
      ['', '2023-03-15T18:00:00', '', ''],
      ['7', '', '2', ''],
    ]);
    expect(lines).toEqual([3, 4, 7]);
  });

  it('sets aside a row wider than its header, and reads long sheets piece by piece', async () => {
    const many = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 3}"><c r="A${at + 3}"><v>${at}</v></c></row>`,
    );
    const { rows, setAside } = await read(
      workbook(`${header}${many.join('')}<row r="30000"><c r="F30000"><v>1</v></c></row>`),
    );
    expect(rows).toHaveLength(20_000);
    expect(rows[19_999]).toEqual(['19999', '', '', '']);
    expect(setAside).toEqual([
      { line: 30_000, reason: 'too-many-fields', fields: ['', '', '', '', '', '1'] },
    ]);
  });

  it('says in a code what cannot be read', async () => {
    const codeOf = async (files: Record<string, string>) => {
      const opened = await open(files);
      return opened.ok ? 'ok' : opened.problem.code;
    };
    expect(await codeOf(workbook(''))).toBe('import.empty');
    expect(await codeOf(workbook(header))).toBe('import.header-only');
    expect(await codeOf({ 'letter.txt': 'hello', 'other.txt': '' })).toBe('import.spreadsheet-or-zip');
    expect(await codeOf(workbook(`${header}<row`))).toBe('import.damaged');
    expect(
      await codeOf(
        workbook(header, {
          'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst><si><t>&b;</t></si></sst>',
        }),
      ),
    ).toBe('import.xml-entities');
  });
});
