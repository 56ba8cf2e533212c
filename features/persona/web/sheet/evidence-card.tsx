import { Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconMessage, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { EvidenceDot } from '#ui/evidence-dot.tsx';
import { useFormat } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { addEvidence, editStatement, removeEvidence } from '../../domain/edit/statement.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { defaultValidity, evidenceState, newestEvidence, usualWeight } from '../../domain/proof.ts';
import type { Statement } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import classes from './evidence.module.css';
import { EvidenceForm } from './evidence-form.tsx';
import { LiveText } from './live-text.tsx';
import { useSheet } from './sheet-context.ts';

type EvidenceCardProps = {
  readonly statementId: string;
  readonly statement: Statement;
  /** Null at the edge of the section. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
  /** Null: nothing can be said of it. */
  readonly onComment: (() => void) | null;
};

const weights = ['1', '2', '3', '4', '5'] as const;
const validities = [90, 180, 365, 730, 1825] as const;

/** What stands behind a statement: why it counts as proven, assumed or out of date, and everything that can change that. */
export function EvidenceCard(props: EvidenceCardProps) {
  const { statementId, statement, onUp, onDown, onRemove, onComment } = props;
  const { editor, today } = useSheet();
  const t = useText();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const state = evidenceState(statement, today);
  const newest = newestEvidence(statement);
  const validity = statement.validForDays ?? defaultValidity;
  const edit = (patch: Parameters<typeof editStatement>[2]) =>
    editor?.edit((now) => editStatement(now, statementId, patch));
  const why =
    state === 'assumed'
      ? t('evidence.whyAssumed')
      : newest === undefined
        ? t('evidence.whyUndated')
        : state === 'stale'
          ? t('evidence.whyStale', { date: format.date(newest), days: format.integer(validity) })
          : t('evidence.whyProven', { count: statement.evidence.length, date: format.date(newest) });
  return (
    <div className={classes.card}>
      <div className={classes.state}>
        <EvidenceDot state={state} labelled />
        <p>{why}</p>
      </div>
      {statement.evidence.length > 0 && (
        <ul className={classes.list}>
          {statement.evidence.map((one) => (
            <EvidenceLine
              key={`${one.kind} ${one.label} ${one.date} ${one.n}`}
              evidence={one}
              onRemove={() => editor?.edit((now) => removeEvidence(now, statementId, one))}
            />
          ))}
        </ul>
      )}
      {adding ? (
        <EvidenceForm
          today={today}
          onCancel={() => setAdding(false)}
          onAdd={(evidence) => {
            editor?.edit((now) => addEvidence(now, statementId, evidence));
            setAdding(false);
          }}
        />
      ) : (
        <div>
          <Button icon={<IconPlus aria-hidden="true" />} onClick={() => setAdding(true)} data-autofocus>
            {t('evidence.add')}
          </Button>
        </div>
      )}
      {statement.evidence.length === 0 && (
        <div className={classes.field}>
          <span>{t('evidence.note')}</span>
          <LiveText
            className={classes.boxed}
            label={t('evidence.note')}
            placeholder={t('evidence.notePlaceholder')}
            value={statement.note}
            place={`note:${statementId}`}
            onText={(note) => edit({ note })}
          />
        </div>
      )}
      <div className={classes.settings}>
        <Choice
          label={t(statement.section === 'signs' ? 'evidence.typical' : 'evidence.weight')}
          labelled
          options={weights.map((value) => ({ value, label: value }))}
          value={weights.find((known) => known === String(statement.weight ?? usualWeight)) ?? '3'}
          onChange={(value) => edit({ weight: Number(value) })}
        />
        {statement.evidence.length > 0 && (
          <Select
            size="xs"
            label={t('evidence.validity')}
            allowDeselect={false}
            data={[...new Set([...validities, validity])]
              .sort((a, b) => a - b)
              .map((days) => ({
                value: String(days),
                label: t.maybe(`evidence.days.d${days}`) ?? t('evidence.daysOther', { count: days }),
              }))}
            value={String(validity)}
            onChange={(value) => value !== null && edit({ validForDays: Number(value) })}
          />
        )}
      </div>
      <div className={classes.actions}>
        <IconButton
          label={t('statement.up')}
          icon={<IconArrowUp />}
          disabled={onUp === null}
          onClick={() => onUp?.()}
        />
        <IconButton
          label={t('statement.down')}
          icon={<IconArrowDown />}
          disabled={onDown === null}
          onClick={() => onDown?.()}
        />
        {onComment !== null && (
          <Button look="quiet" icon={<IconMessage aria-hidden="true" />} onClick={onComment}>
            {t('talk.comment')}
          </Button>
        )}
        <Button look="quiet" icon={<IconTrash aria-hidden="true" />} onClick={onRemove}>
          {t('statement.remove')}
        </Button>
      </div>
    </div>
  );
}

/** An address can be followed; anything else is only told. */
const isAddress = (reference: string): boolean => /^https?:\/\//i.test(reference);

function EvidenceLine({
  evidence,
  onRemove,
}: {
  readonly evidence: Evidence;
  readonly onRemove: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const { kind, label, n, date, reference } = evidence;
  const meta = [
    t(`evidenceKind.${kind}`),
    n === null ? undefined : t('evidence.n', { n: format.integer(n) }),
    date === null ? t('evidence.noDate') : format.date(`${date}T12:00:00`),
  ].filter((word) => word !== undefined);
  return (
    <li className={classes.line}>
      <span>
        {label}
        <small>
          {meta.join(' · ')}
          {reference !== null && ' · '}
          {reference !== null &&
            (isAddress(reference) ? (
              <a href={reference} target="_blank" rel="noreferrer">
                {t('evidence.source')}
              </a>
            ) : (
              reference
            ))}
        </small>
      </span>
      <button
        type="button"
        className={classes.remove}
        aria-label={t('evidence.remove', { label })}
        onClick={onRemove}
      >
        <IconX size={14} stroke={1.8} aria-hidden="true" />
      </button>
    </li>
  );
}
