import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '#kit/problem.ts';
import { unwrap } from '#kit/result.ts';
import { openTable } from './open-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-xes-'));
let count = 0;
function file(content: string | Buffer, name = 'log.xes') {
  const path = join(folder, `${++count}`);
  writeFileSync(path, content);
  return { path, name };
}

async function read(content: string | Buffer) {
  const table = unwrap(await openTable(file(content)));
  const rows: Record<string, string>[] = [];
  const lines: number[] = [];
  for await (const batch of table.rows()) {
    for (const row of batch.rows)
      rows.push(
        Object.fromEntries(
          batch.columns.filter(({ index }) => row[index]).map(({ name, index }) => [name, row[index] ?? '']),
        ),
      );
    lines.push(...batch.lines);
  }
  return { table, rows, lines };
}

async function refused(content: string | Buffer) {
  const opened = await openTable(file(content));
  if (!opened.ok) return opened.problem;
  try {
    for await (const _ of opened.value.rows());
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

const log = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://x/"/>
  <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
  <classifier name="x" keys="concept:name"/>
  <string key="source" value="of the log"/>
  <trace>
    <string key="concept:name" value="C1"/>
    <event><string key="concept:name" value="ask &amp; wait"/><date key="time:timestamp" value="2025-01-01T10:00:00+01:00"/></event>
    <event>
      <string key="concept:name" value="answer"/>
      <int key="cost" value="5"><string key="unit" value="EUR"/></int>
      <list key="tags"><values><string key="tag" value="a"/></values></list>
    </event>
    <string key="segment" value="late"/>
  </trace>
  <trace/>
  <event><string key="concept:name" value="alone"/></event>
</log>`;

describe('XES', () => {
  it('makes a row of each event, with the attributes of its trace wherever they stand', async () => {
    const { rows, lines, table } = await read(log);
    expect(rows).toEqual([
      {
        'case:concept:name': 'C1',
        'case:segment': 'late',
        'concept:name': 'ask & wait',
        'time:timestamp': '2025-01-01T10:00:00+01:00',
      },
      {
        'case:concept:name': 'C1',
        'case:segment': 'late',
        'concept:name': 'answer',
        cost: '5',
        'cost.unit': 'EUR',
        'tags.tag': 'a',
      },
      { 'concept:name': 'alone' },
    ]);
    expect(lines).toEqual([9, 14, 18]);
    expect(table.columns.map(({ name }) => name)).toContain('case:segment');
  });

  it('reads it compressed, in Latin-1, and cut anywhere', async () => {
    const latin = log.replace('UTF-8', 'ISO-8859-1').replace('answer', 'réponse');
    const { rows } = await read(gzipSync(Buffer.from(latin, 'latin1')));
    expect(rows[1]?.['concept:name']).toBe('réponse');
  });

  it.each([
    ['text', 'this is no XML\nat all', { code: 'import.not-xes', params: { file: 'log.xes', line: 1 } }],
    [
      'other XML',
      '<?xml version="1.0"?>\n<html><body/></html>',
      { code: 'import.not-xes', params: { line: 2 } },
    ],
    ['a broken tag', log.replace('</event>', '</evnt>'), { code: 'import.not-xes', params: { line: 9 } }],
    ['a cut file', log.slice(0, 700), { code: 'import.not-xes' }],
    ['a log without events', '<log><trace/></log>', { code: 'import.header-only' }],
    ['nothing', '', { code: 'import.empty' }],
  ])('refuses %s', async (_, content, expected) => {
    expect(await refused(content)).toMatchObject(expected);
  });

  it('refuses an entity bomb before it goes off', async () => {
    const bomb = `<?xml version="1.0"?>
<!DOCTYPE log [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<log><trace><event><string key="x" value="&c;"/></event></trace></log>`;
    expect(await refused(bomb)).toMatchObject({ code: 'import.xml-entities', params: { file: 'log.xes' } });
    const undeclared = '<log><trace><event><string key="x" value="&c;"/></event></trace></log>';
    expect(await refused(undeclared)).toMatchObject({ code: 'import.xml-entities' });
  });

  it('keeps every event of any log', async () => {
    const value = fc.string({
      unit: fc.constantFrom('a', 'é', '<', '&', '"', ' ', '🙂'),
      minLength: 1,
      maxLength: 8,
    });
    const traces = fc.array(fc.array(value, { maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    await fc.assert(
      fc.asyncProperty(traces, async (all) => {
        fc.pre(all.flat().length > 0);
        const xml = `<log>${all
          .map(
            (events, index) =>
              `<trace><string key="concept:name" value="${index}"/>${events
                .map((name) => `<event><string key="concept:name" value="${escaped(name)}"/></event>`)
                .join('\n')}</trace>`,
          )
          .join('')}</log>`;
        const { rows } = await read(xml);
        expect(rows.map((row) => [row['case:concept:name'], row['concept:name']])).toEqual(
          all.flatMap((events, index) => events.map((name) => [String(index), name])),
        );
      }),
      { seed: 31, numRuns: 100 },
    );
  });

  const receipt = new URL('../../../shared/data/event-logs/receipt.xes.gz', import.meta.url).pathname;
  it.skipIf(!existsSync(receipt))('reads a real log', async () => {
    const table = unwrap(await openTable({ path: receipt, name: 'receipt.xes.gz' }));
    let events = 0;
    for await (const batch of table.rows()) events += batch.rows.length;
    expect(events).toBe(8577);
  });
});
