import type { ReactNode } from 'react';
import type { TablePreview } from '#kit/table/preview.ts';
import { useText } from '../text.ts';
import classes from './first-rows.module.css';

type FirstRowsProps = {
  readonly table: TablePreview;
  /** Under the name of a column: what it is taken for. */
  readonly mark: (column: string) => { readonly text: ReactNode; readonly strong: boolean };
};

const most = 6;

/** The head of the file as it is written, so that a wrong separator or a wrong role is seen at once. */
export function FirstRows({ table, mark }: FirstRowsProps) {
  const t = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t('file.rows')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map(({ name }) => {
              const { text, strong } = mark(name);
              return (
                <th key={name} scope="col">
                  {name}
                  <span className={classes.mark} data-strong={strong || undefined}>
                    {text}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, most).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity than their place
            <tr key={at}>
              {table.columns.map(({ name }, place) => (
                <td key={name} title={row[place]}>
                  {row[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
