import { createLazyRoute } from '@tanstack/react-router';
import { MatrixPage } from '#persona/web/matrix/matrix-page.tsx';
import { PersonaCrumbs, PersonaWays } from '../personas/persona-ways.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/segments')({
  component: function SegmentsRoute() {
    return (
      <WorkspacePage>
        {(workspace) => (
          <PersonaWays workspace={workspace}>
            <MatrixPage crumbs={<PersonaCrumbs workspace={workspace} />} />
          </PersonaWays>
        )}
      </WorkspacePage>
    );
  },
});
