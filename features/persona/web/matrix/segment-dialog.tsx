import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useLocale } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { criteriaKinds } from '../../domain/schema.ts';
import type { Condition, Segment } from '../../domain/segment.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './matrix.module.css';

/** A condition being written: with a key of its own, since two may read the same. */
type Draft = { readonly key: number; readonly condition: Condition };

const blank: Condition = { is: 'one-of', criterion: 'demographic', attribute: '', values: [] };

/** Complete enough to be a rule. */
const holds = (condition: Condition): boolean =>
  condition.attribute.trim() !== '' &&
  (condition.is === 'one-of'
    ? condition.values.length > 0
    : condition.from !== null || condition.to !== null);

type SegmentDialogProps = { readonly segment: Segment | null; readonly onClose: () => void };

/** Names a segment, describes it, and gives it a rule: criteria that must all hold. */
export function SegmentDialog({ segment, onClose }: SegmentDialogProps) {
  const t = useText();
  const { api, query } = useApi();
  const { workspaceId } = useWays();
  const client = useQueryClient();
  const [name, setName] = useState(segment?.name ?? '');
  const [description, setDescription] = useState(segment?.description ?? '');
  const [drafts, setDrafts] = useState<readonly Draft[]>(
    (segment?.conditions ?? []).map((condition, key) => ({ key, condition })),
  );
  const [sent, setSent] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const settings = {
        name: name.trim(),
        description: description.trim(),
        conditions: drafts.map(({ condition }) => condition).filter(holds),
      };
      return segment
        ? api.persona.changeSegment({ workspaceId, segmentId: segment.id, ...settings })
        : api.persona.addSegment({ workspaceId, ...settings });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.persona.segments.key() });
      onClose();
    },
  });
  const unfinished = drafts.some(({ condition }) => !holds(condition));
  const put = (key: number, condition: Condition) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { key, condition } : draft)));
  return (
    <Dialog
      opened
      title={segment ? t('matrix.editTitle') : t('matrix.addTitle')}
      submit={segment ? t('matrix.save') : t('matrix.add')}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
        setSent(true);
        if (name.trim() !== '' && !unfinished) save.mutate();
      }}
    >
      <TextInput
        data-autofocus
        label={t('matrix.name')}
        placeholder={t('matrix.namePlaceholder')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={sent && name.trim() === '' ? t('matrix.nameMissing') : null}
      />
      <Textarea
        label={t('matrix.description')}
        maxLength={2000}
        rows={2}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <fieldset className={classes.rule}>
        <legend>{t('matrix.rule')}</legend>
        <p>{t('matrix.ruleHint')}</p>
        {drafts.map(({ key, condition }) => (
          <ConditionFields
            key={key}
            condition={condition}
            unfinished={sent && !holds(condition)}
            onChange={(next) => put(key, next)}
            onRemove={() => setDrafts(drafts.filter((draft) => draft.key !== key))}
          />
        ))}
        <div>
          <Button
            icon={<IconPlus aria-hidden="true" />}
            onClick={() =>
              setDrafts([
                ...drafts,
                { key: Math.max(-1, ...drafts.map((one) => one.key)) + 1, condition: blank },
              ])
            }
          >
            {t('matrix.addCriterion')}
          </Button>
        </div>
      </fieldset>
    </Dialog>
  );
}

type ConditionFieldsProps = {
  readonly condition: Condition;
  readonly unfinished: boolean;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
};

function ConditionFields({ condition, unfinished, onChange, onRemove }: ConditionFieldsProps) {
  const t = useText();
  const locale = useLocale();
  const { criterion, attribute } = condition;
  return (
    <div className={classes.condition}>
      <Select
        size="xs"
        aria-label={t('matrix.criterion')}
        allowDeselect={false}
        data={criteriaKinds.map((value) => ({ value, label: t(`section.${value}`) }))}
        value={criterion}
        onChange={(value) =>
          onChange({ ...condition, criterion: criteriaKinds.find((known) => known === value) ?? criterion })
        }
      />
      <TextInput
        size="xs"
        aria-label={t('matrix.attribute')}
        placeholder={t('matrix.attribute')}
        maxLength={200}
        value={attribute}
        error={unfinished && attribute.trim() === '' ? t('matrix.unfinished') : null}
        onChange={(event) => onChange({ ...condition, attribute: event.currentTarget.value })}
      />
      <Select
        size="xs"
        aria-label={t('matrix.is')}
        allowDeselect={false}
        data={[
          { value: 'one-of', label: t('matrix.oneOf') },
          { value: 'between', label: t('matrix.between') },
        ]}
        value={condition.is}
        onChange={(value) =>
          onChange(
            value === 'between'
              ? { is: 'between', criterion, attribute, from: null, to: null }
              : { is: 'one-of', criterion, attribute, values: [] },
          )
        }
      />
      {condition.is === 'one-of' ? (
        <ValuesInput
          values={condition.values}
          error={unfinished && condition.values.length === 0 ? t('matrix.unfinished') : null}
          onChange={(values) => onChange({ ...condition, values })}
        />
      ) : (
        <div className={classes.ends}>
          {(['from', 'to'] as const).map((end) => (
            <NumberInput
              key={end}
              size="xs"
              aria-label={t(`matrix.${end}`)}
              placeholder={t(`matrix.${end}`)}
              hideControls
              decimalSeparator={locale === 'fr' ? ',' : '.'}
              allowedDecimalSeparators={[',', '.']}
              value={condition[end] ?? ''}
              onChange={(value) =>
                onChange({ ...condition, [end]: typeof value === 'number' ? value : null })
              }
            />
          ))}
        </div>
      )}
      <IconButton label={t('matrix.removeCriterion')} icon={<IconX />} onClick={onRemove} />
    </div>
  );
}

type ValuesInputProps = {
  readonly values: readonly string[];
  readonly error: string | null;
  readonly onChange: (values: string[]) => void;
};

/** Several values in one field, told apart by commas or semicolons; what is typed stays as it is typed. */
function ValuesInput({ values, error, onChange }: ValuesInputProps) {
  const t = useText();
  const [text, setText] = useState(values.join(', '));
  return (
    <TextInput
      size="xs"
      aria-label={t('matrix.values')}
      placeholder={t('matrix.valuesPlaceholder')}
      value={text}
      error={error}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const told = typed.split(/[,;]/).map((value) => value.trim().slice(0, 500));
        onChange([...new Set(told.filter((value) => value !== ''))].slice(0, 200));
      }}
    />
  );
}
