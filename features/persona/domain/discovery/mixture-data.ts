import type { EncodedColumn, EncodedTable } from './encoded.ts';
import type { Room } from './room.ts';

/**
 * A table laid out for the fit. Everything that is not a number becomes items (one per nominal or ordinal attribute, one
 * per option), and whether a number was answered is one more; items are packed into blocks: a block holds the few
 * combinations of its items that really occur, and each row is one code per block. The log-probabilities of a block are
 * then computed once per combination, not per row, and a row costs one look-up per block. Rows that are alike in a block
 * are thereby counted together, exactly.
 */
export type Block = {
  readonly cells: number;
  /** Combination of each row. */
  readonly codes: Uint16Array;
  /** Its items, and how each combination up to one of them comes from one of those before it. */
  readonly layers: readonly Layer[];
};

export type Layer = {
  /** Index in `items`; from `items.length` on, in `numbers`: whether it was answered. */
  readonly item: number;
  /** Per combination up to this item: the one before it, and the code of the item, 0 missing. */
  readonly from: Uint16Array;
  readonly code: Uint16Array;
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

type Packing = { readonly codes: Uint16Array; readonly layers: readonly Layer[]; readonly cells: number };

/** Packs one more item with those packed so far; null when more than `limit` combinations occur. */
function pack(
  { codes, layers, cells }: Packing,
  item: number,
  more: ArrayLike<number>,
  levels: number,
  limit: number,
): Packing | null {
  const width = levels + 1;
  const seen = new Int32Array(cells * width).fill(-1);
  const joined = new Uint16Array(codes.length);
  const from: number[] = [];
  const code: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const key = codes[i]! * width + more[i]!;
    let cell = seen[key]!;
    if (cell < 0) {
      if (from.length === limit) return null;
      cell = from.length;
      seen[key] = cell;
      from.push(codes[i]!);
      code.push(more[i]!);
    }
    joined[i] = cell;
  }
  const layer: Layer = { item, from: Uint16Array.from(from), code: Uint16Array.from(code) };
  return { codes: joined, layers: [...layers, layer], cells: from.length };
}

type Packed = { readonly item: number; readonly levels: number; readonly codes: ArrayLike<number> };

/** Items in order, as many to a block as have few combinations. */
function blocksOf(rows: number, packed: readonly Packed[]): Block[] {
  const limit = Math.max(64, Math.min(mostCells, Math.floor(rows / 8)));
  const nothing: Packing = { codes: new Uint16Array(rows), layers: [], cells: 1 };
  const blocks: Block[] = [];
  let open = nothing;
  for (const { item, codes, levels } of packed) {
    const fitting = open === nothing ? null : pack(open, item, codes, levels, limit);
    if (open !== nothing && !fitting) blocks.push(open);
    open = fitting ?? pack(nothing, item, codes, levels, 65_535)!;
  }
  return open === nothing ? blocks : [...blocks, open];
}

function numbersOf(table: EncodedTable): NumberItem[] {
  return table.columns.flatMap((column, index): NumberItem[] => {
    if (column.kind !== 'number') return [];
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
    if (!(sd > 0)) return [];
    const values = column.values.map((x) => (Number.isNaN(x) ? 0 : (x - mean) / sd));
    return [{ column: index, mean, sd, values }];
  });
}

/** Lays a table out. Columns without any answer, and numbers without spread, are left out. */
export function layOut(table: EncodedTable): MixtureData {
  const found = itemsOf(table);
  const numbers = numbersOf(table);
  const answered = numbers.map(({ column }, i): Packed => {
    const { values } = table.columns[column] as Extract<EncodedColumn, { kind: 'number' }>;
    const codes = Uint8Array.from(values, (x) => (Number.isNaN(x) ? 0 : 1));
    return { item: found.length + i, levels: 1, codes };
  });
  return {
    rows: table.rows,
    items: found.map(({ item }) => item),
    blocks: [
      ...blocksOf(
        table.rows,
        found.map(({ item: { levels }, codes }, item) => ({ item, levels, codes })),
      ),
      ...blocksOf(table.rows, answered),
    ],
    numbers,
  };
}

/** What a row answered to every item (0 missing), then 1 for every number answered and 0 for the others. */
export function answersOf({ blocks, items, numbers }: MixtureData, row: number): Uint16Array {
  const answers = new Uint16Array(items.length + numbers.length);
  for (const { codes, layers } of blocks) {
    let cell = codes[row]!;
    for (const { item, from, code } of layers.toReversed()) {
      answers[item] = code[cell]!;
      cell = from[cell]!;
    }
  }
  return answers;
}

/** The same layout with only the rows whose weight is above 0, and these weights, in arrays of `room`. */
export function onlyWeighted(
  data: MixtureData,
  weights: Float64Array,
  room: Room,
): { data: MixtureData; weights: Float64Array } {
  let rows = 0;
  for (let row = 0; row < data.rows; row++) if (weights[row]! > 0) rows++;
  const take = <A extends Float64Array | Uint16Array>(from: A, to: A): A => {
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
      })),
    },
  };
}
