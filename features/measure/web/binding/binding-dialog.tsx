import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Source } from '#measure/domain/source.ts';
import { type Binding, scoreKinds } from '#touchpoint/domain/binding.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useFormat } from '#ui/i18n.ts';
import { useText as useUiText } from '#ui/text.ts';
import type { Survey } from '#voice/domain/survey.ts';
import { useText } from '../text.ts';
import {
  type BindingDraft,
  bindingDraftOf,
  bindingOf,
  chooseDataset,
  kindsOf,
  sourceKey,
  surveyKey,
} from './binding-draft.ts';
import classes from './binding-editor.module.css';
import { EventRuleFields } from './event-rule-fields.tsx';

type BindingDialogProps = {
  readonly workspaceId: WorkspaceId;
  readonly title: string;
  /** The one to change; null: a new one. */
  readonly binding: Binding | null;
  readonly sources: readonly Source[];
  readonly surveys: readonly Survey[];
  readonly loading: boolean;
  readonly onSave: (binding: Binding) => void;
  readonly onClose: () => void;
  readonly onImport: () => void;
};

/** Which data, then which events of them or which question; how much matches is told before anything is written. */
export function BindingDialog(props: BindingDialogProps) {
  const { workspaceId, title, binding, sources, surveys, loading, onSave, onClose, onImport } = props;
  const t = useText();
  const ui = useUiText();
  const filled = sources.filter(({ stats }) => stats !== null);
  const datasets = [...filled.map(({ id }) => sourceKey(id)), ...surveys.map(({ id }) => surveyKey(id))];
  const [draft, setDraft] = useState<BindingDraft>(() => bindingDraftOf(binding, datasets));
  const made = bindingOf(draft);
  const heading = title === '' ? t('binding.dialogUnnamed') : t('binding.dialog', { touchpoint: title });
  if (!loading && datasets.length === 0) {
    return (
      <Modal opened onClose={onClose} title={heading} closeButtonProps={{ 'aria-label': ui('dismiss') }}>
        <div className={classes.editor}>
          <p>{t('binding.datasetNone')}</p>
          <p>
            <Button look="action" onClick={onImport}>
              {t('binding.import')}
            </Button>
          </p>
        </div>
      </Modal>
    );
  }
  const source = filled.find(({ id }) => sourceKey(id) === draft.dataset);
  const survey = surveys.find(({ id }) => surveyKey(id) === draft.dataset);
  return (
    <Dialog
      opened
      title={heading}
      submit={t('binding.save')}
      busy={made === null}
      onSubmit={() => made !== null && onSave(made)}
      onClose={onClose}
    >
      <Select
        data-autofocus
        label={t('binding.dataset')}
        data={[
          {
            group: t('binding.sources'),
            items: filled.map(({ id, name }) => ({ value: sourceKey(id), label: name })),
          },
          {
            group: t('binding.surveys'),
            items: surveys.map(({ id, name }) => ({ value: surveyKey(id), label: name })),
          },
        ].filter(({ items }) => items.length > 0)}
        allowDeselect={false}
        value={draft.dataset === '' ? null : draft.dataset}
        onChange={(dataset) => dataset !== null && setDraft(chooseDataset(draft, dataset))}
      />
      {source && (
        <EventRuleFields workspaceId={workspaceId} source={source} draft={draft} onChange={setDraft} />
      )}
      {survey && <SurveyFields survey={survey} draft={draft} onChange={setDraft} />}
    </Dialog>
  );
}

type SurveyFieldsProps = {
  readonly survey: Survey;
  readonly draft: BindingDraft;
  readonly onChange: (draft: BindingDraft) => void;
};

function SurveyFields({ survey, draft, onChange }: SurveyFieldsProps) {
  const t = useText();
  const format = useFormat();
  const kinds = kindsOf(survey, draft.column);
  return (
    <>
      <Select
        label={t('binding.column')}
        description={t('binding.respondents', {
          count: survey.respondents,
          said: format.integer(survey.respondents),
        })}
        data={survey.mapping.scores.map(({ column, label }) => ({
          value: column,
          label: label === column ? label : `${label} (${column})`,
        }))}
        searchable={survey.mapping.scores.length > 10}
        allowDeselect={false}
        value={draft.column}
        onChange={(column) => onChange({ ...draft, column, kind: kindsOf(survey, column)[0] ?? null })}
      />
      {kinds.length > 0 && (
        <Select
          label={t('binding.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`binding.kinds.${kind}`) }))}
          allowDeselect={false}
          value={draft.kind}
          onChange={(value) => {
            const kind = scoreKinds.find((known) => known === value);
            if (kind) onChange({ ...draft, kind });
          }}
        />
      )}
    </>
  );
}
