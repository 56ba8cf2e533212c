import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { type Evidence, evidenceKinds } from '../../domain/evidence.ts';
import { useText } from '../text.ts';
import classes from './evidence.module.css';

type EvidenceFormProps = {
  /** YYYY-MM-DD: evidence is from the past. */
  readonly today: string;
  readonly onAdd: (evidence: Evidence) => void;
  readonly onCancel: () => void;
};

/** One piece of evidence to add: what it is, how many people, from when, where to find it. */
export function EvidenceForm({ today, onAdd, onCancel }: EvidenceFormProps) {
  const t = useText();
  const [kind, setKind] = useState<Evidence['kind']>('interview');
  const [label, setLabel] = useState('');
  const [n, setN] = useState<number | null>(null);
  const [date, setDate] = useState(today);
  const [reference, setReference] = useState('');
  const told = label.trim();
  return (
    <form
      data-own-undo=""
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (told === '') return;
        onAdd({
          kind,
          label: told,
          n,
          date: date === '' ? null : date,
          reference: reference.trim() === '' ? null : reference.trim(),
        });
      }}
    >
      <Select
        size="xs"
        label={t('evidence.kind')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={evidenceKinds.map((value) => ({ value, label: t(`evidenceKind.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(evidenceKinds.find((known) => known === value) ?? 'interview')}
      />
      <TextInput
        autoFocus
        size="xs"
        label={t('evidence.label')}
        placeholder={t(`evidence.example.${kind}`)}
        maxLength={500}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <NumberInput
          size="xs"
          label={t('evidence.people')}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={n ?? ''}
          onChange={(value) => setN(typeof value === 'number' && value >= 1 ? value : null)}
        />
        <TextInput
          size="xs"
          type="date"
          label={t('evidence.date')}
          max={today}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </div>
      <TextInput
        size="xs"
        label={t('evidence.reference')}
        placeholder="https://"
        maxLength={2000}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" disabled={told === ''}>
          {t('evidence.add')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
