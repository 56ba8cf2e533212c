import { ok, type Result } from '#kit/result.ts';
import { firstContacts } from '../../analytics/first-contacts.ts';
import { createCellReader } from '../../domain/contacts/contact-columns.ts';
import { type ContactListSummary, summariseContacts } from '../../domain/contacts/contact-list.ts';
import { findList, type OneList } from './find-list.ts';
import type { ContactPorts } from './ports.ts';

/** Contacts shown as they are, so that a reader sees what was understood. */
const shown = 8;

type ShownContact = { pseudonym: string; traits: (string | null)[] };

/** A list and a few of its contacts; traits in the order of its columns. Problem: `persona.contacts.not-found`. */
export async function contactList(
  ports: Pick<ContactPorts, 'contacts' | 'engine'>,
  input: OneList,
): Promise<Result<{ list: ContactListSummary; contacts: ShownContact[] }>> {
  const found = await findList(ports, input);
  if (!found.ok) return found;
  const { columns, versionId } = found.value;
  const rows = await firstContacts(ports.engine, input.workspaceId, versionId, shown);
  const read = createCellReader(columns);
  const contacts = rows.map((row) => ({
    pseudonym: row.pseudonym,
    traits: read(row).map((cell) => (cell === '' ? null : cell)),
  }));
  return ok({ list: summariseContacts(found.value), contacts });
}
