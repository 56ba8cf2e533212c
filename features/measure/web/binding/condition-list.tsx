import { Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { AttributeSummary } from '#measure/domain/source.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { useFormat } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { saidCount } from '../map/place-figures.ts';
import { useText } from '../text.ts';
import type { Condition } from './binding-draft.ts';
import classes from './binding-editor.module.css';

type ConditionListProps = {
  readonly workspaceId: WorkspaceId;
  readonly sourceId: string;
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: Condition[]) => void;
};

/** "Only if segment is A or B": conditions on the attributes of the source; all of them must hold. */
export function ConditionList({ workspaceId, sourceId, conditions, onChange }: ConditionListProps) {
  const t = useText();
  const { query } = useApi();
  const attributes = useQuery(query.measure.attributes.queryOptions({ input: { workspaceId, sourceId } }));
  const known = attributes.data ?? [];
  if (known.length === 0 && conditions.length === 0) return null;
  const replace = (at: number, condition: Condition) =>
    onChange(conditions.map((each, place) => (place === at ? condition : each)));
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('binding.conditions')}</legend>
      {conditions.map((condition, at) => (
        <ConditionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition being written has no other identity than its place
          key={at}
          condition={condition}
          attributes={known}
          onChange={(next) => replace(at, next)}
          onRemove={() => onChange(conditions.filter((_, place) => place !== at))}
        />
      ))}
      <p>
        <Button
          icon={<IconPlus aria-hidden="true" />}
          onClick={() => onChange([...conditions, { name: '', is: 'one-of', values: [] }])}
        >
          {t('binding.conditionAdd')}
        </Button>
      </p>
    </fieldset>
  );
}

type ConditionFieldsProps = {
  readonly condition: Condition;
  readonly attributes: readonly AttributeSummary[];
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
};

function ConditionFields({ condition, attributes, onChange, onRemove }: ConditionFieldsProps) {
  const t = useText();
  const format = useFormat();
  const attribute = attributes.find(({ name }) => name === condition.name);
  const listed = attribute?.values.map(({ value }) => value) ?? [];
  const others = condition.values.filter((value) => !listed.includes(value));
  const known = attributes.map(({ name }) => name);
  const set = (value: string, wanted: boolean) =>
    onChange({
      ...condition,
      values: wanted ? [...condition.values, value] : condition.values.filter((each) => each !== value),
    });
  return (
    <div className={classes.condition}>
      <div className={classes.conditionHead}>
        <Select
          aria-label={t('binding.attribute')}
          placeholder={t('binding.attribute')}
          data={known.includes(condition.name) || condition.name === '' ? known : [condition.name, ...known]}
          searchable={known.length > 10}
          allowDeselect={false}
          value={condition.name === '' ? null : condition.name}
          onChange={(name) => name !== null && onChange({ ...condition, name, values: [] })}
        />
        <Choice
          label={t('binding.conditions')}
          options={[
            { value: 'one-of', label: t('binding.is') },
            { value: 'none-of', label: t('binding.isNot') },
          ]}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
        />
        <IconButton
          label={t('binding.conditionRemove', { name: condition.name })}
          icon={<IconX />}
          onClick={onRemove}
        />
      </div>
      {condition.name !== '' && (
        <div className={classes.channels}>
          {attribute?.values.map(({ value, journeys }) => (
            <Checkbox
              key={value}
              label={value}
              description={saidCount({ t, format }, 'journeys', journeys)}
              checked={condition.values.includes(value)}
              onChange={(event) => set(value, event.currentTarget.checked)}
            />
          ))}
          {others.map((value) => (
            <Checkbox key={value} label={value} checked onChange={() => set(value, false)} />
          ))}
          {(attribute === undefined || attribute.distinct > listed.length) && (
            <TextInput
              size="xs"
              aria-label={t('binding.otherValue')}
              placeholder={t('binding.otherValue')}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                const value = event.currentTarget.value.trim();
                if (value !== '' && !condition.values.includes(value)) set(value, true);
                event.currentTarget.value = '';
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}
