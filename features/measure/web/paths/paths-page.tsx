import type { ReactNode } from 'react';
import { Choice } from '#ui/choice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pill } from '#ui/pill.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useTitle } from '#ui/use-title.ts';
import { changed, pathPictures } from './address.ts';
import { FilterList } from './filter-list.tsx';
import { pathTabs } from './path-tabs.ts';
import classes from './paths.module.css';
import { ScopeBar } from './scope-bar.tsx';
import { useText } from './text.ts';
import { type PathsAsked, usePathsView } from './use-paths-view.ts';

type PathsPageProps = PathsAsked & {
  /** Where the page lies: links. */
  readonly crumbs: ReactNode;
};

/** What customers live in one source, as pictures; the whole question is in the address. */
export function PathsPage({ workspaceId, zone, sourceId, crumbs, search, onSearch }: PathsPageProps) {
  const t = useText();
  const asked = { workspaceId, zone, sourceId, search, onSearch };
  const { view, whole, source, ground } = usePathsView(asked, false);
  useTitle(source.data === undefined ? t('title') : `${t('title')} · ${source.data.name}`);
  const show = search.show ?? 'flow';
  const Tab = pathTabs[show];
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
