import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ColumnGuess } from '#kit/table/column-guess.ts';
import { useFormat } from '#ui/i18n.ts';
import { useText } from '../text.ts';
import type { Role } from './event-draft.ts';
import classes from './event-mapping-form.module.css';

type RoleFieldProps = {
  readonly role: Role;
  /** Without it no event can be read: it cannot be emptied. */
  readonly needed: boolean;
  readonly table: readonly ColumnGuess[];
  readonly value: string | null;
  /** Why this column, said. */
  readonly reason: string | null;
  readonly onChange: (column: string | null) => void;
  /** How its values are read: format, scale. */
  readonly children?: ReactNode;
};

/** One thing an event says, the column that says it, what is in that column, and why it was taken. */
export function RoleField({ role, needed, table, value, reason, onChange, children }: RoleFieldProps) {
  const t = useText();
  const column = table.find(({ name }) => name === value);
  const otherDates = table
    .filter(({ kind, name }) => kind === 'time' && name !== value)
    .map(({ name }) => name);
  return (
    <div className={needed ? classes.role : classes.maybe}>
      <Select
        label={t(`role.${role}`)}
        description={t(`roleHint.${role}`)}
        placeholder={needed ? t('form.choose') : t('form.none')}
        data={table.map(({ name }) => name)}
        searchable={table.length > 12}
        clearable={!needed}
        allowDeselect={false}
        limit={200}
        withAsterisk={false}
        error={needed && value === null ? t('form.choose') : null}
        value={value}
        onChange={onChange}
        clearButtonProps={{ 'aria-label': t('form.none') }}
      />
      <div className={classes.facts}>
        {column !== undefined && <ColumnFacts column={column} />}
        {reason !== null && <p className={classes.fact}>{reason}</p>}
        {role === 'time' && otherDates.length > 0 && (
          <p className={classes.fact}>{t('time.others', { columns: otherDates.join(', ') })}</p>
        )}
        {children}
      </div>
    </div>
  );
}

/** What a reader recognises a column by: a few of its values, how many different ones, how many blanks. */
export function ColumnFacts({ column }: { readonly column: ColumnGuess }) {
  const t = useText();
  const format = useFormat();
  if (column.kind === 'empty') return <p className={classes.fact}>{t('form.empty')}</p>;
  const blank = column.seen === 0 ? 0 : (column.seen - column.filled) / column.seen;
  return (
    <>
      <p className={classes.examples}>
        {column.examples.slice(0, 3).map((example) => (
          <span key={example} className={classes.example}>
            {example}
          </span>
        ))}
      </p>
      <p className={classes.fact}>
        {t('form.distinct', {
          count: column.distinct,
          said: format.integer(column.distinct),
          seen: format.integer(column.seen),
        })}
        {blank > 0 && ` · ${t('form.blanks', { share: format.share(blank) })}`}
      </p>
    </>
  );
}
