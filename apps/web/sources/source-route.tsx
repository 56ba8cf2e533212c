import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useText as useImpactText } from '#measure/web/impact/text.ts';
import { useText as usePathsText } from '#measure/web/paths/text.ts';
import { SourcePage } from '#measure/web/sources/source-page.tsx';
import { buttonClass } from '#ui/button.tsx';
import { useLocale } from '#ui/i18n.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { Lost } from '../frame.tsx';
import { hashOf } from '../import/import-address.ts';
import { useText } from '../text.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { useProposeMap } from './propose-map.ts';

/** The page of one source, at its address. */
export function SourceRoute() {
  const { sourceId } = useParams({ strict: false });
  if (sourceId === undefined) return <Lost />;
  return (
    <WorkspacePage>
      {(workspace) => <OneSource key={sourceId} workspace={workspace} sourceId={sourceId} />}
    </WorkspacePage>
  );
}

type OneSourceProps = { readonly workspace: Workspace; readonly sourceId: string };

function OneSource({ workspace, sourceId }: OneSourceProps) {
  const t = useText();
  const paths = usePathsText();
  const impact = useImpactText();
  const locale = useLocale();
  const navigate = useNavigate();
  const propose = useProposeMap(workspace);
  const workspaceId = workspace.id;
  return (
    <SourcePage
      workspaceId={workspaceId}
      zone={workspace.zone}
      sourceId={sourceId}
      crumbs={
        <Link to="/w/$workspaceId/sources" params={{ workspaceId }}>
          {t('nav.data')}
        </Link>
      }
      sayProblem={({ code, params }) => problemSentence({ code, params: params ?? {} }, locale)}
      follow={(importId, label) => (
        <Link
          to="/w/$workspaceId/import"
          params={{ workspaceId }}
          hash={hashOf({ kind: 'events', importId, already: false })}
        >
          {label}
        </Link>
      )}
      paths={
        <>
          <Link
            className={buttonClass()}
            to="/w/$workspaceId/sources/$sourceId/paths"
            params={{ workspaceId, sourceId }}
          >
            {paths('title')}
          </Link>
          <Link
            className={buttonClass()}
            to="/w/$workspaceId/sources/$sourceId/impact"
            params={{ workspaceId, sourceId }}
          >
            {impact('title')}
          </Link>
        </>
      }
      propose={propose}
      onRemoved={() => void navigate({ to: '/w/$workspaceId/sources', params: { workspaceId } })}
    />
  );
}
