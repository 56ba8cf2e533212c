import { createLazyRoute } from '@tanstack/react-router';
import { VersionsScreen } from '../map/versions-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/maps/$mapId/versions')({
  component: function MapVersionsScreen() {
    const { mapId } = route.useParams();
    return (
      <WorkspacePage>
        {(workspace) => <VersionsScreen key={mapId} workspace={workspace} mapId={mapId} />}
      </WorkspacePage>
    );
  },
});
