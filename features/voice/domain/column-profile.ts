import { readNumber, trimCell } from './answer.ts';

/** What is known of a column after some rows: enough to guess its role, bounded whatever the file holds. */
export type ColumnProfile = {
  readonly column: string;
  readonly rows: number;
  readonly filled: number;
  /** Values with their count, commonest first. Exact unless `manyValues`. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** More different values than are counted one by one: `values` then holds the first ones met. */
  readonly manyValues: boolean;
  /** Cells that hold a number, and of these those above 0 and those without decimals. */
  readonly numbers: number;
  readonly positives: number;
  readonly wholes: number;
  /** Sum of the numbers. */
  readonly sum: number;
  /** Characters, all filled cells together. */
  readonly length: number;
  /** Filled cells with a blank between two words. */
  readonly sentences: number;
};

/** Different values counted one by one in a column. */
export const countedValues = 2000;

export type Profiler = {
  /** Takes one row; missing cells at its end are blank. */
  add(row: readonly string[]): void;
  /** Also of columns that later rows brought. */
  profiles(columns: readonly string[]): ColumnProfile[];
};

type Counters = {
  filled: number;
  numbers: number;
  positives: number;
  wholes: number;
  sum: number;
  length: number;
  sentences: number;
  manyValues: boolean;
  readonly values: Map<string, number>;
};

const newCounters = (): Counters => ({
  filled: 0,
  numbers: 0,
  positives: 0,
  wholes: 0,
  sum: 0,
  length: 0,
  sentences: 0,
  manyValues: false,
  values: new Map(),
});

function count(counters: Counters, raw: string): void {
  const value = trimCell(raw);
  if (value === '') return;
  counters.filled++;
  counters.length += value.length;
  if (/\S\s+\S/.test(value)) counters.sentences++;
  const number = readNumber(value);
  if (number !== null) {
    counters.numbers++;
    counters.sum += number;
    if (number > 0) counters.positives++;
    if (Number.isInteger(number)) counters.wholes++;
  }
  const seen = counters.values.get(value);
  if (seen !== undefined) counters.values.set(value, seen + 1);
  else if (counters.values.size < countedValues) counters.values.set(value, 1);
  else counters.manyValues = true;
}

/** Counts what the columns of a table hold, row after row. */
export function createProfiler(): Profiler {
  const all: Counters[] = [];
  let rows = 0;
  return {
    add(row) {
      rows++;
      row.forEach((cell, index) => {
        let counters = all[index];
        if (!counters) {
          counters = newCounters();
          all[index] = counters;
        }
        count(counters, cell);
      });
    },
    profiles: (columns) =>
      columns.map((column, index) => {
        const { values, ...counters } = all[index] ?? newCounters();
        return {
          column,
          rows,
          ...counters,
          values: [...values].map(([value, n]) => ({ value, count: n })).sort((a, b) => b.count - a.count),
        };
      }),
  };
}
