import type { Attribute } from './attribute.ts';

/** Small whole numbers: 0 where nothing is known, 1 + level elsewhere. */
export type Codes = Uint8Array | Uint16Array;

/**
 * One attribute of all rows, in one typed array (one per option for a multiple choice): no object per row. What is
 * missing stays missing: NaN for a number, code 0 for a level or an option.
 */
export type EncodedColumn =
  /** On the scale of the attribute (logarithm taken, days since 1970 for a date). */
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'levels'; readonly codes: Codes; readonly levels: number }
  /** Per option: 0 not asked, 1 shown and left, 2 ticked. */
  | { readonly kind: 'options'; readonly codes: readonly Uint8Array[] };

/** The attributes that can be fitted, read. `columns[i]` belongs to `attributes[i]`. */
export type EncodedTable = {
  readonly rows: number;
  readonly attributes: readonly Attribute[];
  readonly columns: readonly EncodedColumn[];
};

/** The rows at `rows`, in that order; the originals are left alone. */
export function takeRows(table: EncodedTable, rows: ArrayLike<number>): EncodedTable {
  const n = rows.length;
  const codes = (from: Codes): Codes => {
    const to = from instanceof Uint8Array ? new Uint8Array(n) : new Uint16Array(n);
    for (let i = 0; i < n; i++) to[i] = from[rows[i]!]!;
    return to;
  };
  const bytes = (from: Uint8Array): Uint8Array => {
    const to = new Uint8Array(n);
    for (let i = 0; i < n; i++) to[i] = from[rows[i]!]!;
    return to;
  };
  const columns = table.columns.map((column): EncodedColumn => {
    if (column.kind === 'levels') return { ...column, codes: codes(column.codes) };
    if (column.kind === 'options') return { kind: 'options', codes: column.codes.map(bytes) };
    const values = new Float64Array(n);
    for (let i = 0; i < n; i++) values[i] = column.values[rows[i]!]!;
    return { kind: 'number', values };
  });
  return { rows: n, attributes: table.attributes, columns };
}
