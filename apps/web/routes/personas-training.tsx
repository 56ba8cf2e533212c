import { createLazyRoute } from '@tanstack/react-router';
import { TrainingPage } from '#persona/web/training/training-page.tsx';
import { PersonaCrumbs, PersonaWays } from '../personas/persona-ways.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/training')({
  component: function TrainingRoute() {
    return (
      <WorkspacePage>
        {(workspace) => (
          <PersonaWays workspace={workspace}>
            <TrainingPage crumbs={<PersonaCrumbs workspace={workspace} />} />
          </PersonaWays>
        )}
      </WorkspacePage>
    );
  },
});
