import { createLazyRoute } from '@tanstack/react-router';
import { QuestionsPage } from '#persona/web/questionnaire/questions-page.tsx';
import { PersonaCrumbs, PersonaWays } from '../personas/persona-ways.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/questions')({
  component: function QuestionsRoute() {
    const { model } = route.useSearch();
    return (
      <WorkspacePage>
        {(workspace) => (
          <PersonaWays workspace={workspace}>
            <QuestionsPage crumbs={<PersonaCrumbs workspace={workspace} />} modelId={model} />
          </PersonaWays>
        )}
      </WorkspacePage>
    );
  },
});
