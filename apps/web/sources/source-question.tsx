import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import { Lost } from '../frame.tsx';
import { useText } from '../text.ts';
import { WorkspacePage } from '../workspace-page.tsx';

/** What a page that asks something of one source is given. */
type Asked<Search> = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  readonly sourceId: string;
  /** Where the page lies: links to the source, and to the map it is read by. */
  readonly crumbs: ReactNode;
  readonly search: Search;
};

type SourceQuestionProps<Search> = {
  /** The question out of its address. */
  readonly read: (written: Readonly<Record<string, unknown>>) => Search;
  readonly children: (asked: Asked<Search>) => ReactNode;
};

/** A question to one source of lived journeys, at its address. */
export function SourceQuestion<Search extends { readonly map?: string | undefined }>(
  props: SourceQuestionProps<Search>,
) {
  const { sourceId } = useParams({ strict: false });
  if (sourceId === undefined) return <Lost />;
  return (
    <WorkspacePage>
      {(workspace) => <OneSource key={sourceId} {...props} workspace={workspace} sourceId={sourceId} />}
    </WorkspacePage>
  );
}

function OneSource<Search extends { readonly map?: string | undefined }>({
  workspace,
  sourceId,
  read,
  children,
}: SourceQuestionProps<Search> & { readonly workspace: Workspace; readonly sourceId: string }) {
  const t = useText();
  const { query } = useApi();
  const written = useSearch({ strict: false });
  const search = useMemo(() => read(written), [read, written]);
  const workspaceId = workspace.id;
  const source = useQuery(query.measure.source.queryOptions({ input: { workspaceId, sourceId } }));
  const crumbs = (
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
  );
  return children({ workspaceId, zone: workspace.zone, sourceId, crumbs, search });
}
