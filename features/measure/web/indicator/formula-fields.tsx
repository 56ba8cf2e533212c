import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { mostLetters } from '#measure/domain/indicator/formula/parse.ts';
import { Button } from '#ui/button.tsx';
import classes from './indicator.module.css';
import type { DraftFields } from './indicator-draft.ts';
import { useText } from './text.ts';

type FormulaFieldsProps = DraftFields & {
  /** The indicator being changed: it cannot be in its own formula. */
  readonly own: string | null;
};

/** Letters that stand for indicators, and what is computed of them. */
export function FormulaFields({ workspaceId, draft, onChange, own }: FormulaFieldsProps) {
  const t = useText();
  const { query } = useApi();
  const all = useQuery(query.indicator.indicators.queryOptions({ input: { workspaceId } }));
  const letters = Object.keys(draft.terms).sort();
  const next = Array.from({ length: mostLetters }, (_, at) => String.fromCharCode(65 + at)).find(
    (letter) => !letters.includes(letter),
  );
  return (
    <>
      <div className={classes.pair}>
        {letters.map((letter) => (
          <Select
            key={letter}
            label={t('form.letter', { letter })}
            data={(all.data ?? [])
              .filter(({ indicator }) => indicator.id !== own)
              .map(({ indicator }) => ({ value: indicator.id, label: indicator.name }))}
            searchable
            clearable
            value={draft.terms[letter] || null}
            onChange={(id) => onChange({ terms: { ...draft.terms, [letter]: id ?? '' } })}
          />
        ))}
      </div>
      {next !== undefined && (
        <div>
          <Button look="quiet" onClick={() => onChange({ terms: { ...draft.terms, [next]: '' } })}>
            {t('form.another')}
          </Button>
        </div>
      )}
      <TextInput
        label={t('form.expression')}
        description={t('form.expressionHint')}
        maxLength={500}
        value={draft.expression}
        onChange={(event) => onChange({ expression: event.currentTarget.value })}
      />
      <UnitField draft={draft} onChange={onChange} workspaceId={workspaceId} />
    </>
  );
}

/** What a bare number or a count is followed by. */
export function UnitField({ draft, onChange }: DraftFields) {
  const t = useText();
  return (
    <TextInput
      label={t('form.measureUnit')}
      description={t('form.measureUnitHint')}
      maxLength={20}
      value={draft.unit}
      onChange={(event) => onChange({ unit: event.currentTarget.value })}
    />
  );
}
