import { useNavigate } from '@tanstack/react-router';
import { ReadContacts } from '#persona/web/contacts/read-contacts.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { PersonaWays } from '../personas/persona-ways.tsx';

type ConfirmContactsProps = { readonly workspace: Workspace; readonly uploadId: string };

/** The file as contacts: who is who, under which name. Their import is followed where contacts live, among the personas. */
export function ConfirmContacts({ workspace, uploadId }: ConfirmContactsProps) {
  const navigate = useNavigate();
  return (
    <PersonaWays workspace={workspace}>
      <ReadContacts
        uploadId={uploadId}
        list={null}
        named={false}
        onStarted={(importId) =>
          void navigate({
            to: '/w/$workspaceId/personas/contacts',
            params: { workspaceId: workspace.id },
            search: { import: importId },
          })
        }
      />
    </PersonaWays>
  );
}
