import { createLazyRoute } from '@tanstack/react-router';
import { ContactListScreen } from '../personas/contacts-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/contacts/$listId')({
  component: function ContactListRoute() {
    const { listId } = route.useParams();
    return (
      <WorkspacePage>
        {(workspace) => (
          <ContactListScreen key={`${workspace.id} ${listId}`} workspace={workspace} listId={listId} />
        )}
      </WorkspacePage>
    );
  },
});
