import { createLazyRoute } from '@tanstack/react-router';
import { ContactsScreen } from '../personas/contacts-screen.tsx';
import { WorkspacePage } from '../workspace-page.tsx';

export const route = createLazyRoute('/w/$workspaceId/personas/contacts')({
  component: function ContactsRoute() {
    const search = route.useSearch();
    return (
      <WorkspacePage>
        {(workspace) => <ContactsScreen key={workspace.id} workspace={workspace} search={search} />}
      </WorkspacePage>
    );
  },
});
