import { createLazyRoute } from '@tanstack/react-router';
import { DiscoveryScreen } from '../personas/discover-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/discover/$discoveryId')({
  component: function DiscoveryRoute() {
    const { discoveryId } = route.useParams();
    return (
      <WorkspacePage>
        {(workspace) => <DiscoveryScreen key={discoveryId} workspace={workspace} discoveryId={discoveryId} />}
      </WorkspacePage>
    );
  },
});
