import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import { grains } from '#measure/domain/indicator/periods.ts';
import { Choice } from '#ui/choice.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FormulaFields } from './formula-fields.tsx';
import classes from './indicator.module.css';
import {
  type DraftFields,
  draftOf,
  type IndicatorDraft,
  type IndicatorKind,
  settingsOf,
} from './indicator-draft.ts';
import { LivedFields } from './lived-fields.tsx';
import { ScoreFields } from './score-fields.tsx';
import { useText } from './text.ts';

type IndicatorDialogProps = {
  readonly workspaceId: WorkspaceId;
  /** Null: a new one. */
  readonly indicator: Indicator | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

const kinds: readonly IndicatorKind[] = ['score', 'conversion', 'churn', 'time', 'volume', 'formula'];

/** The settings of an indicator. It is computed before it is kept: what cannot be told is refused with its reason. */
export function IndicatorDialog({ workspaceId, indicator, onClose, onSaved }: IndicatorDialogProps) {
  const t = useText();
  const { query } = useApi();
  const [draft, setDraft] = useState(() => draftOf(indicator));
  const [asked, setAsked] = useState(false);
  const add = useMutation(query.indicator.addIndicator.mutationOptions({ onSuccess: onSaved }));
  const change = useMutation(query.indicator.changeIndicator.mutationOptions({ onSuccess: onSaved }));
  const onChange = (patch: Partial<IndicatorDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const read = settingsOf(draft);
  const save = () => {
    setAsked(true);
    if (!('settings' in read)) return;
    const input = { workspaceId, ...read.settings };
    if (indicator) change.mutate({ ...input, indicatorId: indicator.id });
    else add.mutate(input);
  };
  const fields = { workspaceId, draft, onChange };
  return (
    <Dialog
      opened
      title={indicator ? t('editTitle', { name: indicator.name }) : t('addTitle')}
      submit={t(indicator ? 'save' : 'create')}
      busy={add.isPending || change.isPending}
      error={add.error ?? change.error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('form.name')}
        maxLength={120}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t('kind.label')}
        data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        allowDeselect={false}
        value={draft.kind}
        onChange={(kind) => kind && onChange({ kind: kind as IndicatorKind })}
      />
      {draft.kind === 'score' ? (
        <ScoreFields {...fields} />
      ) : draft.kind === 'formula' ? (
        <FormulaFields {...fields} own={indicator?.id ?? null} />
      ) : (
        <LivedFields {...fields} />
      )}
      <Choice
        label={t('grain.label')}
        labelled
        options={grains.map((grain) => ({ value: grain, label: t(`grain.${grain}`) }))}
        value={draft.grain}
        onChange={(grain) => onChange({ grain })}
      />
      <TargetFields {...fields} />
      <TextInput
        label={t('form.owner')}
        description={t('form.ownerHint')}
        maxLength={120}
        value={draft.owner}
        onChange={(event) => onChange({ owner: event.currentTarget.value })}
      />
      {asked && 'missing' in read && (
        <p role="alert" className={classes.broken}>
          {t('form.missing', { what: read.missing.map((field) => t(`form.${field}`)).join(', ') })}
        </p>
      )}
    </Dialog>
  );
}

/** The target, typed in the unit people speak of it in. */
function TargetFields({ draft, onChange }: DraftFields) {
  const t = useText();
  const { kind, scoreKind } = draft;
  const share = kind === 'conversion' || kind === 'churn' || (kind === 'score' && scoreKind === 'csat');
  const label = share ? 'form.targetShare' : kind === 'time' ? 'form.targetDuration' : 'form.targetValue';
  return (
    <>
      <Choice
        label={t('form.direction')}
        labelled
        options={[
          { value: 'none', label: t('form.none') },
          { value: 'at-least', label: t('form.atLeast') },
          { value: 'at-most', label: t('form.atMost') },
        ]}
        value={draft.direction}
        onChange={(direction) => onChange({ direction })}
      />
      {draft.direction !== 'none' && (
        <div className={classes.pair}>
          <TextInput
            label={t(label)}
            inputMode="decimal"
            value={draft.target}
            onChange={(event) => onChange({ target: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('form.by')}
            description={t('form.byHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.by}
            onChange={(event) => onChange({ by: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}
