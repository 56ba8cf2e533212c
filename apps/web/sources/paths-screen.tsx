import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useApi } from '#client/react.tsx';
import { readPathSearch } from '#measure/web/paths/address.ts';
import { PathsPage } from '#measure/web/paths/paths-page.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { Lost } from '../frame.tsx';
import { useText } from '../text.ts';
import { WorkspacePage } from '../workspace-page.tsx';

/** The lived journeys of one source, at their address. */
export function PathsScreen() {
  const { sourceId } = useParams({ strict: false });
  if (sourceId === undefined) return <Lost />;
  return (
    <WorkspacePage>
      {(workspace) => <OneSource key={sourceId} workspace={workspace} sourceId={sourceId} />}
    </WorkspacePage>
  );
}

function OneSource({ workspace, sourceId }: { readonly workspace: Workspace; readonly sourceId: string }) {
  const t = useText();
  const navigate = useNavigate();
  const { query } = useApi();
  const written = useSearch({ strict: false });
  const search = useMemo(() => readPathSearch(written), [written]);
  const workspaceId = workspace.id;
  const source = useQuery(query.measure.source.queryOptions({ input: { workspaceId, sourceId } }));
  return (
    <PathsPage
      workspaceId={workspaceId}
      zone={workspace.zone}
      sourceId={sourceId}
      crumbs={
        <>
          <Link to="/w/$workspaceId/sources/$sourceId" params={{ workspaceId, sourceId }}>
            {source.data?.name ?? t('nav.data')}
          </Link>
          {search.map !== undefined && (
            <Link to="/w/$workspaceId/maps/$mapId" params={{ workspaceId, mapId: search.map }}>
              {t('mapTools.back')}
            </Link>
          )}
        </>
      }
      search={search}
      onSearch={(next) =>
        void navigate({
          to: '/w/$workspaceId/sources/$sourceId/paths',
          params: { workspaceId, sourceId },
          search: next,
          resetScroll: false,
        })
      }
    />
  );
}
