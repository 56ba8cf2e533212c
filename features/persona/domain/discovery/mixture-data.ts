import type { EncodedTable } from './encoded.ts';
import type { Room } from './room.ts';

/**
 * A table laid out for the fit. Everything that is not a number becomes items (one per nominal or ordinal attribute, one
 * per option), and items are packed into blocks: a block holds the few combinations of its items that really occur, and
 * each row is one code per block. The log-probabilities of a block are then computed once per combination, not per row,
 * and a row costs one look-up per block. Rows that are alike in a block are thereby counted together, exactly.
 */
export type Block = {
  readonly items: readonly number[];
  readonly cells: number;
  /** Combination of each row. */
  readonly codes: Uint16Array;
  /** `levels[j * cells + cell]`: code of item j, 0 missing. */
  readonly levels: Uint16Array;
};

export type Item = {
  /** Index in `table.columns`, and of the option there (−1 when the column is no multiple choice). */
  readonly column: number;
  readonly option: number;
  /** Without the missing slot. */
  readonly levels: number;
  /** Share of each level among those that answered, slot 0 unused: where smoothing pulls to. */
  readonly shares: Float64Array;
};

/** Standardised, so that floors and tolerances mean the same for every column. */
export type NumberItem = {
  readonly column: number;
  readonly mean: number;
  readonly sd: number;
  /** 0 where missing. */
  readonly values: Float64Array;
  /** 1 where known, 0 where missing: a factor costs less than a branch. */
  readonly known: Uint8Array;
};

export type MixtureData = {
  readonly rows: number;
  readonly items: readonly Item[];
  readonly blocks: readonly Block[];
  readonly numbers: readonly NumberItem[];
};

const mostCells = 300;

function itemsOf(table: EncodedTable): { item: Item; codes: ArrayLike<number> }[] {
  const found: { item: Item; codes: ArrayLike<number> }[] = [];
  const add = (column: number, option: number, levels: number, codes: ArrayLike<number>): void => {
    const shares = new Float64Array(levels + 1);
    let answered = 0;
    for (let i = 0; i < table.rows; i++) {
      const code = codes[i]!;
      shares[code]!++;
      if (code > 0) answered++;
    }
    shares[0] = 0;
    if (answered === 0) return;
    for (let l = 1; l <= levels; l++) shares[l] = (shares[l]! + 1 / levels) / (answered + 1);
    found.push({ item: { column, option, levels, shares }, codes });
  };
  table.columns.forEach((column, index) => {
    if (column.kind === 'levels') add(index, -1, column.levels, column.codes);
    if (column.kind === 'options')
      column.codes.forEach((codes, option) => {
        add(index, option, 2, codes);
      });
  });
  return found;
}

/** Combines codes of what is packed so far with one more item; null when too many combinations occur. */
function combine(
  codes: Uint16Array,
  cells: number,
  more: ArrayLike<number>,
  levels: number,
  limit: number,
): { codes: Uint16Array; first: number[]; cells: number } | null {
  const width = levels + 1;
  const seen = new Int32Array(cells * width).fill(-1);
  const joined = new Uint16Array(codes.length);
  const first: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const key = codes[i]! * width + more[i]!;
    let cell = seen[key]!;
    if (cell < 0) {
      if (first.length === limit) return null;
      cell = first.length;
      seen[key] = cell;
      first.push(i);
    }
    joined[i] = cell;
  }
  return { codes: joined, first, cells: first.length };
}

/** Lays a table out. Columns without any answer, and numbers without spread, are left out. */
export function layOut(table: EncodedTable): MixtureData {
  const found = itemsOf(table);
  const limit = Math.max(64, Math.min(mostCells, Math.floor(table.rows / 8)));
  const blocks: Block[] = [];
  let open: number[] = [];
  let codes: Uint16Array = new Uint16Array(table.rows);
  let cells = 1;
  let first: number[] = [0];
  const close = (): void => {
    if (open.length === 0) return;
    const levels = new Uint16Array(cells * open.length);
    for (let cell = 0; cell < cells; cell++)
      open.forEach((item, j) => {
        levels[j * cells + cell] = found[item]!.codes[first[cell]!]!;
      });
    blocks.push({ items: open, cells, codes, levels });
  };
  found.forEach(({ item, codes: more }, index) => {
    const fitting = combine(codes, cells, more, item.levels, open.length === 0 ? 65_535 : limit);
    if (fitting) {
      ({ codes, cells, first } = fitting);
      open.push(index);
      return;
    }
    close();
    const alone = combine(new Uint16Array(table.rows), 1, more, item.levels, 65_535)!;
    ({ codes, cells, first } = alone);
    open = [index];
  });
  close();

  const numbers: NumberItem[] = [];
  table.columns.forEach((column, index) => {
    if (column.kind !== 'number') return;
    let n = 0;
    let sum = 0;
    for (const x of column.values)
      if (!Number.isNaN(x)) {
        n++;
        sum += x;
      }
    const mean = sum / n;
    let squares = 0;
    for (const x of column.values) if (!Number.isNaN(x)) squares += (x - mean) ** 2;
    const sd = Math.sqrt(squares / n);
    if (!(sd > 0)) return;
    numbers.push({
      column: index,
      mean,
      sd,
      values: column.values.map((x) => (Number.isNaN(x) ? 0 : (x - mean) / sd)),
      known: Uint8Array.from(column.values, (x) => (Number.isNaN(x) ? 0 : 1)),
    });
  });
  return { rows: table.rows, items: found.map(({ item }) => item), blocks, numbers };
}

/** The same layout with only the rows whose weight is above 0, and these weights, in arrays of `room`. */
export function onlyWeighted(
  data: MixtureData,
  weights: Float64Array,
  room: Room,
): { data: MixtureData; weights: Float64Array } {
  let rows = 0;
  for (let row = 0; row < data.rows; row++) if (weights[row]! > 0) rows++;
  const take = <A extends Float64Array | Uint16Array | Uint8Array>(from: A, to: A): A => {
    let at = 0;
    for (let row = 0; row < data.rows; row++) if (weights[row]! > 0) to[at++] = from[row]!;
    return to;
  };
  return {
    weights: take(weights, room.floats(rows)),
    data: {
      rows,
      items: data.items,
      blocks: data.blocks.map((block) => ({ ...block, codes: take(block.codes, room.codes(rows)) })),
      numbers: data.numbers.map((number) => ({
        ...number,
        values: take(number.values, room.floats(rows)),
        known: take(number.known, room.flags(rows)),
      })),
    },
  };
}
