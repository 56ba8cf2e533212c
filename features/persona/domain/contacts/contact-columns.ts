import { guessColumn } from '#kit/table/column-guess.ts';
import { readNumber } from '#kit/table/number-reader.ts';
import { TimeReader } from '#kit/table/time-reader.ts';
import type { ContactColumn } from './contact-list.ts';

/** Different values of a column that are kept as words; more are no answer to a question. */
export const mostWords = 5000;
/** With more different values than this, a column of numbers is kept as numbers too. */
const fewWords = 200;
/** Longest word kept, in characters: what is longer is free text, and nobody's trait. */
const longestWord = 300;
/** How many of the different values must be numbers for the column to be one. */
const mostlyNumbers = 0.95;

const day = 86_400_000;

/** Looks at every cell of a column once, to know how to keep it. */
export class ColumnTally {
  readonly name: string;
  readonly #words = new Map<string, number>();
  #filled = 0;
  #tooMany = false;
  constructor(name: string) {
    this.name = name;
  }
  add(cell: string): void {
    const text = cell.trim();
    if (text === '') return;
    this.#filled++;
    if (this.#words.has(text)) return;
    if (this.#words.size >= mostWords || text.length > longestWord) this.#tooMany = true;
    // The first ones go on saying whether the column holds numbers.
    else this.#words.set(text, this.#words.size + 1);
  }
  column(): ContactColumn {
    const words = [...this.#words.keys()];
    const many = this.#tooMany || words.length > fewWords;
    const number = many ? numberOf(this.name, words) : null;
    // Names, addresses, remarks: each is nearly one contact's own, and would say who is behind a pseudonym.
    const personal = many && number === null && words.length > this.#filled / 2;
    return { name: this.name, filled: this.#filled, words: this.#tooMany || personal ? null : words, number };
  }
}

function numberOf(name: string, values: readonly string[]): ContactColumn['number'] {
  const { number, time, filled } = guessColumn(name, values);
  const numeral = (column: NonNullable<ContactColumn['number']>): ContactColumn['number'] => {
    const read = numberReader(column);
    const good = values.reduce((sum, value) => sum + (Number.isNaN(read(value)) ? 0 : 1), 0);
    return good >= mostlyNumbers * filled ? column : null;
  };
  if (number) return numeral({ is: 'number', decimal: number.decimal });
  return time ? numeral({ is: 'date', format: time.format }) : null;
}

function numberReader(column: NonNullable<ContactColumn['number']>): (text: string) => number {
  if (column.is === 'number') return (text) => readNumber(text, column.decimal);
  const reader = new TimeReader(column.format, 'UTC');
  return (text) => reader.read(text) / day;
}

/** Where the engine keeps the columns of a list: places in its two arrays, from 1; 0 for a column that is not there. */
export type ColumnPlaces = {
  readonly words: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
};

export function placesOf(columns: readonly ContactColumn[]): ColumnPlaces {
  const places = (kept: readonly ContactColumn[]) => new Map(kept.map(({ name }, at) => [name, at + 1]));
  return {
    words: places(columns.filter(({ words }) => words !== null)),
    numbers: places(columns.filter(({ number }) => number !== null)),
  };
}

/** A contact as the engine keeps it: the place of each word (0: nothing there), each number (NaN: none). */
export type EncodedContact = { readonly words: readonly number[]; readonly numbers: readonly number[] };

/** Reads rows of the table `columns` were made from. The arrays given are the same at each call. */
export function createContactReader(
  columns: readonly ContactColumn[],
  names: readonly string[],
): (row: readonly string[]) => EncodedContact {
  const wordColumns = columns.flatMap(({ name, words }) =>
    words ? [{ at: names.indexOf(name), codes: new Map(words.map((word, code) => [word, code + 1])) }] : [],
  );
  const numberColumns = columns.flatMap(({ name, number }) =>
    number ? [{ at: names.indexOf(name), read: numberReader(number) }] : [],
  );
  const words = new Array<number>(wordColumns.length).fill(0);
  const numbers = new Array<number>(numberColumns.length).fill(Number.NaN);
  return (row) => {
    wordColumns.forEach(({ at, codes }, i) => {
      const cell = row[at] ?? '';
      words[i] = codes.get(cell) ?? codes.get(cell.trim()) ?? 0;
    });
    numberColumns.forEach(({ at, read }, i) => {
      const cell = (row[at] ?? '').trim();
      numbers[i] = cell === '' ? Number.NaN : read(cell);
    });
    return { words, numbers };
  };
}

/** The cells of a kept contact, in the order of the columns; '' where nothing is kept. Dates come as YYYY-MM-DD. */
export function createCellReader(
  columns: readonly ContactColumn[],
): (contact: {
  readonly words: readonly number[];
  readonly numbers: readonly (number | null)[];
}) => string[] {
  const places = placesOf(columns);
  return ({ words, numbers }) =>
    columns.map((column) => {
      const wordAt = places.words.get(column.name);
      if (column.words && wordAt) return column.words[(words[wordAt - 1] ?? 0) - 1] ?? '';
      const numberAt = places.numbers.get(column.name);
      const x = numberAt ? (numbers[numberAt - 1] ?? null) : null;
      if (x === null || !column.number) return '';
      if (column.number.is === 'date') return new Date(x * day).toISOString().slice(0, 10);
      return String(x).replace('.', column.number.decimal);
    });
}
