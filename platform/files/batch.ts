import type { Cells } from '#kit/table/cells.ts';
import type { Batch } from './table.ts';

/** The cells of one row as strings. */
export function rowOf({ bytes, starts, ends, width }: Cells, row: number): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cells = new Array<string>(width);
  for (let column = 0; column < width; column++) {
    const place = row * width + column;
    cells[column] = buffer.toString('utf8', starts[place], ends[place]);
  }
  return cells;
}

/** A batch of bytes; its rows become strings when asked for. */
export function batchOfCells(cells: Cells, rest: Omit<Batch, 'rows' | 'cells'>): Batch {
  let made: string[][] | undefined;
  return {
    ...rest,
    cells,
    get rows() {
      made ??= Array.from({ length: cells.count }, (_, row) => rowOf(cells, row));
      return made;
    },
  };
}

/** A batch of strings; its cells become bytes when asked for. Rows may be shorter than `columns`. */
export function batchOfRows(
  rows: readonly (readonly string[])[],
  rest: Omit<Batch, 'rows' | 'cells'>,
): Batch {
  let made: Cells | undefined;
  return {
    ...rest,
    rows,
    get cells() {
      made ??= cellsOf(rows, rest.columns.length);
      return made;
    },
  };
}

function cellsOf(rows: readonly (readonly string[])[], width: number): Cells {
  const starts = new Int32Array(rows.length * width);
  const ends = new Int32Array(rows.length * width);
  const pieces: Buffer[] = [];
  let at = 0;
  rows.forEach((row, index) => {
    for (let column = 0; column < width; column++) {
      const cell = row[column] ?? '';
      starts[index * width + column] = at;
      if (cell !== '') {
        const piece = Buffer.from(cell, 'utf8');
        pieces.push(piece);
        at += piece.length;
      }
      ends[index * width + column] = at;
    }
  });
  return { bytes: Buffer.concat(pieces, at), starts, ends, width, count: rows.length };
}
