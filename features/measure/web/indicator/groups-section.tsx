import { Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { PictureFigure } from '../picture-figure.tsx';
import { ByChoice } from './by-choice.tsx';
import { groupSentence } from './group-words.ts';
import { GroupsPicture } from './groups-picture.tsx';
import { groupsTwin } from './groups-twin.ts';
import classes from './indicator.module.css';
import type { IndicatorSpeech } from './words.ts';

type GroupsSectionProps = {
  readonly speech: IndicatorSpeech;
  readonly workspaceId: WorkspaceId;
  readonly trend: Trend;
  readonly by: string | null;
  readonly onBy: (by: string | null) => void;
  readonly table: boolean;
  readonly onTable: (table: boolean) => void;
};

/** The same indicator in each group of customers: one line per group. */
export function GroupsSection({ speech, workspaceId, trend, by, onBy, table, onTable }: GroupsSectionProps) {
  const { t } = speech;
  const { indicator, outcome } = trend;
  const { query } = useApi();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(indicator.by);
  const found = useQuery({
    ...query.indicator.indicatorGroups.queryOptions({
      input: { workspaceId, indicatorId: indicator.id, by: by ?? '' },
    }),
    enabled: by !== null,
  });
  const keep = useMutation(
    query.indicator.changeIndicator.mutationOptions({
      onMutate: (input) => setSaved(input.by ?? null),
      onError: () => setSaved(indicator.by),
      onSettled: () => queries.invalidateQueries({ queryKey: query.indicator.key() }),
    }),
  );
  if (outcome.is !== 'told') return null;
  const { basis, points } = outcome;
  const groups = by === null ? undefined : found.data;
  const twin = groups && groupsTwin(speech, indicator, groups);
  const { id: indicatorId, createdAt: _, ...settings } = indicator;
  return (
    <section aria-labelledby="groups" className={classes.newest}>
      <SectionTitle id="groups">{t('groups.title')}</SectionTitle>
      <div className={classes.asked}>
        <ByChoice workspaceId={workspaceId} trend={trend} by={by} onChange={onBy} />
        {by !== null && (
          <Checkbox
            label={t('groups.keep')}
            checked={saved === by}
            onChange={({ currentTarget: { checked } }) =>
              keep.mutate({ workspaceId, indicatorId, ...settings, by: checked ? by : null })
            }
          />
        )}
      </div>
      {keep.error !== null && <FailureNotice error={keep.error} />}
      {by === null && <p className={classes.small}>{t('groups.choose')}</p>}
      {by !== null && found.error !== null && (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      )}
      {by !== null && found.isPending && <p role="status">{t('loading')}</p>}
      {groups?.length === 0 && <p role="status">{t('groups.nobody')}</p>}
      {groups !== undefined && groups.length > 0 && twin && (
        <>
          <ul className={classes.groupList}>
            {groups.map((group) => (
              <li key={group.key}>{groupSentence(speech, indicator, group)}</li>
            ))}
          </ul>
          <PictureFigure
            name={indicator.name}
            simulated={basis.simulated}
            facts={[t('said.source', { names: basis.origins.map(({ name }) => name).join(', ') })]}
            notes={[t('groups.band'), t('groups.covered')]}
            twin={twin}
            table={table}
            onTable={onTable}
          >
            {(width) => (
              <GroupsPicture
                speech={speech}
                indicator={indicator}
                points={points}
                groups={groups}
                width={width}
                caption={twin.caption}
              />
            )}
          </PictureFigure>
        </>
      )}
    </section>
  );
}
