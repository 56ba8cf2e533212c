import { createLazyRoute } from '@tanstack/react-router';
import { InventoryScreen } from '../inventory/inventory-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/maps/inventory')({
  component: () => (
    <WorkspacePage>
      {(workspace) => <InventoryScreen key={workspace.id} workspace={workspace} />}
    </WorkspacePage>
  ),
});
