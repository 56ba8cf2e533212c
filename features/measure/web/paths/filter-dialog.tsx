import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { type PathFilter, pathFilterSchema } from '#measure/domain/paths/question.ts';
import { Dialog } from '#ui/dialog.tsx';
import classes from './paths.module.css';
import { PlaceSelect } from './place-select.tsx';
import type { PathsView } from './view.ts';
import { WithinField } from './within-field.tsx';

const kinds = ['through', 'not-through', 'then', 'one-of', 'none-of'] as const;
type Kind = (typeof kinds)[number];

type FilterDialogProps = {
  readonly view: PathsView;
  readonly onAdd: (filter: PathFilter) => void;
  readonly onClose: () => void;
};

/** One more condition that journeys must meet. */
export function FilterDialog({ view, onAdd, onClose }: FilterDialogProps) {
  const { t, workspaceId, sourceId } = view;
  const { query } = useApi();
  const attributes = useQuery(query.measure.attributes.queryOptions({ input: { workspaceId, sourceId } }));
  const [kind, setKind] = useState<Kind>('through');
  const [place, setPlace] = useState<string | null>(null);
  const [later, setLater] = useState<string | null>(null);
  const [within, setWithin] = useState<number | undefined>(undefined);
  const [attribute, setAttribute] = useState<string | null>(null);
  const [values, setValues] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState(false);
  const ofAttribute = kind === 'one-of' || kind === 'none-of';
  const known = attributes.data?.find(({ name }) => name === attribute);
  const made = pathFilterSchema.safeParse(
    ofAttribute
      ? { is: kind, attribute, values }
      : {
          is: kind,
          place,
          ...(kind === 'then' && { later, ...(within !== undefined && { withinSeconds: within }) }),
        },
  );
  return (
    <Dialog
      opened
      title={t('filters.title')}
      submit={t('filters.submit')}
      onSubmit={() => (made.success ? onAdd(made.data) : setMissing(true))}
      onClose={onClose}
    >
      <Select
        label={t('filters.kind')}
        data={kinds
          .filter((value) => (attributes.data?.length ?? 0) > 0 || !value.endsWith('-of'))
          .map((value) => ({ value, label: t(`filters.kinds.${value === 'then' ? 'thenLater' : value}`) }))}
        allowDeselect={false}
        value={kind}
        onChange={(value) => setKind((value ?? 'through') as Kind)}
      />
      {!ofAttribute && (
        <PlaceSelect view={view} label={t('filters.place')} value={place} onChange={setPlace} />
      )}
      {kind === 'then' && (
        <>
          <PlaceSelect view={view} label={t('filters.later')} value={later} onChange={setLater} />
          <WithinField seconds={within} onChange={setWithin} />
        </>
      )}
      {ofAttribute && (
        <Select
          label={t('filters.attribute')}
          data={(attributes.data ?? []).map(({ name }) => name)}
          searchable
          value={attribute}
          onChange={(value) => {
            setAttribute(value);
            setValues([]);
          }}
        />
      )}
      {ofAttribute && known !== undefined && (
        <fieldset>
          <legend>{t('filters.values')}</legend>
          <p className={classes.muted}>{t('filters.valuesHint')}</p>
          <div className={classes.values}>
            {known.values.map(({ value }) => (
              <Checkbox
                key={value}
                size="xs"
                label={value || t('filters.noValue')}
                checked={values.includes(value)}
                onChange={(event) =>
                  setValues(
                    event.currentTarget.checked
                      ? [...values, value]
                      : values.filter((each) => each !== value),
                  )
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {missing && !made.success && <p role="alert">{t('filters.missing')}</p>}
    </Dialog>
  );
}
