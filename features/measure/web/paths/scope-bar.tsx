import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { pathUnitSchema } from '#measure/domain/paths/question.ts';
import { Choice } from '#ui/choice.tsx';
import { changed, readAs, unitOf } from './address.ts';
import classes from './paths.module.css';
import type { PathsView } from './view.ts';

const none = '';

/** Whose journeys, read as what: the part of the question that all pictures share. */
export function ScopeBar({ view }: { readonly view: PathsView }) {
  const { t, search, onSearch, workspaceId } = view;
  const { query } = useApi();
  const maps = useQuery(query.journey.list.queryOptions({ input: { workspaceId } }));
  const unit = unitOf(search);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws itself
    <div className={classes.scope} role="group" aria-label={t('scope.label')}>
      <Select
        className={classes.select}
        size="xs"
        label={t('scope.map')}
        data={[
          { value: none, label: t('scope.noMap') },
          ...(maps.data ?? []).map(({ id, title }) => ({ value: id, label: title || t('unnamed') })),
        ]}
        searchable={(maps.data?.length ?? 0) > 10}
        allowDeselect={false}
        value={search.map ?? none}
        onChange={(value) =>
          onSearch(
            value
              ? readAs(search, unit === 'event' ? 'step' : unit, value)
              : readAs(search, 'event', undefined),
          )
        }
      />
      {search.map !== undefined && (
        <Choice
          label={t('scope.unit')}
          labelled
          options={pathUnitSchema.options.map((value) => ({ value, label: t(`scope.${value}`) }))}
          value={unit}
          onChange={(value) => onSearch(readAs(search, value, search.map))}
        />
      )}
      <Choice
        label={t('scope.repeats')}
        labelled
        options={[
          { value: 'joined', label: t('scope.joined') },
          { value: 'kept', label: t('scope.kept') },
        ]}
        value={search.repeats ?? 'joined'}
        onChange={(value) => onSearch(changed(search, { repeats: value === 'kept' ? 'kept' : undefined }))}
      />
      <div className={classes.dates}>
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            size="xs"
            type="date"
            label={t(`scope.${end}`)}
            value={search[end] ?? ''}
            onChange={(event) => onSearch(changed(search, { [end]: event.currentTarget.value || undefined }))}
          />
        ))}
      </div>
    </div>
  );
}
