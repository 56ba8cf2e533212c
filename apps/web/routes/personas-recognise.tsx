import { createLazyRoute } from '@tanstack/react-router';
import { RecognisePage } from '#persona/web/recognise/recognise-page.tsx';
import { PersonaCrumbs, PersonaWays } from '../personas/persona-ways.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/recognise')({
  component: function RecogniseRoute() {
    return (
      <WorkspacePage>
        {(workspace) => (
          <PersonaWays workspace={workspace}>
            <RecognisePage crumbs={<PersonaCrumbs workspace={workspace} />} />
          </PersonaWays>
        )}
      </WorkspacePage>
    );
  },
});
