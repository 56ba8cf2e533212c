import { createLazyRoute } from '@tanstack/react-router';
import { DiscoverScreen } from '../personas/discover-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/discover')({
  component: function DiscoverRoute() {
    const { table, from } = route.useSearch();
    return (
      <WorkspacePage>
        {(workspace) => <DiscoverScreen key={workspace.id} workspace={workspace} table={table} from={from} />}
      </WorkspacePage>
    );
  },
});
