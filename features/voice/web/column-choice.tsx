import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import type { FormTable } from './form-columns.ts';
import { toggle } from './survey-draft.ts';
import classes from './survey-import-form.module.css';
import { useText } from './text.ts';

type ColumnChoiceProps = {
  /** What the columns are chosen for. */
  readonly label: string;
  readonly table: FormTable;
  readonly purpose: 'split' | 'text';
  /** Columns that have another use. */
  readonly taken: ReadonlySet<string>;
  readonly chosen: readonly string[];
  readonly most: number;
  readonly onChange: (chosen: string[]) => void;
};

/** Columns to tick: those that look the part and those chosen, the others one click away. */
export function ColumnChoice({ label, table, purpose, taken, chosen, most, onChange }: ColumnChoiceProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  const fits = (name: string): boolean => table.guesses.get(name)?.role === purpose;
  const offered = table.columns.filter(
    ({ name, filled }) => !taken.has(name) && filled !== 0 && (all || fits(name) || chosen.includes(name)),
  );
  return (
    <fieldset aria-label={label}>
      {offered.length === 0 && <p className={classes.fact}>{t('form.noneFound')}</p>}
      <div className={classes.columns}>
        {offered.map(({ name, values }) => (
          <Checkbox
            key={name}
            label={name}
            description={values
              .slice(0, 6)
              .map(({ value }) => value)
              .join(', ')}
            checked={chosen.includes(name)}
            disabled={!chosen.includes(name) && chosen.length >= most}
            onChange={() => onChange(toggle(chosen, name))}
          />
        ))}
      </div>
      <p className={classes.more}>
        <Button aria-pressed={all} onClick={() => setAll(!all)}>
          {t('form.showAll')}
        </Button>
      </p>
    </fieldset>
  );
}
