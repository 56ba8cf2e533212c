import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { type PathUnit, pathUnitSchema } from '#measure/domain/paths/question.ts';
import { Choice } from '#ui/choice.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { UnitField } from './formula-fields.tsx';
import classes from './indicator.module.css';
import type { DraftFields } from './indicator-draft.ts';
import { useText } from './text.ts';

/** Whose lived journeys, read as what, between which places. */
export function LivedFields({ workspaceId, draft, onChange }: DraftFields) {
  const t = useText();
  const { query } = useApi();
  const input = { workspaceId };
  const sources = useQuery(query.measure.sources.queryOptions({ input }));
  const maps = useQuery(query.journey.list.queryOptions({ input }));
  const places = useQuery(
    query.measure.variants.queryOptions({
      input: {
        ...input,
        sourceId: draft.sourceId,
        unit: draft.mapId === '' ? 'event' : draft.read,
        ...(draft.mapId !== '' && { mapId: draft.mapId }),
        repeats: 'joined',
        filters: [],
        most: 1,
      },
      enabled: draft.sourceId !== '',
    }),
  );
  const options = (places.data?.basis.places ?? []).map(({ key, label }) => ({
    value: key,
    label: label || key,
  }));
  if (sources.data?.length === 0) return <p className={classes.broken}>{t('form.noSource')}</p>;
  const place = (field: 'first' | 'second', label: string, empty?: string) => (
    <Select
      label={label}
      data={options}
      searchable
      clearable={empty !== undefined}
      {...(empty !== undefined && { placeholder: empty })}
      value={draft[field] === '' ? null : draft[field]}
      onChange={(key) => onChange({ [field]: key ?? '' })}
    />
  );
  return (
    <>
      <div className={classes.pair}>
        <Select
          label={t('form.source')}
          data={(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          value={draft.sourceId === '' ? null : draft.sourceId}
          onChange={(sourceId) =>
            onChange({
              sourceId: sourceId ?? '',
              first: '',
              second: '',
              attribute: '',
              value: '',
              others: [],
            })
          }
        />
        <Select
          label={t('form.map')}
          data={[
            { value: '', label: t('form.events') },
            ...(maps.data ?? []).map(({ id, title }) => ({ value: id, label: title || id })),
          ]}
          allowDeselect={false}
          value={draft.mapId}
          onChange={(mapId) =>
            onChange({ mapId: mapId ?? '', read: mapId ? 'stage' : 'event', first: '', second: '' })
          }
        />
      </div>
      {draft.mapId !== '' && (
        <Choice
          label={t('form.unit')}
          labelled
          options={pathUnitSchema.options
            .filter((unit): unit is Exclude<PathUnit, 'event'> => unit !== 'event')
            .map((unit) => ({ value: unit, label: t(`form.${unit}`) }))}
          value={draft.read === 'event' ? 'stage' : draft.read}
          onChange={(read) => onChange({ read, first: '', second: '' })}
        />
      )}
      {places.error !== null && <FailureNotice error={places.error} />}
      {draft.sourceId !== '' && (
        <>
          <div className={classes.pair}>
            {draft.kind === 'volume' && place('first', t('form.place'))}
            {draft.kind === 'conversion' && place('first', t('form.first'), t('form.anywhere'))}
            {draft.kind === 'churn' && place('first', t('form.first'), t('form.anywhere'))}
            {draft.kind === 'time' && place('first', t('form.first'))}
            {(draft.kind === 'conversion' || draft.kind === 'time') && place('second', t('form.second'))}
            {draft.kind === 'churn' && place('second', t('form.left'), t('form.stops'))}
          </div>
          {draft.kind === 'volume' && (
            <>
              <Choice
                label={t('form.count')}
                labelled
                options={[
                  { value: 'customers', label: t('form.customers') },
                  { value: 'events', label: t('form.passages') },
                ]}
                value={draft.count}
                onChange={(count) => onChange({ count })}
              />
              <UnitField workspaceId={workspaceId} draft={draft} onChange={onChange} />
            </>
          )}
          <SliceFields workspaceId={workspaceId} draft={draft} onChange={onChange} />
        </>
      )}
    </>
  );
}

/** Only the journeys of a persona or a segment: those of whom an attribute says something. */
function SliceFields({ workspaceId, draft, onChange }: DraftFields) {
  const t = useText();
  const { query } = useApi();
  const attributes = useQuery(
    query.measure.attributes.queryOptions({ input: { workspaceId, sourceId: draft.sourceId } }),
  );
  const values = attributes.data?.find(({ name }) => name === draft.attribute)?.values ?? [];
  if (attributes.data?.length === 0) return null;
  return (
    <div className={classes.pair}>
      <Select
        label={t('form.attribute')}
        placeholder={t('form.everyone')}
        data={(attributes.data ?? []).map(({ name }) => name)}
        clearable
        value={draft.attribute === '' ? null : draft.attribute}
        onChange={(attribute) => onChange({ attribute: attribute ?? '', value: '' })}
      />
      {draft.attribute !== '' && (
        <Select
          label={t('form.value')}
          data={values.map(({ value }) => value)}
          searchable
          value={draft.value === '' ? null : draft.value}
          onChange={(value) => onChange({ value: value ?? '' })}
        />
      )}
    </div>
  );
}
