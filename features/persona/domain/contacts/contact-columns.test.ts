import { expect, it } from 'vitest';
import { ColumnTally, createCellReader, createContactReader } from './contact-columns.ts';

const tallied = (name: string, cells: readonly string[]) => {
  const tally = new ColumnTally(name);
  for (const cell of cells) tally.add(cell);
  return tally.column();
};
const many = (count: number, cell: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => cell(at));

it('keeps words while they are few enough to be answers, and numbers when they are many', () => {
  expect(tallied('constant', ['oui', 'oui ', 'oui'])).toEqual({
    name: 'constant',
    filled: 3,
    words: ['oui'],
    number: null,
  });
  expect(tallied('empty', ['', '  '])).toMatchObject({ filled: 0, words: [], number: null });
  expect(tallied('age', many(90, String))).toMatchObject({ number: null });
  expect(
    tallied(
      'town',
      many(4000, (at) => `T${at % 1900}`),
    ),
  ).toMatchObject({ words: { length: 1900 }, number: null });
  // Nearly one for each contact: it would say who is behind a pseudonym.
  expect(
    tallied(
      'e-mail',
      many(300, (at) => `client${at}@example.org`),
    ),
  ).toMatchObject({ words: null, number: null });
  expect(tallied('spend', [...many(2000, (at) => `${at},5`), 'NA'])).toMatchObject({
    words: { length: 2001 },
    number: { is: 'number', decimal: ',' },
  });
  expect(
    tallied(
      'id',
      many(6000, (at) => String(1e6 + at)),
    ),
  ).toMatchObject({
    words: null,
    number: { is: 'number' },
  });
  // Names, and sentences: nobody's trait.
  expect(
    tallied(
      'name',
      many(6000, (at) => `client ${at}`),
    ),
  ).toMatchObject({ words: null, number: null });
  expect(tallied('note', ['x'.repeat(301), 'court'])).toMatchObject({ words: null, number: null });
  expect(
    tallied(
      'since',
      many(400, (at) => new Date(at * 864e5).toISOString().slice(0, 10)),
    ),
  ).toMatchObject({
    number: { is: 'date', format: 'iso' },
  });
});

it('gives back what was written, missing cells as missing', () => {
  const rows = many(300, (at) => `${at},25`).map((amount, at) => [
    amount,
    at % 3 === 0 ? '' : at % 2 ? '=1+1' : ' été ',
  ]);
  const columns = ['amount', 'season'].map((name, at) =>
    tallied(
      name,
      rows.map((row) => row[at]!),
    ),
  );
  const encode = createContactReader(columns, ['amount', 'season']);
  const read = createCellReader(columns);
  expect(encode(rows[1]!)).toEqual({ words: [2, 1], numbers: [1.25] });
  for (const row of rows) expect(read(encode(row))).toEqual([row[0], row[1]!.trim()]);
  expect(read(encode(['', 'never seen']))).toEqual(['', '']);
});
