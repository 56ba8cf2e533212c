import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ColumnGuess } from '#kit/table/column-guess.ts';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { useText } from '../text.ts';
import { type EventDraft, keep, roleOf } from './event-draft.ts';
import classes from './event-mapping-form.module.css';

type AttributeListProps = {
  readonly draft: EventDraft;
  readonly table: readonly ColumnGuess[];
  /** The format may show more columns further down. */
  readonly growing: boolean;
  readonly onChange: (draft: EventDraft) => void;
};

/** The columns that play no role: kept with the journeys, to split figures by. Folded, as most readers keep them all. */
export function AttributeList({ draft, table, growing, onChange }: AttributeListProps) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const free = table.filter(({ name, kind }) => roleOf(draft, name) === undefined && kind !== 'empty');
  const kept = free.filter(({ name }) => draft.kept.has(name));
  if (free.length === 0 && !growing) return null;
  const all = (wanted: boolean) => onChange(free.reduce((next, { name }) => keep(next, name, wanted), draft));
  return (
    <>
      <p className={classes.lead}>
        {t('form.attributesLead', { kept: format.integer(kept.length), all: format.integer(free.length) })}
      </p>
      <p className={classes.actions}>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('form.attributesOpen')}
        </Button>
        {open && (
          <>
            <Button look="quiet" onClick={() => all(true)}>
              {t('form.keepAll')}
            </Button>
            <Button look="quiet" onClick={() => all(false)}>
              {t('form.keepNone')}
            </Button>
          </>
        )}
      </p>
      {open && (
        <div className={classes.attributes}>
          {free.map((column) => (
            <Checkbox
              key={column.name}
              label={column.name}
              description={t('form.examples', { examples: column.examples.slice(0, 3).join(', ') })}
              checked={draft.kept.has(column.name)}
              onChange={(event) => onChange(keep(draft, column.name, event.currentTarget.checked))}
            />
          ))}
          {growing && (
            <Checkbox
              label={t('form.later')}
              checked={draft.keepLaterColumns}
              onChange={(event) => onChange({ ...draft, keepLaterColumns: event.currentTarget.checked })}
            />
          )}
        </div>
      )}
    </>
  );
}
