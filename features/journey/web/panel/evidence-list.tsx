import { NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { type Evidence, evidenceKinds } from '#persona/domain/evidence.ts';
import { Button } from '#ui/button.tsx';
import { EvidenceDot } from '#ui/evidence-dot.tsx';
import { useFormat } from '#ui/i18n.ts';
import { useText } from '../text.ts';
import classes from './panel.module.css';

type EvidenceListProps = {
  readonly evidence: readonly Evidence[];
  readonly validated: boolean;
  readonly onChange: (evidence: Evidence[]) => void;
};

/** A page of Parcours: nothing else that was written as a reference is followed. */
const page = /^\/w\/[\w-]+\/[^/\\]/;

/** One piece of evidence: what it says, its kind, how many people, its date; and the way to the figure, when it is one of ours. */
export function EvidenceText({ evidence }: { readonly evidence: Evidence }) {
  const t = useText();
  const format = useFormat();
  const { label, kind, n, date, reference } = evidence;
  return (
    <>
      {label}
      <small>
        {[
          t(`evidenceKind.${kind}`),
          n === null ? null : t('card.n', { count: n }),
          date === null ? null : format.date(date),
        ]
          .filter((word) => word !== null)
          .join(' · ')}
        {reference !== null && page.test(reference) && (
          <>
            {' · '}
            <a href={reference}>{t('panel.evidenceOpen')}</a>
          </>
        )}
      </small>
    </>
  );
}

/** What a statement rests on, one line each, and a short form to add one. */
export function EvidenceList({ evidence, validated, onChange }: EvidenceListProps) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  return (
    <>
      {evidence.length === 0 && <p className={classes.hint}>{t('panel.evidenceNone')}</p>}
      {evidence.length > 0 && (
        <ul className={classes.list}>
          {evidence.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two pieces of evidence may say the same
            <li key={index} className={classes.item}>
              <EvidenceDot state={validated ? 'proven' : 'assumed'} />
              <span>
                <EvidenceText evidence={one} />
              </span>
              <button
                type="button"
                className={classes.remove}
                aria-label={t('panel.evidenceRemove', { label: one.label })}
                onClick={() => onChange(evidence.filter((_, at) => at !== index))}
              >
                <IconX size={14} stroke={1.8} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <EvidenceForm
          onCancel={() => setAdding(false)}
          onAdd={(one) => {
            onChange([...evidence, one]);
            setAdding(false);
          }}
        />
      ) : (
        <div>
          <Button
            look="quiet"
            icon={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('panel.evidenceAdd')}
          </Button>
        </div>
      )}
    </>
  );
}

type EvidenceFormProps = {
  readonly onAdd: (evidence: Evidence) => void;
  readonly onCancel: () => void;
};

function EvidenceForm({ onAdd, onCancel }: EvidenceFormProps) {
  const t = useText();
  const [kind, setKind] = useState<Evidence['kind']>('interview');
  const [label, setLabel] = useState('');
  const [n, setN] = useState<number | null>(null);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const told = label.trim();
        if (told !== '') onAdd({ kind, label: told, n, reference: null, date: null });
      }}
    >
      <TextInput
        data-autofocus
        autoFocus
        size="xs"
        label={t('panel.evidenceLabel')}
        placeholder={t('panel.evidenceLabelPlaceholder')}
        maxLength={500}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <Select
          size="xs"
          label={t('panel.evidenceKind')}
          allowDeselect={false}
          data={evidenceKinds.map((value) => ({ value, label: t(`evidenceKind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(evidenceKinds.find((known) => known === value) ?? 'interview')}
        />
        <NumberInput
          size="xs"
          label={t('panel.evidenceN')}
          min={1}
          allowDecimal={false}
          hideControls
          value={n ?? ''}
          onChange={(value) => setN(typeof value === 'number' && value >= 1 ? value : null)}
        />
      </div>
      <div className={classes.row}>
        <Button type="submit" disabled={label.trim() === ''}>
          {t('panel.evidenceAdd')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('panel.cancel')}
        </Button>
      </div>
    </form>
  );
}
