import { createLazyRoute } from '@tanstack/react-router';
import { StoryPage } from '#journey/web/story/story-page.tsx';
import { MapAspectScreen } from '../map/map-aspect.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/maps/$mapId/story')({
  component: function MapStory() {
    const { mapId } = route.useParams();
    return (
      <WorkspacePage>
        {(workspace) => (
          <MapAspectScreen key={mapId} workspace={workspace} mapId={mapId}>
            {(aspect) => <StoryPage {...aspect} />}
          </MapAspectScreen>
        )}
      </WorkspacePage>
    );
  },
});
