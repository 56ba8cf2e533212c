import { createLazyRoute } from '@tanstack/react-router';
import { MapScreen } from '../map/map-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/maps/$mapId')({
  component: function MapRoute() {
    const { mapId } = route.useParams();
    return (
      <WorkspacePage>
        {(workspace) => <MapScreen key={mapId} workspace={workspace} mapId={mapId} />}
      </WorkspacePage>
    );
  },
});
