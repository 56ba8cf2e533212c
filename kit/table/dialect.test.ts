import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDialect, guessHeader } from './dialect.ts';

describe('guessDialect', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n', ';'],
    ['client\tdate\n1\t2025-01-01 10:00\n', '\t'],
    ['a|b\nx, y|z\nw, v|u\n', '|'],
    ['nom;texte\nA;"un; deux, trois"\nB;"quatre, cinq"\n', ';'],
    ['id,comment\n1,"first; second"\n2,plain\n', ','],
    ['only\none\ncolumn\n', ','],
  ])('finds the delimiter of %j', (text, delimiter) => {
    expect(guessDialect(text).delimiter).toBe(delimiter);
  });

  it('follows the line a spreadsheet writes first', () => {
    expect(guessDialect('sep=|\r\na|b\r\n1|2\r\n')).toMatchObject({ delimiter: '|', skip: 1, header: true });
  });

  it('finds single quotes only where they quote', () => {
    expect(guessDialect("'a','b'\n'1,2','3'\n").quote).toBe("'");
    expect(guessDialect("name,x\nO'Brien,1\nd'Arc,2\n").quote).toBe('"');
  });

  it('finds old Macintosh line ends', () => {
    expect(guessDialect('a,b\r1,2\r').newline).toBe('\r');
  });

  it('lets what is told win', () => {
    expect(guessDialect('a,b\n1,2\n', { delimiter: ';', header: false })).toMatchObject({
      delimiter: ';',
      header: false,
    });
  });

  it('finds the delimiter and the header of any plain table', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 2, maxLength: 6 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.double({ min: 0, max: 100, noNaN: true })), {
          minLength: 2,
          maxLength: 20,
        }),
        fc.constantFrom(',', ';', '\t', '|'),
        (names, values, delimiter) => {
          const decimal = delimiter === ',' ? '.' : ',';
          const rows = values.map(([whole, part]) =>
            names.map((_, at) => (at % 2 === 0 ? String(whole) : part.toFixed(2).replace('.', decimal))),
          );
          const text = [names, ...rows].map((row) => row.join(delimiter)).join('\n');
          expect(guessDialect(`${text}\n`)).toMatchObject({ delimiter, header: true });
        },
      ),
      { seed: 22, numRuns: 300 },
    );
  });
});

describe('guessHeader', () => {
  it('sees values where names should be', () => {
    expect(
      guessHeader([
        ['C1', '2025-01-01', 'web'],
        ['C2', '2025-01-02', 'web'],
      ]),
    ).toBe(false);
    expect(
      guessHeader([
        ['web', 'A'],
        ['web', 'A'],
        ['shop', 'B'],
      ]),
    ).toBe(false);
  });

  it('takes years for names', () => {
    expect(
      guessHeader([
        ['segment', '2023', '2024'],
        ['a', '1', '2'],
      ]),
    ).toBe(true);
  });

  it('takes a lonely line of words for a header', () => {
    expect(guessHeader([['client', 'date']])).toBe(true);
  });
});
