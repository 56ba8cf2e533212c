import { type Attribute, columnsOf } from './attribute.ts';
import type { Codes, EncodedColumn, EncodedTable } from './encoded.ts';
import { type CellReader, cellReader, optionsReader } from './read-answer.ts';

/** Reads rows into columns of typed arrays, one row after the other; memory is the arrays, nothing per row. */
export type Encoder = {
  /** Cells in the order of `names`; missing cells at its end are blank. */
  add(row: readonly string[]): void;
  finish(): { table: EncodedTable; lost: ReadonlyMap<string, number> };
};

type Growing = {
  grow(rows: number): void;
  add(row: readonly string[], at: number): void;
  end(rows: number): EncodedColumn;
};

const grown = <A extends Codes | Float64Array>(from: A, rows: number): A => {
  const to = new (from.constructor as new (length: number) => A)(rows);
  to.set(from);
  return to;
};

/** Levels of an attribute that is read as codes. */
export function levelCount(attribute: Attribute): number {
  if (attribute.type === 'nominal' || attribute.type === 'ordinal') return attribute.levels.length;
  return attribute.type === 'numeric' && attribute.edges ? attribute.edges.length + 1 : 0;
}

/** Is the attribute one the fit can use? */
export const isFittable = (attribute: Attribute): boolean =>
  attribute.type === 'multiple' ||
  attribute.type === 'date' ||
  attribute.type === 'numeric' ||
  levelCount(attribute) > 0;

function growing(attribute: Attribute, names: readonly string[], lose: (cells: number) => void): Growing {
  const at = columnsOf(attribute).map((column) => names.indexOf(column));
  if (attribute.type === 'multiple') {
    const read = optionsReader(attribute);
    let codes = attribute.options.map(() => new Uint8Array(0));
    const one = new Uint8Array(attribute.options.length);
    const cells: string[] = [];
    return {
      grow: (rows) => {
        codes = codes.map((option) => grown(option, rows));
      },
      add(row, to) {
        for (let i = 0; i < at.length; i++) cells[i] = row[at[i]!] ?? '';
        lose(read(cells, one));
        for (let option = 0; option < one.length; option++) codes[option]![to] = one[option]!;
      },
      end: (rows) => ({ kind: 'options', codes: codes.map((option) => option.slice(0, rows)) }),
    };
  }
  const reader = cellReader(attribute) as CellReader;
  const levels = levelCount(attribute);
  const column = at[0]!;
  let values: Codes | Float64Array =
    levels === 0 ? new Float64Array(0) : levels < 255 ? new Uint8Array(0) : new Uint16Array(0);
  return {
    grow: (rows) => {
      values = grown(values, rows);
    },
    add(row, to) {
      values[to] = reader.read(row[column] ?? '');
      if (reader.lost) lose(1);
    },
    end: (rows) =>
      values instanceof Float64Array
        ? { kind: 'number', values: values.slice(0, rows) }
        : { kind: 'levels', codes: values.slice(0, rows), levels },
  };
}

/**
 * `attributes` that can be fitted are read, used or not; the others are left out of the table. Cells that hold something
 * which the attribute cannot read count as missing, and are counted in `lost` by attribute id.
 */
export function createEncoder(attributes: readonly Attribute[], names: readonly string[]): Encoder {
  const kept = attributes.filter(isFittable);
  const lost = new Map<string, number>();
  const columns = kept.map((attribute) =>
    growing(attribute, names, (cells) => {
      if (cells > 0) lost.set(attribute.id, (lost.get(attribute.id) ?? 0) + cells);
    }),
  );
  let rows = 0;
  let room = 0;
  return {
    add(row) {
      if (rows === room) {
        room = Math.max(1024, room * 2);
        for (const column of columns) column.grow(room);
      }
      for (const column of columns) column.add(row, rows);
      rows++;
    },
    finish: () => ({
      table: { rows, attributes: kept, columns: columns.map((column) => column.end(rows)) },
      lost,
    }),
  };
}
