import { createLazyRoute } from '@tanstack/react-router';
import { PersonaScreen } from '../personas/persona-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/$personaId')({
  component: function PersonaRoute() {
    const { personaId } = route.useParams();
    return (
      <WorkspacePage>
        {(workspace) => <PersonaScreen key={personaId} workspace={workspace} personaId={personaId} />}
      </WorkspacePage>
    );
  },
});
