import type { TablePreview } from '#kit/table/preview.ts';
import { useFormat } from '#ui/i18n.ts';
import { useText } from '../text.ts';
import classes from './file-summary.module.css';

const delimiters: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** What the file is, as it was recognised: size, format, separator, encoding, columns; and what was odd in it. */
export function FileSummary({ table }: { readonly table: TablePreview }) {
  const t = useText();
  const format = useFormat();
  const { dialect } = table;
  const sign = dialect ? delimiters[dialect.delimiter] : undefined;
  const delimiter =
    sign === undefined
      ? t('file.delimiter.other', { sign: dialect?.delimiter ?? '' })
      : t(`file.delimiter.${sign}`);
  const said = [
    format.bytes(table.bytes),
    t(`file.format.${table.format}`, { delimiter }),
    table.compressed ? t('file.compressed') : undefined,
    dialect?.encoding.toUpperCase(),
    dialect && !dialect.header ? t('file.noHeader') : undefined,
    t('file.columns', { count: table.columns.length, said: format.integer(table.columns.length) }),
  ].filter((part) => part !== undefined);
  return (
    <div>
      <p className={classes.said}>{said.join(' · ')}</p>
      {table.notes.length > 0 && (
        <ul className={classes.notes}>
          {table.notes.map((note) => (
            <li key={`${note.code} ${note.renamed ?? note.name ?? ''}`}>
              {t.maybe(`file.note.${note.code}`, { name: note.name ?? '', renamed: note.renamed ?? '' }) ??
                t('file.note.other', { code: note.code })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
