import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { byChannel, byPersonas, mostValues } from '#measure/domain/measuring/split.ts';
import classes from './paths.module.css';
import type { PathsView } from './view.ts';

/** An attribute with more values is a name, not a group. */
const mostDistinct = 200;

type BySelectProps = {
  readonly view: PathsView;
  readonly value: string | undefined;
  readonly onChange: (by: string | undefined) => void;
};

/** Groups to compare: the personas of the map, the channel journeys began on, or the values of an attribute. */
export function BySelect({ view, value, onChange }: BySelectProps) {
  const { t, search, workspaceId, sourceId } = view;
  const { query } = useApi();
  const attributes = useQuery(query.measure.attributes.queryOptions({ input: { workspaceId, sourceId } }));
  const kinds = useQuery(query.measure.eventKinds.queryOptions({ input: { workspaceId, sourceId } }));
  const channels = new Set((kinds.data ?? []).flatMap(({ channel }) => channel || []));
  const groups = [
    { value: '', label: t('funnel.noBy') },
    ...(search.map === undefined ? [] : [{ value: byPersonas, label: t('funnel.personas') }]),
    ...(channels.size > 1 ? [{ value: byChannel, label: t('funnel.channel') }] : []),
    ...(attributes.data ?? [])
      .filter(({ name, distinct }) => name !== byPersonas && distinct > 1 && distinct <= mostDistinct)
      .map(({ name, distinct }) => ({
        value: name,
        label: distinct > mostValues ? `${name} (${mostValues}+)` : name,
      })),
  ];
  return (
    <Select
      className={classes.select}
      size="xs"
      label={t('funnel.by')}
      data={
        value !== undefined && !groups.some((group) => group.value === value)
          ? [...groups, { value, label: value }]
          : groups
      }
      allowDeselect={false}
      value={value ?? ''}
      onChange={(by) => onChange(by || undefined)}
    />
  );
}
