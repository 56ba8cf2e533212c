import type { EncodedColumn, EncodedTable } from './encoded.ts';
import type { Distances } from './faster-pam.ts';

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

/** Tables of all pairs of combinations are kept up to this many combinations; beyond, one line is made when needed. */
const mostKept = 800;

/** A term of the distance that depends on a code only: one line of `cells` values per code. */
class Lines {
  readonly #cells: number;
  readonly #value: (a: number, b: number) => number;
  readonly #kept: Float64Array | null;
  readonly #one: Float64Array;
  constructor(cells: number, value: (a: number, b: number) => number) {
    this.#cells = cells;
    this.#value = value;
    this.#one = new Float64Array(cells);
    this.#kept = cells <= mostKept ? new Float64Array(cells * cells) : null;
    if (this.#kept)
      for (let a = 0; a < cells; a++)
        for (let b = 0; b <= a; b++) {
          const x = value(a, b);
          this.#kept[a * cells + b] = x;
          this.#kept[b * cells + a] = x;
        }
  }
  of(cell: number): Float64Array {
    if (this.#kept) return this.#kept.subarray(cell * this.#cells, (cell + 1) * this.#cells);
    for (let b = 0; b < this.#cells; b++) this.#one[b] = this.#value(cell, b);
    return this.#one;
  }
}

type Open = { codes: Uint16Array; cells: number; value(a: number, b: number): number };
type Term = { readonly codes: Uint16Array; readonly lines: Lines };

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
  return gowerOf({
    rows,
    blocks: joined(coded),
    numbers,
    silence: { codes: silence.codes, lines: new Lines(silence.cells, silence.common) },
    mean: weights.length / weights.reduce((a, b) => a + b, 0),
  });
}

/** What the distances of a table are made from. */
type Parts = {
  readonly rows: number;
  readonly blocks: readonly Term[];
  readonly numbers: readonly Float64Array[];
  readonly silence: Term;
  readonly mean: number;
};

/** The same for some of the rows. */
function narrowed({ blocks, numbers, silence, mean }: Parts, chosen: ArrayLike<number>): Parts {
  const some = ({ codes, lines }: Term): Term => ({
    codes: Uint16Array.from(chosen, (row) => codes[row]!),
    lines,
  });
  return {
    rows: chosen.length,
    blocks: blocks.map(some),
    numbers: numbers.map((values) => Float64Array.from(chosen, (row) => values[row]!)),
    silence: some(silence),
    mean,
  };
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

/** Distances of one row of `source` to all rows of `targets`. */
function measure(source: Parts, row: number, targets: Parts, to: Float64Array): void {
  const { blocks, numbers, mean } = targets;
  to.fill(0);
  const lineOf = ({ codes, lines }: Term): Float64Array => lines.of(codes[row]!);
  for (let b = 0; b < blocks.length; b += 2) {
    const { codes } = blocks[b]!;
    const line = lineOf(source.blocks[b]!);
    const next = blocks[b + 1];
    if (next) addTwoLines(to, codes, line, next.codes, lineOf(source.blocks[b + 1]!));
    else addLine(to, codes, line);
  }
  const known: { values: Float64Array; x: number }[] = [];
  numbers.forEach((values, i) => {
    const x = source.numbers[i]![row]!;
    if (!Number.isNaN(x)) known.push({ values, x });
  });
  for (let i = 0; i < known.length; i += 2) {
    const { values, x } = known[i]!;
    const next = known[i + 1];
    if (next) addTwoGaps(to, values, x, next.values, next.x);
    else addGaps(to, values, x);
  }
  divide(to, targets.silence.codes, lineOf(source.silence), mean);
}

function divide(to: Float64Array, codes: Uint16Array, weights: Float64Array, mean: number): void {
  for (let i = 0; i < to.length; i++) {
    const weight = weights[codes[i]!]!;
    to[i] = weight > 0 ? to[i]! / weight : mean;
  }
}

function addLine(to: Float64Array, codes: Uint16Array, line: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i]! + line[codes[i]!]!;
}

function addTwoLines(
  to: Float64Array,
  codes: Uint16Array,
  line: Float64Array,
  codes2: Uint16Array,
  line2: Float64Array,
): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i]! + line[codes[i]!]! + line2[codes2[i]!]!;
}

function addTwoGaps(
  to: Float64Array,
  values: Float64Array,
  x: number,
  values2: Float64Array,
  y: number,
): void {
  for (let i = 0; i < to.length; i++) {
    const gap = Math.abs(values[i]! - x);
    const gap2 = Math.abs(values2[i]! - y);
    let sum = to[i]!;
    // False for a missing value.
    if (gap >= 0) sum += gap;
    if (gap2 >= 0) sum += gap2;
    to[i] = sum;
  }
}

function addGaps(to: Float64Array, values: Float64Array, x: number): void {
  for (let i = 0; i < to.length; i++) {
    const gap = Math.abs(values[i]! - x);
    // False for a missing value.
    if (gap >= 0) to[i] = to[i]! + gap;
  }
}
