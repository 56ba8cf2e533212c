import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TsvWriter } from './tsv-writer.ts';

const taken = (writer: TsvWriter): string => Buffer.concat(writer.take()).toString('utf8');

describe('TsvWriter', () => {
  it('escapes what the format cannot hold as it is, in pieces of any size', () => {
    const escaped: Record<string, string> = {
      '\t': '\\t',
      '\n': '\\n',
      '\r': '\\r',
      '\\': '\\\\',
      '\0': '\\0',
    };
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '🙂', '\t', '\n', '\r', '\\', '\0', '\x07', ' '),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const writer = new TsvWriter();
        for (const [one, two] of rows) {
          const bytes = Buffer.from(`[${one}${two}]`);
          const border = 1 + Buffer.byteLength(one);
          writer.begin(bytes.length);
          writer.cell(bytes, 1, border);
          writer.tab();
          writer.cell(bytes, border, bytes.length - 1);
          writer.endRow();
        }
        const expected = rows
          .map(
            (row) =>
              `${row.map((text) => [...text].map((char) => escaped[char] ?? char).join('')).join('\t')}\n`,
          )
          .join('');
        expect(taken(writer)).toBe(expected);
        expect(writer.take()).toEqual([]);
      }),
      { seed: 60 },
    );
  });

  it('begins another piece when one is full', () => {
    const writer = new TsvWriter();
    const large = Buffer.alloc(700_000, 'x\\');
    for (let row = 0; row < 5; row++) {
      writer.begin(large.length);
      writer.cell(large, 0, large.length);
      writer.endRow();
    }
    const pieces = writer.take();
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).toString()).toBe(`${large.toString().replaceAll('\\', '\\\\')}\n`.repeat(5));
  });

  it('writes numbers as JavaScript does', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (value) => {
          const writer = new TsvWriter();
          writer.begin(0);
          writer.number(value);
          const text = taken(writer);
          expect(Number(text)).toBe(value === 0 ? 0 : value);
          if (Number.isInteger(value) && Math.abs(value) < 1e15) expect(text).toBe(String(value));
        },
      ),
      { seed: 61, numRuns: 2000 },
    );
    for (const value of [
      0,
      9,
      10,
      999_999_999,
      1_000_000_000,
      1_000_000_001,
      Number.MAX_SAFE_INTEGER,
      -62_135_596_800_000,
    ]) {
      const writer = new TsvWriter();
      writer.begin(0);
      writer.integer(value);
      expect(taken(writer)).toBe(String(value));
    }
  });
});
