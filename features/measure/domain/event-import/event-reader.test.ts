import { describe, expect, it } from 'vitest';
import type { Cells } from '#kit/table/cells.ts';
import { utf8Bytes } from '#kit/table/cells.ts';
import { EventReader, missingColumns, type Stretch } from './event-reader.ts';
import { eventMappingSchema } from './mapping.ts';

const columns = ['client', 'date', 'etape', 'canal', 'note', 'avis', 'segment'];
const mapping = eventMappingSchema.parse({
  customer: 'client',
  time: { column: 'date', format: 'day-first', zone: 'Europe/Paris' },
  event: 'etape',
  channel: 'canal',
  score: { column: 'note', min: 1, max: 5, noAnswer: [5], decimal: ',' },
  text: 'avis',
  attributes: [{ column: 'segment', name: 'Segment' }],
  missing: ['NA', 'NULL', 'néant'],
});

function cellsOf(rows: readonly (readonly string[])[]): Cells {
  const width = rows[0]?.length ?? 0;
  const bytes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const cell of rows.flat()) {
    starts.push(bytes.length);
    bytes.push(...utf8Bytes(cell));
    ends.push(bytes.length);
  }
  return {
    bytes: Uint8Array.from(bytes),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    width,
    count: rows.length,
  };
}

function read(...row: readonly string[]) {
  const reader = new EventReader(mapping, columns);
  const reason = reader.read(cellsOf([row]), 0);
  const text = ({ start, end }: Stretch): string =>
    new TextDecoder().decode(reader.bytes.subarray(start, end));
  if (reason) return reason;
  return {
    customer: text(reader.customer),
    at: new Date(reader.time).toISOString(),
    event: text(reader.event),
    channel: text(reader.channel),
    score: reader.score,
    refused: reader.refusedScore,
    text: text(reader.text),
    attributes: Object.fromEntries(
      reader.attributes.map(({ name }, index) => [name, text(reader.values[index]!)]),
    ),
    clock: reader.clock,
  };
}

describe('EventReader', () => {
  it('reads an event', () => {
    expect(read(' C1\u00a0', '03/04/2025 10:00', ' Payé ', 'web', '4,5', ' Très bien ', 'or')).toEqual({
      customer: 'C1',
      at: '2025-04-03T08:00:00.000Z',
      event: 'Payé',
      channel: 'web',
      score: 4.5,
      refused: false,
      text: ' Très bien ',
      attributes: { Segment: 'or' },
      clock: 'plain',
    });
  });

  it.each([
    ['no-customer', ['', '03/04/2025', 'x']],
    ['no-customer', [' \u00a0', '03/04/2025', 'x']],
    ['no-customer', ['NULL', '03/04/2025', 'x']],
    ['no-time', ['A', '', 'x']],
    ['no-time', ['A', '  ', 'x']],
    ['no-time', ['A', 'NA', 'x']],
    ['unreadable-time', ['A', 'hier', 'x']],
    ['impossible-time', ['A', '31/02/2025', 'x']],
    ['time-out-of-range', ['A', '14/10/1066', 'x']],
    ['no-event', ['A', '03/04/2025', ' ']],
  ])('sets aside for %s', (reason, cells) => {
    expect(read(...cells, '', '', '', '')).toBe(reason);
  });

  it('sets aside what is dated after the day it is told', () => {
    const until = Date.parse('2025-04-04T00:00:00Z');
    const reading = new EventReader(mapping, columns, until);
    const at = (time: string) => reading.read(cellsOf([['A', time, 'x', '', '', '', '']]), 0);
    expect(at('03/04/2025')).toBeUndefined();
    expect(at('03/04/2099')).toBe('time-in-future');
  });

  it('knows a customer called NA from a cell that says nothing', () => {
    expect(read('NA', '03/04/2025', 'NA', 'NA', 'NA', 'néant', 'NA')).toMatchObject({
      customer: 'NA',
      event: 'NA',
      channel: '',
      score: undefined,
      refused: false,
      text: '',
      attributes: { Segment: '' },
    });
  });

  it('refuses scores off the scale, codes of no answer and words, and says so', () => {
    for (const note of ['0', '5,1', '5', 'bien', '4.5'])
      expect(read('A', '03/04/2025', 'x', '', note, '', '')).toMatchObject({
        score: undefined,
        refused: true,
      });
    expect(read('A', '03/04/2025', 'x', '', '', '', '')).toMatchObject({ score: undefined, refused: false });
  });

  it('says when the clocks were changed', () => {
    expect(read('A', '30/03/2025 02:30', 'x', '', '', '', '')).toMatchObject({ clock: 'skipped' });
    expect(read('A', '26/10/2025 02:30', 'x', '', '', '', '')).toMatchObject({ clock: 'repeated' });
  });

  it('learns columns as they come, when the mapping keeps later ones', () => {
    const growing = new EventReader({ ...mapping, keepLaterColumns: true }, columns.slice(0, 3));
    expect(growing.attributes).toEqual([]);
    growing.learn([...columns, 'late']);
    expect(growing.attributes.map(({ name, level }) => [name, level])).toEqual([
      ['Segment', 'auto'],
      ['late', 'auto'],
    ]);
    const row = cellsOf([['A', '03/04/2025', 'x', '', '', '', 'or', 'value']]);
    expect(growing.read(row, 0)).toBeUndefined();
    const [, late] = growing.values;
    expect(new TextDecoder().decode(row.bytes.subarray(late?.start, late?.end))).toBe('value');
    expect(new EventReader(mapping, [...columns, 'late']).attributes).toHaveLength(1);
  });
});

describe('missingColumns', () => {
  it('names what the table does not have', () => {
    expect(missingColumns(mapping, columns)).toEqual([]);
    expect(missingColumns(mapping, ['client', 'date', 'canal', 'avis'])).toEqual([
      'etape',
      'note',
      'segment',
    ]);
    expect(missingColumns({ ...mapping, keepLaterColumns: true }, columns.slice(0, 6))).toEqual([]);
  });
});
