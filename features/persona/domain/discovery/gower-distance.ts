/**
 * The distances themselves, one row to many at a time: nearly all the time of the second opinion is spent here. Terms are
 * taken four at once, over a thousand rows at once, so that the sums stay in the nearest cache; shorter lists are filled up
 * with terms that add 0. Nothing in the loops branches on whether a value is missing.
 */

/** Combinations whose pairs are all kept in a table, up to this many; beyond, one line is made when needed. */
export const mostKept = 800;

/** A term of the distance that depends on a code only: one line of `cells` values per code. */
export class Lines {
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

/** A code per row, and what its distance to every other code adds. */
export type Term = { readonly codes: Uint16Array; readonly lines: Lines };

/** Up to four numbers: their values, 0 where missing, and per row which are missing, as bits. */
type Numbers = { readonly values: readonly Float64Array[]; readonly missing: Uint8Array };

/** What the distances of a table are made from. */
export type Parts = {
  readonly rows: number;
  readonly terms: readonly Term[];
  readonly numbers: readonly Numbers[];
  /** Which attributes a row answered; against another such code, 1 / the weight they have in common (0 for none). */
  readonly silence: Term;
  /** Of two rows without a common attribute. */
  readonly mean: number;
};

const together = 4;

/** @param numbers weighted values, NaN where missing. */
export function partsOf(
  rows: number,
  terms: readonly Term[],
  numbers: readonly Float64Array[],
  silence: Term,
  mean: number,
): Parts {
  const nothing: Term = { codes: new Uint16Array(rows), lines: new Lines(1, () => 0) };
  const filled = [...terms];
  while (filled.length === 0 || filled.length % together > 0) filled.push(nothing);
  const groups: Numbers[] = [];
  for (let first = 0; first === 0 || first < numbers.length; first += together) {
    const missing = new Uint8Array(rows);
    const values = Array.from({ length: together }, (_, i) => {
      const own = numbers[first + i];
      return new Float64Array(rows).map((_, row) => {
        const x = own?.[row] ?? Number.NaN;
        if (!Number.isNaN(x)) return x;
        missing[row]! |= 1 << i;
        return 0;
      });
    });
    groups.push({ values, missing });
  }
  return { rows, terms: filled, numbers: groups, silence, mean };
}

/** The same for some of the rows. */
export function narrowed({ terms, numbers, silence, mean }: Parts, chosen: ArrayLike<number>): Parts {
  const some = ({ codes, lines }: Term): Term => ({
    codes: Uint16Array.from(chosen, (row) => codes[row]!),
    lines,
  });
  return {
    rows: chosen.length,
    terms: terms.map(some),
    numbers: numbers.map(({ values, missing }) => ({
      values: values.map((own) => Float64Array.from(chosen, (row) => own[row]!)),
      missing: Uint8Array.from(chosen, (row) => missing[row]!),
    })),
    silence: some(silence),
    mean,
  };
}

const chunk = 1024;

/** Distances of one row of `source` to all rows of `targets`. */
export function measure(source: Parts, row: number, targets: Parts, to: Float64Array): void {
  const lineOf = ({ codes, lines }: Term): Float64Array => lines.of(codes[row]!);
  const lines = source.terms.map(lineOf);
  const points = source.numbers.map((group) => pointOf(group, row));
  const shares = lineOf(source.silence);
  for (let start = 0; start < targets.rows; start += chunk) {
    const end = Math.min(start + chunk, targets.rows);
    for (let t = 0; t < lines.length; t += together) addLines(to, targets.terms, lines, t, start, end);
    const last = points.length - 1;
    for (let g = 0; g < last; g++) addGaps(to, targets.numbers[g]!, points[g]!, start, end);
    addGapsAndShare(to, targets.numbers[last]!, points[last]!, targets, shares, start, end);
  }
}

/**
 * Four numbers of one row, and which of them are known. `toMissing`: what the loop adds for the numbers that the other row
 * lacks, per set of these (its value stands as 0), to be taken off again.
 */
type Point = {
  readonly x: readonly number[];
  readonly known: readonly boolean[];
  readonly toMissing: Float64Array;
};

function pointOf({ values, missing }: Numbers, row: number): Point {
  const x = values.map((own) => own[row]!);
  const known = x.map((_, i) => ((missing[row]! >> i) & 1) === 0);
  const toMissing = new Float64Array(1 << together);
  for (let set = 1; set < toMissing.length; set++)
    for (let i = 0; i < together; i++) if ((set >> i) & 1 && known[i]) toMissing[set]! += Math.abs(x[i]!);
  return { x, known, toMissing };
}

/** Four terms of coded columns; the first four begin the sum. */
function addLines(
  to: Float64Array,
  terms: readonly Term[],
  lines: readonly Float64Array[],
  first: number,
  start: number,
  end: number,
): void {
  const codes0 = terms[first]!.codes;
  const codes1 = terms[first + 1]!.codes;
  const codes2 = terms[first + 2]!.codes;
  const codes3 = terms[first + 3]!.codes;
  const line0 = lines[first]!;
  const line1 = lines[first + 1]!;
  const line2 = lines[first + 2]!;
  const line3 = lines[first + 3]!;
  if (first === 0)
    for (let i = start; i < end; i++)
      to[i] = line0[codes0[i]!]! + line1[codes1[i]!]! + line2[codes2[i]!]! + line3[codes3[i]!]!;
  else
    for (let i = start; i < end; i++)
      to[i] = to[i]! + line0[codes0[i]!]! + line1[codes1[i]!]! + line2[codes2[i]!]! + line3[codes3[i]!]!;
}

/** A column of zeros stands for a number that the row measured from lacks. */
const zeros = new Float64Array(1 << 16);

function addGaps(
  to: Float64Array,
  { values, missing }: Numbers,
  point: Point,
  start: number,
  end: number,
): void {
  const { x, known, toMissing } = point;
  const [values0, values1, values2, values3] = standing(values, known);
  const [x0 = 0, x1 = 0, x2 = 0, x3 = 0] = x;
  for (let i = start; i < end; i++)
    to[i] =
      to[i]! +
      Math.abs(values0[i]! - x0) +
      Math.abs(values1[i]! - x1) +
      Math.abs(values2[i]! - x2) +
      Math.abs(values3[i]! - x3) -
      toMissing[missing[i]!]!;
}

/** The last four numbers, and the division by the weight in common, told as 1 / it: one pass less over the sums. */
function addGapsAndShare(
  to: Float64Array,
  { values, missing }: Numbers,
  { x, known, toMissing }: Point,
  { silence: { codes }, mean }: Parts,
  shares: Float64Array,
  start: number,
  end: number,
): void {
  const [values0, values1, values2, values3] = standing(values, known);
  const [x0 = 0, x1 = 0, x2 = 0, x3 = 0] = x;
  for (let i = start; i < end; i++) {
    const one = shares[codes[i]!]!;
    const sum =
      to[i]! +
      Math.abs(values0[i]! - x0) +
      Math.abs(values1[i]! - x1) +
      Math.abs(values2[i]! - x2) +
      Math.abs(values3[i]! - x3) -
      toMissing[missing[i]!]!;
    to[i] = one > 0 ? sum * one : mean;
  }
}

function standing(values: readonly Float64Array[], known: readonly boolean[]) {
  const of = (i: number): Float64Array => (known[i] ? values[i]! : zeros);
  return [of(0), of(1), of(2), of(3)] as const;
}
