import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, neutralCell } from './csv-writer.ts';
import { RecordSplitter, textRows } from './delimited.ts';

describe('neutralCell', () => {
  it('leaves no formula to a spreadsheet', () => {
    expect(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx'].map(neutralCell)).toEqual([
      "'=1+1",
      "'+cmd",
      "'-2+3",
      "'@SUM(A1)",
      "'\tx",
    ]);
  });

  it('leaves numbers and words as they are', () => {
    expect(['-5', '+33', '-1.5', 'a=b', ''].map(neutralCell)).toEqual(['-5', '+33', '-1.5', 'a=b', '']);
  });
});

describe('csvLine', () => {
  it('reads back as it was, but for the apostrophes', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
        const splitter = new RecordSplitter({ delimiter: ',', quote: '"', newline: '\n' });
        const line = new TextEncoder().encode(csvLine(['x', ...cells]));
        const [row] = textRows(splitter.push(line, true));
        expect(row).toEqual(['x', ...cells.map(neutralCell)]);
      }),
      { seed: 27 },
    );
  });
});
