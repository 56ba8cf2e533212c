import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { Choice } from '#ui/choice.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pill } from '#ui/pill.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useTitle } from '#ui/use-title.ts';
import { useText as useMeasureText } from '../text.ts';
import { changed, type PathSearch, pathPictures, scopeOf } from './address.ts';
import { FilterList } from './filter-list.tsx';
import { FlowTab } from './flow-tab.tsx';
import { FunnelTab } from './funnel-tab.tsx';
import classes from './paths.module.css';
import { ScopeBar } from './scope-bar.tsx';
import { useText } from './text.ts';
import { VariantsTab } from './variants-tab.tsx';
import { labelFrom, type PathsView } from './view.ts';
import { WaitTab } from './wait-tab.tsx';

type PathsPageProps = {
  readonly workspaceId: WorkspaceId;
  /** Zone in which the workspace tells days. */
  readonly zone: string;
  readonly sourceId: string;
  /** Where the page lies: links. */
  readonly crumbs: ReactNode;
  readonly search: PathSearch;
  readonly onSearch: (next: PathSearch) => void;
};

const tabs = { flow: FlowTab, funnel: FunnelTab, variants: VariantsTab, time: WaitTab } as const;

/** What customers live in one source, as pictures; the whole question is in the address. */
export function PathsPage({ workspaceId, zone, sourceId, crumbs, search, onSearch }: PathsPageProps) {
  const t = useText();
  const words = useMeasureText();
  const format = useFormat(zone);
  const { query } = useApi();
  const source = useQuery(query.measure.source.queryOptions({ input: { workspaceId, sourceId } }));
  const { filters: _, from: __, to: ___, ...scope } = scopeOf(sourceId, search);
  // What the places are called does not depend on whose journeys are looked at.
  const ground = useQuery(
    query.measure.variants.queryOptions({ input: { workspaceId, ...scope, filters: [], most: 5 } }),
  );
  useTitle(source.data === undefined ? t('title') : `${t('title')} · ${source.data.name}`);
  const { stats } = source.data ?? {};
  const whole = stats?.first && stats.last ? format.period(stats.first, stats.last) : undefined;
  const places = ground.data?.basis.places ?? [];
  const view: PathsView = {
    workspaceId,
    sourceId,
    search,
    onSearch,
    t,
    speech: { t: words, format },
    format,
    places,
    label: labelFrom(places, t('unnamed')),
    // Many journeys may pass no place of a map: theirs is no path to start from.
    commonest: [...new Set(ground.data?.commonest.find(({ path }) => path.length > 0)?.path ?? [])],
    all: ground.data?.basis.journeys ?? 0,
  };
  const show = search.show ?? 'flow';
  const Tab = tabs[show];
  const error = source.error ?? ground.error;
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={t('title')}
        marks={source.data?.simulated ? <Pill tone="warning">{t('basis.simulated')}</Pill> : undefined}
      />
      <div className={classes.page} aria-busy={ground.isPending}>
        <ScopeBar view={view} />
        {error !== null && <FailureNotice error={error} onRetry={() => void ground.refetch()} />}
        {error === null && ground.data === undefined && <p role="status">{t('loading')}</p>}
        {ground.data !== undefined && error === null && (
          <>
            <FilterList view={view} />
            <Choice
              label={t('picture.label')}
              options={pathPictures.map((value) => ({ value, label: t(`picture.${value}`) }))}
              value={show}
              onChange={(value) => onSearch(changed(search, { show: value === 'flow' ? undefined : value }))}
            />
            <Tab view={view} whole={whole} />
          </>
        )}
      </div>
    </>
  );
}
