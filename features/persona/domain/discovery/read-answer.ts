import { readNumber } from '#kit/table/number-reader.ts';
import { TimeReader } from '#kit/table/time-reader.ts';
import type { Attribute, MultipleAttribute } from './attribute.ts';
import { splitCell } from './multiple-choice.ts';

const day = 86_400_000;

/** A number on the scale it is fitted on; NaN for what cannot be there (a logarithm of nothing). */
export const onScale = (x: number, scale: 'linear' | 'log' | 'log1p'): number =>
  scale === 'linear'
    ? x
    : scale === 'log'
      ? x > 0
        ? Math.log(x)
        : Number.NaN
      : x > -1
        ? Math.log1p(x)
        : Number.NaN;

export const offScale = (x: number, scale: 'linear' | 'log' | 'log1p'): number =>
  scale === 'linear' ? x : scale === 'log' ? Math.exp(x) : Math.expm1(x);

/** Index of the bin of x: 0 below the first edge, `edges.length` from the last edge on. */
export function binOf(x: number, edges: readonly number[]): number {
  let bin = 0;
  while (bin < edges.length && x >= edges[bin]!) bin++;
  return bin;
}

/**
 * Reads the cell of an attribute that has one column: `value` is a number on its scale, or a code (0 missing, 1 + level).
 * `lost` says that something was written which could not be read.
 */
export type CellReader = { read(cell: string): number; lost: boolean };

class NumberReader implements CellReader {
  lost = false;
  readonly #missing: ReadonlySet<string>;
  readonly #parse: (text: string) => number;
  constructor(missing: readonly string[], parse: (text: string) => number) {
    this.#missing = new Set(missing);
    this.#parse = parse;
  }
  read(cell: string): number {
    const text = cell.trim();
    this.lost = false;
    if (text === '' || this.#missing.has(text)) return Number.NaN;
    const x = this.#parse(text);
    this.lost = !Number.isFinite(x);
    return this.lost ? Number.NaN : x;
  }
}

class LevelReader implements CellReader {
  lost = false;
  readonly #missing: ReadonlySet<string>;
  readonly #codes = new Map<string, number>();
  readonly #others: number;
  readonly #numbers: boolean;
  constructor(levels: readonly string[], missing: readonly string[], others: boolean) {
    this.#missing = new Set(missing);
    this.#others = others ? levels.length : 0;
    this.#numbers = levels.every((level) => /^-?\d+([.,]\d+)?$/.test(level) && !/^0\d/.test(level));
    levels.forEach((level, at) => {
      const folded = level.toLowerCase();
      if (!this.#codes.has(folded)) this.#codes.set(folded, at + 1);
    });
    // The exact writing wins over the folded one.
    levels.forEach((level, at) => {
      this.#codes.set(level, at + 1);
    });
  }
  read(cell: string): number {
    const text = cell.trim();
    this.lost = false;
    if (text === '' || this.#missing.has(text)) return 0;
    const code =
      this.#codes.get(text) ??
      this.#codes.get(text.toLowerCase()) ??
      (this.#numbers ? this.#codes.get(String(Number(text.replace(',', '.')))) : undefined) ??
      this.#others;
    this.lost = code === 0;
    return code;
  }
}

/** How the column of an attribute that is no multiple choice is read; null for what is never fitted. */
export function cellReader(attribute: Attribute): CellReader | null {
  switch (attribute.type) {
    case 'numeric': {
      const { decimal, scale, edges, missing } = attribute;
      if (edges === null)
        return new NumberReader(missing, (text) => onScale(readNumber(text, decimal), scale));
      const number = new NumberReader(missing, (text) => readNumber(text, decimal));
      return {
        lost: false,
        read(cell) {
          const x = number.read(cell);
          this.lost = number.lost;
          return Number.isNaN(x) ? 0 : 1 + binOf(x, edges);
        },
      };
    }
    case 'date': {
      const reader = new TimeReader(attribute.format, 'UTC');
      return new NumberReader(attribute.missing, (text) => reader.read(text) / day);
    }
    case 'nominal':
      return new LevelReader(attribute.levels, attribute.missing, attribute.others);
    case 'ordinal':
      return new LevelReader(attribute.levels, attribute.missing, false);
    default:
      return null;
  }
}

/** Writes the code of each option (0 not asked, 1 left, 2 ticked) into `to`; gives the number of cells not understood. */
export type OptionsReader = (cells: readonly string[], to: Uint8Array) => number;

/** `cells` are those of the attribute, in the order of its columns. */
export function optionsReader({ source, options, missing }: MultipleAttribute): OptionsReader {
  const nothing = new Set(missing);
  if (source.form === 'cell') {
    const at = new Map(options.map((option, index) => [option.toLowerCase(), index]));
    const none = new Set(source.none.map((word) => word.toLowerCase()));
    return ([cell = ''], to) => {
      const text = cell.trim();
      if (text === '' || nothing.has(text)) {
        to.fill(0);
        return 0;
      }
      to.fill(1);
      let lost = 0;
      for (const part of splitCell(text, source.separator)) {
        const index = at.get(part.toLowerCase());
        if (index !== undefined) to[index] = 2;
        else if (!none.has(part.toLowerCase())) lost++;
      }
      return lost;
    };
  }
  const ticked = new Set(source.words.ticked.map((word) => word.toLowerCase()));
  const unticked = new Set(source.words.unticked.map((word) => word.toLowerCase()));
  const blank = source.words.blank === 'unticked' ? 1 : 0;
  return (cells, to) => {
    let lost = 0;
    let asked = false;
    for (let option = 0; option < options.length; option++) {
      const text = (cells[option] ?? '').trim();
      const word = text.toLowerCase();
      if (ticked.has(word)) to[option] = 2;
      else if (unticked.has(word)) to[option] = 1;
      else {
        to[option] = 0;
        if (text !== '' && !nothing.has(text)) lost++;
        continue;
      }
      asked = true;
    }
    if (asked && blank === 1) for (let option = 0; option < options.length; option++) to[option] ||= 1;
    return lost;
  };
}
