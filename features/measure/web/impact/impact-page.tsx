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
import { scopeOf } from '../paths/address.ts';
import { FilterList } from '../paths/filter-list.tsx';
import classes from '../paths/paths.module.css';
import { ScopeBar } from '../paths/scope-bar.tsx';
import { useText as usePathsText } from '../paths/text.ts';
import { labelFrom, type PathsView } from '../paths/view.ts';
import { useText as useMeasureText } from '../text.ts';
import { asked, asks, type ImpactSearch, ofJourneys } from './address.ts';
import { DriversTab } from './drivers-tab.tsx';
import { MomentsTab } from './moments-tab.tsx';
import { OutcomeTab } from './outcome-tab.tsx';
import { PersonasTab } from './personas-tab.tsx';
import { useText } from './text.ts';
import { TouchpointsTab } from './touchpoints-tab.tsx';
import type { ImpactView } from './view.ts';

type ImpactPageProps = {
  readonly workspaceId: WorkspaceId;
  /** Zone in which the workspace tells days. */
  readonly zone: string;
  readonly sourceId: string;
  /** Where the page lies: links. */
  readonly crumbs: ReactNode;
  readonly search: ImpactSearch;
  readonly onSearch: (next: ImpactSearch) => void;
  /** A link to a map. */
  readonly mapLink: ImpactView['mapLink'];
};

const tabs = {
  outcome: OutcomeTab,
  drivers: DriversTab,
  moments: MomentsTab,
  touchpoints: TouchpointsTab,
  personas: PersonasTab,
} as const;

/** What counts in the lived journeys of one source; the whole question is in the address. */
export function ImpactPage(props: ImpactPageProps) {
  const { workspaceId, zone, sourceId, crumbs, search, onSearch, mapLink } = props;
  const t = useText();
  const pathWords = usePathsText();
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
  const paths: PathsView = {
    workspaceId,
    zone,
    sourceId,
    search,
    onSearch: (next) => onSearch(ofJourneys(search, next)),
    t: pathWords,
    speech: { t: words, format },
    format,
    places,
    label: labelFrom(places, pathWords('unnamed')),
    commonest: [...new Set(ground.data?.commonest.find(({ path }) => path.length > 0)?.path ?? [])],
    all: ground.data?.basis.journeys ?? 0,
  };
  const view: ImpactView = {
    paths,
    own: search,
    onOwn: (patch) => onSearch(asked(search, patch)),
    t,
    mapLink,
  };
  const ask = search.ask ?? 'outcome';
  const Tab = tabs[ask];
  const error = source.error ?? ground.error;
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={t('title')}
        marks={
          source.data?.simulated ? <Pill tone="warning">{pathWords('basis.simulated')}</Pill> : undefined
        }
      />
      <div className={classes.page} aria-busy={ground.isPending}>
        <ScopeBar view={paths} />
        {error !== null && <FailureNotice error={error} onRetry={() => void ground.refetch()} />}
        {error === null && ground.data === undefined && <p role="status">{pathWords('loading')}</p>}
        {ground.data !== undefined && error === null && (
          <>
            <FilterList view={paths} />
            <Choice
              label={t('ask.label')}
              options={asks.map((value) => ({ value, label: t(`ask.${value}`) }))}
              value={ask}
              onChange={(value) => view.onOwn({ ask: value === 'outcome' ? undefined : value })}
            />
            <Tab view={view} whole={whole} />
          </>
        )}
      </div>
    </>
  );
}
