import { Select } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { attributedPrefix, byPersonas } from '#measure/domain/measuring/split.ts';
import { useFormat } from '#ui/i18n.ts';
import type { Survey } from '#voice/domain/survey.ts';
import { useText } from '../text.ts';
import classes from './split-choice.module.css';

type SplitChoiceProps = {
  readonly workspaceId: WorkspaceId;
  readonly map: JourneyMap;
  readonly measure: MapMeasure;
  /** Attribute split by, `persona`, or null: no comparison. */
  readonly by: string | null;
  readonly onChange: (by: string | null) => void;
};

const none = '';
/** An attribute with more values is a name, not a group. */
const mostValues = 200;

/** What the figures are compared by: the personas of the map, an attribute of the journeys, a question of a survey. */
export function SplitChoice({ workspaceId, map, measure, by, onChange }: SplitChoiceProps) {
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const surveys = useQuery({
    ...query.voice.surveys.queryOptions({ input: { workspaceId } }),
    enabled: measure.surveys.length > 0,
  });
  const input = { workspaceId };
  const runs = useQuery(query.persona.attributions.queryOptions({ input }));
  const lists = useQuery(query.persona.contactLists.queryOptions({ input }));
  const attributes = useQueries({
    queries: measure.populations.map(({ sourceId }) =>
      query.measure.attributes.queryOptions({ input: { workspaceId, sourceId } }),
    ),
  });
  const taken = new Set<string>();
  const fresh = (name: string): boolean => {
    if (taken.has(name) || name === byPersonas) return false;
    taken.add(name);
    return true;
  };
  const ofSources = measure.populations.map((population, at) => ({
    group: t('split.sourceGroup', { name: population.name }),
    items: (attributes[at]?.data ?? [])
      .filter(({ name, distinct }) => distinct > 1 && distinct <= mostValues && fresh(name))
      .map(({ name, distinct }) => ({
        value: name,
        label: name,
        values: t('split.values', { count: distinct, said: format.integer(distinct) }),
      })),
  }));
  const ofSurveys = boundSurveys(measure, surveys.data ?? []).map((survey) => ({
    group: t('split.surveyGroup', { name: survey.name }),
    items: survey.mapping.splits.filter(fresh).map((name) => ({ value: name, label: name })),
  }));
  // The latest run over each list of contacts whose personas are still there.
  const given = (lists.data ?? []).flatMap(({ id, name }) => {
    const run = runs.data?.find(({ listId, rowsKept }) => listId === id && rowsKept);
    const label = run && t('split.attributedOption', { list: name, model: run.modelName });
    return run && label ? [{ value: `${attributedPrefix}${run.id}`, label }] : [];
  });
  const matched = Object.values(map.personas).some(({ match }) => match !== null);
  const first = [
    { value: none, label: t('split.none') },
    ...(matched ? [{ value: byPersonas, label: t('split.personas') }] : []),
  ];
  const groups = [{ group: t('split.attributed'), items: given }, ...ofSources, ...ofSurveys].filter(
    ({ items }) => items.length > 0,
  );
  if (groups.length === 0 && !matched) return null;
  return (
    <Select
      className={classes.choice}
      aria-label={t('split.label')}
      size="xs"
      leftSection={<IconUsersGroup size={16} aria-hidden="true" />}
      data={[{ group: t('split.label'), items: first }, ...groups]}
      searchable={taken.size > 10}
      allowDeselect={false}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      maxDropdownHeight={360}
      renderOption={({ option, checked }) => (
        <span className={classes.option} data-checked={checked || undefined}>
          {option.label}
          <small>{'values' in option ? String(option.values) : ''}</small>
        </span>
      )}
      value={by ?? none}
      onChange={(value) => onChange(value === null || value === none ? null : value)}
    />
  );
}

const boundSurveys = (measure: MapMeasure, surveys: readonly Survey[]): Survey[] =>
  surveys.filter(({ id }) => measure.surveys.some(({ surveyId }) => surveyId === id));
