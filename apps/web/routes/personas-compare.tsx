import { createLazyRoute } from '@tanstack/react-router';
import { ComparePage } from '#persona/web/compare/compare-page.tsx';
import { PersonaCrumbs, PersonaWays } from '../personas/persona-ways.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/compare')({
  component: function CompareRoute() {
    const { with: asked } = route.useSearch();
    const navigate = route.useNavigate();
    return (
      <WorkspacePage>
        {(workspace) => (
          <PersonaWays workspace={workspace}>
            <ComparePage
              crumbs={<PersonaCrumbs workspace={workspace} />}
              asked={asked === undefined ? [] : asked.split('.')}
              onChoose={(ids) => void navigate({ search: { with: ids.join('.') }, replace: true })}
            />
          </PersonaWays>
        )}
      </WorkspacePage>
    );
  },
});
