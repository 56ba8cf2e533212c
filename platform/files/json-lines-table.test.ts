import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { openTable } from './open-table.ts';
import type { SetAsideRow } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'parcours-json-'));
let count = 0;
function file(content: string | Buffer, name = 'events.jsonl') {
  const path = join(folder, `${++count}`);
  writeFileSync(path, content);
  return { path, name };
}

describe('JSON Lines', () => {
  it('reads objects, nested ones flattened, with the columns met so far', async () => {
    const table = unwrap(
      await openTable(
        file(
          [
            '{"user":"A","props":{"page":"/","n":1.5},"tags":["x","y"]}',
            '',
            '{"user":"B","ok":true,"late":null}',
            'not json',
            '[1,2]',
            '{"user":"C","props":{"page":"/é"}}',
          ].join('\n'),
        ),
      ),
    );
    const rows: (readonly string[])[] = [];
    const lines: number[] = [];
    const setAside: SetAsideRow[] = [];
    for await (const batch of table.rows()) {
      rows.push(...batch.rows);
      lines.push(...batch.lines);
      setAside.push(...batch.setAside);
    }
    expect(table.columns.map(({ name }) => name)).toEqual([
      'user',
      'props.page',
      'props.n',
      'tags',
      'ok',
      'late',
    ]);
    expect(rows).toEqual([
      ['A', '/', '1.5', '["x","y"]'],
      ['B', '', '', '', 'true', ''],
      ['C', '/é'],
    ]);
    expect(lines).toEqual([1, 3, 6]);
    expect(setAside).toEqual([
      { line: 4, reason: 'invalid-json', fields: ['not json'] },
      { line: 5, reason: 'invalid-json', fields: ['[1,2]'] },
    ]);
  });

  it('is known by its content too', async () => {
    const table = unwrap(await openTable(file('{"a":1}\n{"a":2}\n', 'export.txt')));
    expect(table.format).toBe('json-lines');
  });

  it.each([
    ['', 'import.empty'],
    ['[\n{"a":1}\n]\n', 'import.not-json-lines'],
    ['hello\n', 'import.not-json-lines'],
  ])('refuses %j', async (content, code) => {
    const opened = await openTable(file(content));
    expect(opened.ok ? undefined : opened.problem).toMatchObject({ code, params: { file: 'events.jsonl' } });
  });
});
