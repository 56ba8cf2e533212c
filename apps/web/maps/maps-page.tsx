import { TextInput } from '@mantine/core';
import { IconSearch, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useTitle } from '#ui/use-title.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import page from '../page.module.css';
import { PortfolioView } from '../portfolio/portfolio-view.tsx';
import { useText as usePortfolioText } from '../portfolio/text.ts';
import { useText } from '../text.ts';
import { WorkspaceBar } from '../workspace-bar.tsx';
import { WorkspacePage } from '../workspace-page.tsx';
import { CreateMap } from './create-map.tsx';
import { MapActions } from './map-actions.tsx';
import { MapList } from './map-list.tsx';
import classes from './maps-page.module.css';
import { useOpenMapFile } from './open-map-file.tsx';

export function MapsPage() {
  return (
    <WorkspacePage>
      {(workspace, workspaces) => <Maps key={workspace.id} workspace={workspace} workspaces={workspaces} />}
    </WorkspacePage>
  );
}

type MapsProps = { readonly workspace: Workspace; readonly workspaces: readonly Workspace[] };

const views = ['list', 'tree'] as const;

/** As written in a title or typed in the search: accents and capitals do not matter. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every map of the workspace: found, opened, taken away as a file, deleted. */
function Maps({ workspace, workspaces }: MapsProps) {
  const t = useText();
  const { query } = useApi();
  const [search, setSearch] = useState('');
  const [creating, setCreating] = useState(false);
  const [view, setView] = useState<(typeof views)[number]>('list');
  const links = usePortfolioText();
  const { data, error, refetch } = useQuery(
    query.journey.list.queryOptions({ input: { workspaceId: workspace.id } }),
  );
  const file = useOpenMapFile(workspace);
  useTitle(t('maps.title'));
  const found = data?.filter((map) => plain(map.title).includes(plain(search.trim())));
  const create = (
    <Button look="action" onClick={() => setCreating(true)}>
      {t('maps.create')}
    </Button>
  );
  return (
    <div className={page.page}>
      <WorkspaceBar
        workspace={workspace}
        workspaces={workspaces}
        page="/w/$workspaceId/maps"
        title={t('maps.title')}
      >
        {file.button}
        {data !== undefined && data.length > 0 && create}
      </WorkspaceBar>
      <p className={page.lead}>{t('maps.subtitle', { workspace: workspace.name })}</p>
      <div className={classes.list} aria-busy={data === undefined && error === null}>
        {file.notice}
        {error !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
        {data?.length === 0 && (
          <EmptyState title={t('maps.none')} text={t('maps.noneText')} actions={create} />
        )}
        {data !== undefined && data.length > 5 && (
          <TextInput
            className={classes.search}
            type="search"
            aria-label={t('maps.search')}
            placeholder={t('maps.search')}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        {data !== undefined && data.length > 1 && (
          <div className={classes.views}>
            <Choice
              label={links('view.label')}
              options={views.map((value) => ({ value, label: links(`view.${value}`) }))}
              value={view}
              onChange={setView}
            />
            <Link
              to="/w/$workspaceId/maps/inventory"
              params={{ workspaceId: workspace.id }}
              className={buttonClass()}
            >
              <IconTable size={16} stroke={1.7} aria-hidden="true" />
              {links('inventory.open')}
            </Link>
          </div>
        )}
        {view === 'tree' && found !== undefined && found.length > 0 && (
          <PortfolioView workspaceId={workspace.id} maps={found} />
        )}
        {view === 'list' && found !== undefined && found.length > 0 && (
          <MapList
            workspace={workspace}
            maps={found}
            actions={(map) => <MapActions workspace={workspace} map={map} maps={data ?? []} />}
          />
        )}
        <p role="status" className={page.lead}>
          {found?.length === 0 && data !== undefined && data.length > 0
            ? t('maps.noMatch', { search: search.trim() })
            : ''}
        </p>
      </div>
      {creating && <CreateMap workspace={workspace} onClose={() => setCreating(false)} />}
    </div>
  );
}
