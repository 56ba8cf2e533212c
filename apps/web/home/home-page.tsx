import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { MapSummary } from '#journey/contract.ts';
import { Button } from '#ui/button.tsx';
import { DropZone } from '#ui/drop-zone.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useTitle } from '#ui/use-title.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import { CreateMap } from '../maps/create-map.tsx';
import { MapList } from '../maps/map-list.tsx';
import page from '../page.module.css';
import { handOver } from '../pending-file.ts';
import { useText } from '../text.ts';
import { WorkspaceBar } from '../workspace-bar.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import { DataList } from './data-list.tsx';
import { NextSteps } from './next-steps.tsx';

/** How many maps the home page shows; the others are one click away. */
const recentMaps = 6;

export function HomePage() {
  return (
    <WorkspacePage>
      {(workspace, workspaces) => <Home key={workspace.id} workspace={workspace} workspaces={workspaces} />}
    </WorkspacePage>
  );
}

type HomeProps = { readonly workspace: Workspace; readonly workspaces: readonly Workspace[] };

/** Where one starts: the maps, the data behind them, a place to drop a file, and what to do next. */
function Home({ workspace, workspaces }: HomeProps) {
  const t = useText();
  const { query } = useApi();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const input = { workspaceId: workspace.id };
  const maps = useQuery(query.journey.list.queryOptions({ input }));
  const sources = useQuery(query.measure.sources.queryOptions({ input }));
  const surveys = useQuery(query.voice.surveys.queryOptions({ input }));
  useTitle(workspace.name);
  const toImport = { to: '/w/$workspaceId/import', params: { workspaceId: workspace.id } } as const;
  const openImport = (file?: File) => {
    if (file) handOver(file);
    void navigate(toImport);
  };
  const create = (
    <Button look="action" onClick={() => setCreating(true)}>
      {t('maps.create')}
    </Button>
  );
  const dropZone = <DropZone title={t('home.drop')} hint={t('home.dropHint')} onFile={openImport} />;
  return (
    <div className={page.page}>
      <WorkspaceBar workspace={workspace} workspaces={workspaces} page="/w/$workspaceId">
        {maps.data !== undefined && maps.data.length > 0 && create}
      </WorkspaceBar>
      <p className={page.lead}>
        {maps.data === undefined ? '\u00a0' : <Summary maps={maps.data} />}
        {workspace.demonstration && ` ${t('home.simulated')}`}
      </p>
      <div className={page.columns}>
        <section aria-labelledby="recent" aria-busy={maps.isPending}>
          <div className={page.sectionHead}>
            <SectionTitle id="recent">{t('home.recent')}</SectionTitle>
            {maps.data !== undefined && maps.data.length > recentMaps && (
              <Link to="/w/$workspaceId/maps" params={{ workspaceId: workspace.id }}>
                {t('home.all')}
              </Link>
            )}
          </div>
          {maps.error !== null && <FailureNotice error={maps.error} onRetry={() => void maps.refetch()} />}
          {maps.data !== undefined && maps.data.length > 0 && (
            <MapList workspace={workspace} maps={maps.data.slice(0, recentMaps)} />
          )}
          {maps.data?.length === 0 && (
            <>
              <EmptyState
                title={t('maps.none')}
                text={t('maps.noneText')}
                actions={
                  <>
                    {create}
                    <Button onClick={() => openImport()}>{t('next.importVerb')}</Button>
                  </>
                }
              />
              {dropZone}
            </>
          )}
        </section>
        <div className={page.aside}>
          <NextSteps
            workspace={workspace}
            workspaces={workspaces}
            maps={maps.data}
            measured={(sources.data?.length ?? 0) + (surveys.data?.length ?? 0) > 0}
            onImport={() => openImport()}
            onCreate={() => setCreating(true)}
          />
          {maps.data?.length !== 0 && (
            <section aria-labelledby="add">
              <div className={page.sectionHead}>
                <SectionTitle id="add">{t('home.add')}</SectionTitle>
              </div>
              {dropZone}
            </section>
          )}
          <DataList workspace={workspace} sources={sources.data ?? []} surveys={surveys.data ?? []} />
        </div>
      </div>
      {creating && <CreateMap workspace={workspace} onClose={() => setCreating(false)} />}
    </div>
  );
}

function Summary({ maps }: { readonly maps: readonly MapSummary[] }) {
  const t = useText();
  if (maps.length === 0) return t('home.none');
  const bound = maps.reduce((sum, map) => sum + map.bound, 0);
  const all = maps.reduce((sum, map) => sum + map.touchpoints, 0);
  const measured = bound === 0 ? t('home.boundNone') : t('home.bound', { bound, all });
  return `${t('home.maps', { count: maps.length })}, ${measured}.`;
}
