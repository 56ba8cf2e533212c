import type { ReactNode } from 'react';
import classes from './plain-table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right, words left. */
  readonly figures?: boolean;
  /** The cell that names the row. */
  readonly names?: boolean;
  /** How the rows stand by this column; `none`: they could be sorted by it. */
  readonly sorted?: 'ascending' | 'descending' | 'none';
};

type PlainTableProps<Row> = {
  /** What the table is, said by a screen reader. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
};

/** A table of hairlines. Wider than the page, it scrolls on its own and can be scrolled by keyboard. */
export function PlainTable<Row>({ caption, columns, rows, rowKey }: PlainTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset never shrinks under its content, so it would not scroll
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={classes.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sorted}
                className={column.figures ? classes.figures : undefined}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.figures ? classes.figures : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
