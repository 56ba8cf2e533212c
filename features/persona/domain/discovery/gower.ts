import type { Distances } from '#kit/statistics/faster-pam.ts';
import type { EncodedColumn, EncodedTable } from './encoded.ts';
import { Lines, measure, mostKept, narrowed, type Parts, partsOf, type Term } from './gower-distance.ts';

/**
 * Gower's distance (1971) with each attribute weighted by 1 / its mean dissimilarity over all pairs, so that no attribute
 * weighs more because its values happen to be far apart: numbers |x − y| / range, ordered levels |rank − rank| / (levels − 1), nominal levels
 * 0 or 1, multiple choice the share of options that differ. Attributes missing on either side drop out, and the rest is
 * divided by the weights that remain. Two rows without a common attribute are at the mean distance, 1 / mean weight.
 */
export type Gower = {
  readonly rows: number;
  /** Distances of one row to all, into `to`. */
  from(row: number, to: Float64Array): void;
  /** The same distances among some of the rows, which are then counted from 0. */
  among(rows: ArrayLike<number>): Gower;
  /** Distances of any row to some of the rows only. */
  toward(rows: ArrayLike<number>): Distances;
};

/** Distinct combinations of a column, and what one of them is from all the others. */
type Coded = {
  codes: Uint16Array;
  cells: number;
  distance(a: number, b: number): number;
  known(cell: number): boolean;
};

function codedColumn(column: EncodedColumn, ordered: boolean): Coded | null {
  if (column.kind === 'number') return null;
  if (column.kind === 'levels') {
    const span = Math.max(1, column.levels - 1);
    return {
      codes: Uint16Array.from(column.codes),
      cells: column.levels + 1,
      distance: (a, b) => (a === 0 || b === 0 ? 0 : ordered ? Math.abs(a - b) / span : a === b ? 0 : 1),
      known: (cell) => cell > 0,
    };
  }
  const seen = new Map<string, number>();
  const marks: number[][] = [];
  const rows = column.codes[0]!.length;
  const codes = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = column.codes.map((option) => option[row]!);
    const key = own.join('');
    let cell = seen.get(key);
    if (cell === undefined) {
      cell = marks.length;
      seen.set(key, cell);
      marks.push(own);
    }
    codes[row] = cell;
  }
  return {
    codes,
    cells: marks.length,
    distance(a, b) {
      let both = 0;
      let differ = 0;
      const left = marks[a]!;
      const right = marks[b]!;
      for (let option = 0; option < left.length; option++) {
        if (left[option] === 0 || right[option] === 0) continue;
        both++;
        if (left[option] !== right[option]) differ++;
      }
      return both === 0 ? 0 : differ / both;
    },
    known: (cell) => marks[cell]!.some((mark) => mark > 0),
  };
}

/** Mean of |x − y| over all pairs of known values, by their order. */
function meanGap(values: Float64Array): number {
  const sorted = values.filter((x) => !Number.isNaN(x)).sort();
  const n = sorted.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (2 * i - n + 1) * sorted[i]!;
  return n < 2 ? 0 : sum / ((n * (n - 1)) / 2);
}

function rangeOf(values: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const x of values) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return high - low;
}

