import { ok, type Result } from '#kit/result.ts';
import { type ContactListSummary, summariseContacts } from '../../domain/contacts/contact-list.ts';
import type { InWorkspace } from '../input.ts';
import type { ContactPorts } from './ports.ts';

export async function contactLists(
  { contacts }: Pick<ContactPorts, 'contacts'>,
  { workspaceId }: InWorkspace,
): Promise<Result<ContactListSummary[]>> {
  return ok((await contacts.lists(workspaceId)).map(summariseContacts));
}
