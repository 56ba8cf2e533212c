import { createLazyRoute } from '@tanstack/react-router';
import { CompareScreen } from '../portfolio/compare-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/maps/$mapId/compare')({
  component: function MapCompare() {
    const { mapId } = route.useParams();
    const search = route.useSearch();
    return (
      <WorkspacePage>
        {(workspace) => (
          <CompareScreen key={mapId} workspace={workspace} mapId={mapId} withId={search.with} />
        )}
      </WorkspacePage>
    );
  },
});