function meanCoded({ codes, cells, distance, known }: Coded): number {
  const counts = new Float64Array(cells);
  for (const code of codes) counts[code]!++;
  const there = Array.from({ length: cells }, (_, cell) => cell).filter(
    (cell) => counts[cell]! > 0 && known(cell),
  );
  let sum = 0;
  let pairs = 0;
  for (const [at, a] of there.entries()) {
    pairs += (counts[a]! * (counts[a]! - 1)) / 2;
    for (let j = at + 1; j < there.length; j++) {
      const b = there[j]!;
      const both = counts[a]! * counts[b]!;
      pairs += both;
      sum += both * distance(a, b);
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

type Open = { codes: Uint16Array; cells: number; value(a: number, b: number): number };

function join(left: Open, right: Open): Open {
  const width = right.cells;
  return {
    codes: left.codes.map((code, row) => code * width + right.codes[row]!),
    cells: left.cells * width,
    value: (a, b) =>
      left.value(Math.floor(a / width), Math.floor(b / width)) + right.value(a % width, b % width),
  };
}

/** Joins coded columns into as few as fit under `mostKept` combinations, weighted distances added up. */
function joined(parts: readonly { coded: Coded; weight: number }[]): Term[] {
  const done: Open[] = [];
  let open: Open | null = null;
  for (const { coded, weight } of parts) {
    const own: Open = {
      codes: coded.codes,
      cells: coded.cells,
      value: (a, b) => weight * coded.distance(a, b),
    };
    if (open !== null && open.cells * own.cells <= mostKept) open = join(open, own);
    else {
      if (open !== null) done.push(open);
      open = own;
    }
  }
  if (open !== null) done.push(open);
  return done.map(({ codes, cells, value }) => ({ codes, lines: new Lines(cells, value) }));
}

/** Which attributes a row answered, as a code per row, and the weight two such sets have in common. */
function silences(known: readonly ((row: number) => boolean)[], weights: readonly number[], rows: number) {
  const seen = new Map<string, number>();
  const sets: boolean[][] = [];
  const codes = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = known.map((is) => is(row));
    const key = own.map((is) => (is ? '1' : '0')).join('');
    let set = seen.get(key);
    if (set === undefined) {
      set = sets.length;
      seen.set(key, set);
      sets.push(own);
    }
    codes[row] = set;
  }
  const common = (a: number, b: number): number => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) if (sets[a]![i] && sets[b]![i]) sum += weights[i]!;
    return sum;
  };
  return { codes, cells: sets.length, common };
}

/** Prepares the distances of a table of at most 65,535 rows. Attributes without spread are left out. */
export function createGower(table: EncodedTable): Gower {
  const { rows } = table;
  const coded: { coded: Coded; weight: number }[] = [];
  /** Already weighted: a difference is a term. */
  const numbers: Float64Array[] = [];
  const known: ((row: number) => boolean)[] = [];
  const weights: number[] = [];
  table.columns.forEach((column, at) => {
    if (column.kind === 'number') {
      const mean = meanGap(column.values);
      if (!(mean > 0)) return;
      // Its dissimilarity is |x − y| / range: the range leaves the sum, and stays in the weight.
      numbers.push(column.values.map((x) => x / mean));
      known.push((row) => !Number.isNaN(column.values[row]!));
      weights.push(rangeOf(column.values) / mean);
      return;
    }
    const attribute = table.attributes[at]!;
    const one = codedColumn(column, attribute.type === 'ordinal' || attribute.type === 'numeric')!;
    const mean = meanCoded(one);
    if (!(mean > 0)) return;
    coded.push({ coded: one, weight: 1 / mean });
    known.push((row) => one.known(one.codes[row]!));
    weights.push(1 / mean);
  });
  const silence = silences(known, weights, rows);
  const inverse = (a: number, b: number): number => {
    const weight = silence.common(a, b);
    return weight > 0 ? 1 / weight : 0;
  };
  return gowerOf(
    partsOf(
      rows,
      joined(coded),
      numbers,
      { codes: silence.codes, lines: new Lines(silence.cells, inverse) },
      weights.length / weights.reduce((a, b) => a + b, 0),
    ),
  );
}

const gowerOf = (parts: Parts): Gower => ({
  rows: parts.rows,
  among: (rows) => gowerOf(narrowed(parts, rows)),
  toward(rows) {
    const targets = narrowed(parts, rows);
    return { rows: parts.rows, targets: rows.length, from: (row, to) => measure(parts, row, targets, to) };
  },
  from(row, to) {
    measure(parts, row, parts, to);
    to[row] = 0;
  },
});
