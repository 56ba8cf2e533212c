import { Link } from '@tanstack/react-router';
import { IdentitiesPage } from '#measure/web/making/identities-page.tsx';
import { useText } from '../text.ts';
import { WorkspacePage } from '../workspace-page.tsx';

/** Who is who in a workspace, at its address. */
export function IdentitiesScreen() {
  const t = useText();
  return (
    <WorkspacePage>
      {({ id: workspaceId, zone }) => (
        <IdentitiesPage
          key={workspaceId}
          workspaceId={workspaceId}
          zone={zone}
          crumbs={
            <Link to="/w/$workspaceId/sources" params={{ workspaceId }}>
              {t('nav.data')}
            </Link>
          }
        />
      )}
    </WorkspacePage>
  );
}
