import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordSplitter, type Separators, textRows } from './delimited.ts';

const comma: Separators = { delimiter: ',', quote: '"', newline: '\n' };

/** Reads bytes cut into the given pieces. */
function readBytes(pieces: readonly Uint8Array[], separators = comma, limit?: number) {
  const splitter = new RecordSplitter(separators, limit);
  const rows: string[][] = [];
  const lines: number[] = [];
  const broken: { line: number; reason: string; text: string }[] = [];
  const take = (piece: Uint8Array, last: boolean) => {
    const records = splitter.push(Uint8Array.from(piece), last);
    rows.push(...textRows(records));
    lines.push(...records.lines.subarray(0, records.count));
    for (const { line, reason, bytes } of records.broken)
      broken.push({ line, reason, text: new TextDecoder().decode(bytes) });
  };
  for (const piece of pieces) take(piece, false);
  take(new Uint8Array(0), true);
  return { rows, lines, broken };
}
const encoder = new TextEncoder();
const readPieces = (pieces: readonly string[], separators = comma, limit?: number) =>
  readBytes(
    pieces.map((piece) => encoder.encode(piece)),
    separators,
    limit,
  );
const read = (text: string, separators = comma) => readPieces([text], separators);

function written(cell: string, { delimiter, quote }: Separators, always: boolean): string {
  const needed = [...delimiter, quote, '\n', '\r'].some((char) => char !== '' && cell.includes(char));
  return needed || always ? `${quote}${cell.replaceAll(quote, quote + quote)}${quote}` : cell;
}

describe('RecordSplitter', () => {
  it('reads cells, quotes, doubled quotes and line ends inside quotes', () => {
    expect(read('a,"b ""c""",\n"d\r\ne",,"f,g"\r\n').rows).toEqual([
      ['a', 'b "c"', ''],
      ['d\r\ne', '', 'f,g'],
    ]);
  });

  it('knows the line on which each record starts', () => {
    expect(read('a\n"b\nc"\n\nd').lines).toEqual([1, 2, 5]);
  });

  it('takes a quote inside an unquoted cell for a character', () => {
    expect(read('5" pipe,x\n').rows).toEqual([['5" pipe', 'x']]);
  });

  it('passes over blank lines but keeps a quoted nothing', () => {
    expect(read('a\n\n""\n').rows).toEqual([['a'], ['']]);
  });

  it('reads a last line without an end, and old Macintosh line ends', () => {
    expect(read('a,b\nc,d').rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(read('a,b\rc,d', { ...comma, newline: '\r' }).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('loses one line, not the file, to a quote that never closes', () => {
    const { rows, broken } = read('a,b\nc,"d\ne,f\ng,h\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
    expect(broken).toEqual([{ line: 2, reason: 'unterminated-quote', text: 'c,"d' }]);
  });

  it('loses one line to a quote closed in the middle of a cell', () => {
    const { rows, broken } = read('"a"b,c\nd,e\n');
    expect(rows).toEqual([['d', 'e']]);
    expect(broken.map(({ line }) => line)).toEqual([1]);
  });

  it('bounds memory when a quote swallows megabytes', () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `x,${index}`);
    const { rows, broken } = readPieces([`q,"open\n`, ...lines.map((line) => `${line}\n`)], comma, 500);
    expect(broken).toEqual([{ line: 1, reason: 'unterminated-quote', text: 'q,"open' }]);
    expect(rows).toHaveLength(2000);
  });

  it('sets aside a line that has no end within the limit', () => {
    const { rows, lines, broken } = readPieces(
      ['a\n', 'x'.repeat(300), 'x'.repeat(300), 'x\nb\n'],
      comma,
      500,
    );
    expect(rows).toEqual([['a'], ['b']]);
    expect(lines).toEqual([1, 3]);
    expect(broken.map(({ line, reason }) => [line, reason])).toEqual([[2, 'row-too-long']]);
  });

  it('takes delimiters of several bytes', () => {
    for (const delimiter of ['§', '||', '~|~'])
      expect(
        read(`a${delimiter}"b${delimiter}c"${delimiter}\nd${delimiter}:${delimiter}e\n`, {
          ...comma,
          delimiter,
        }).rows,
      ).toEqual([
        ['a', `b${delimiter}c`, ''],
        ['d', ':', 'e'],
      ]);
  });

  it('reads back any table, in any dialect, cut anywhere', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '🙂', ' ', ',', ';', '\t', '|', '"', "'", '\n', '\r', '1', ':', '§'),
      maxLength: 6,
    });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    const dialect = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|', '~', '§', '::'),
      quote: fc.constantFrom('"' as const, "'" as const),
      end: fc.constantFrom('\n', '\r\n'),
      always: fc.boolean(),
    });
    fc.assert(
      fc.property(
        table,
        dialect,
        fc.array(fc.nat(200), { maxLength: 6 }),
        (rows, { delimiter, quote, end, always }, cuts) => {
          const separators: Separators = { delimiter, quote, newline: '\n' };
          const text = rows
            .map((row) => row.map((cell) => written(cell, separators, always)).join(delimiter) + end)
            .join('');
          const bytes = encoder.encode(text);
          const places = [
            0,
            ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b),
            bytes.length,
          ];
          const pieces = places.slice(1).map((place, index) => bytes.slice(places[index], place));
          const result = readBytes(pieces, separators);
          expect(result.rows).toEqual(rows);
          expect(result.broken).toEqual([]);
        },
      ),
      { seed: 20, numRuns: 1500 },
    );
  });

  it('gives each character of a ragged text to a row or to what is broken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n'), maxLength: 30 })),
        (pieces) => {
          const whole = read(pieces.join(''));
          const cut = readPieces(pieces);
          expect(cut.rows).toEqual(whole.rows);
          expect(cut.broken).toEqual(whole.broken);
          const letters = (texts: readonly string[]) => texts.join('').replaceAll(/[^a]/g, '').length;
          expect(letters([...whole.rows.flat(), ...whole.broken.map(({ text }) => text)])).toBe(
            letters(pieces),
          );
        },
      ),
      { seed: 21, numRuns: 1500 },
    );
  });
});
