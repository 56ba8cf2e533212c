import { Select } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import { attributedPrefix, byChannel, byPersonas } from '#measure/domain/measuring/split.ts';
import { useText } from './text.ts';

/** An attribute with more values is a name, not a group. */
const mostDistinct = 200;

type ByChoiceProps = {
  readonly workspaceId: WorkspaceId;
  readonly trend: Trend;
  /** Null: everyone together. */
  readonly by: string | null;
  readonly onChange: (by: string | null) => void;
};

/** The groups an indicator can be told by: personas, the channel of the first event, attributes, columns of its survey. */
export function ByChoice({ workspaceId, trend, by, onChange }: ByChoiceProps) {
  const t = useText();
  const { query } = useApi();
  const origins = trend.outcome.is === 'told' ? trend.outcome.basis.origins : [];
  const ids = (kind: 'source' | 'survey') => origins.filter((each) => each.kind === kind).map(({ id }) => id);
  const sources = ids('source');
  const runs = useQuery(query.persona.attributions.queryOptions({ input: { workspaceId } }));
  const attributes = useQueries({
    queries: sources.map((sourceId) =>
      query.measure.attributes.queryOptions({ input: { workspaceId, sourceId } }),
    ),
  });
  const kinds = useQueries({
    queries: sources.map((sourceId) =>
      query.measure.eventKinds.queryOptions({ input: { workspaceId, sourceId } }),
    ),
  });
  const surveys = useQuery({
    ...query.voice.surveys.queryOptions({ input: { workspaceId } }),
    enabled: ids('survey').length > 0,
  });
  const { definition } = trend.indicator;
  const onMap = definition.of !== 'score' && definition.of !== 'formula' && definition.mapId !== undefined;
  const channels = new Set(kinds.flatMap(({ data = [] }) => data.map(({ channel }) => channel)));
  channels.delete('');
  const names = new Set([
    ...attributes.flatMap(({ data = [] }) =>
      data.filter(({ distinct }) => distinct > 1 && distinct <= mostDistinct).map(({ name }) => name),
    ),
    ...(surveys.data ?? [])
      .filter(({ id }) => ids('survey').includes(id))
      .flatMap(({ mapping }) => mapping.splits),
  ]);
  names.delete(byPersonas);
  const options = [
    { value: '', label: t('groups.none') },
    ...(onMap || (runs.data ?? []).some(({ rowsKept }) => rowsKept)
      ? [{ value: byPersonas, label: t('groups.personas') }]
      : []),
    ...(channels.size > 1 && sources.length > 0 ? [{ value: byChannel, label: t('groups.channel') }] : []),
    ...[...names].map((name) => ({ value: name, label: name })),
  ];
  const known = by === null || options.some(({ value }) => value === by);
  if (options.length === 1 && known) return null;
  const unknown = by?.startsWith(attributedPrefix) ? t('groups.personas') : (by ?? '');
  return (
    <Select
      size="xs"
      label={t('groups.label')}
      data={known || by === null ? options : [...options, { value: by, label: unknown }]}
      searchable={options.length > 10}
      allowDeselect={false}
      value={by ?? ''}
      onChange={(value) => onChange(value || null)}
    />
  );
}
