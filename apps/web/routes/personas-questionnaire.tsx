import { createLazyRoute } from '@tanstack/react-router';
import { AnswerPage } from '#persona/web/questionnaire/answer-page.tsx';
import { PersonaCrumbs, PersonaWays } from '../personas/persona-ways.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/questions/$questionnaireId')({
  component: function QuestionnaireRoute() {
    const { questionnaireId } = route.useParams();
    return (
      <WorkspacePage>
        {(workspace) => (
          <PersonaWays workspace={workspace}>
            <AnswerPage
              key={questionnaireId}
              crumbs={<PersonaCrumbs workspace={workspace} />}
              questionnaireId={questionnaireId}
            />
          </PersonaWays>
        )}
      </WorkspacePage>
    );
  },
});
