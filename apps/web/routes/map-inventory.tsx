import { createLazyRoute } from '@tanstack/react-router';
import { MapsInventory } from '../inventory/inventory-screen.tsx';
import { MapAspectScreen } from '../map/map-aspect.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/maps/$mapId/inventory')({
  component: function MapInventory() {
    const { mapId } = route.useParams();
    return (
      <WorkspacePage>
        {(workspace) => (
          <MapAspectScreen key={mapId} workspace={workspace} mapId={mapId}>
            {({ map, readOnly, onChange }) => (
              <MapsInventory
                workspace={workspace}
                maps={[{ mapId, map }]}
                readOnly={readOnly}
                onChange={(_, changes) => onChange(changes)}
              />
            )}
          </MapAspectScreen>
        )}
      </WorkspacePage>
    );
  },
});
