import type { ReactNode } from 'react';
import { csvLine } from '#kit/table/csv-writer.ts';
import { type Column, PlainTable } from '#ui/plain-table.tsx';

/** One cell: as it is read, and as a spreadsheet wants it. */
type TwinCell = { readonly said: ReactNode; readonly raw: string | number };

/** The same as the picture, as a table: for the keyboard, for a screen reader, and for a spreadsheet. */
export type Twin = {
  readonly caption: string;
  readonly columns: readonly {
    readonly key: string;
    readonly header: string;
    readonly figures?: boolean;
    readonly names?: boolean;
  }[];
  readonly rows: readonly (readonly TwinCell[])[];
  /** Something to do about a row; not in the file. */
  readonly action?: { readonly header: string; readonly of: (row: number) => ReactNode };
};

export function cell(said: string, raw?: string | number): TwinCell;
export function cell(said: ReactNode, raw: string | number): TwinCell;
export function cell(said: ReactNode, raw?: string | number): TwinCell {
  return { said, raw: raw ?? (typeof said === 'string' ? said : '') };
}

/** A column of figures. */
export const figures = (key: string, header: string) => ({ key, header, figures: true });

export const twinCsv = ({ columns, rows }: Twin): string =>
  `\ufeff${[columns.map(({ header }) => header), ...rows.map((row) => row.map(({ raw }) => raw))].map(csvLine).join('')}`;

export function TwinTable({ twin }: { readonly twin: Twin }) {
  type Row = { readonly at: number; readonly cells: readonly TwinCell[] };
  const { action } = twin;
  const columns: Column<Row>[] = twin.columns.map((column, at) => ({
    ...column,
    cell: ({ cells }) => cells[at]?.said,
  }));
  return (
    <PlainTable
      caption={twin.caption}
      columns={
        action === undefined
          ? columns
          : [...columns, { key: 'action', header: action.header, cell: ({ at }) => action.of(at) }]
      }
      rows={twin.rows.map((cells, at): Row => ({ at, cells }))}
      rowKey={({ at }) => String(at)}
    />
  );
}
