import { ok, type Result } from '#kit/result.ts';
import { firstContacts } from '../../analytics/first-contacts.ts';
import { placesOf } from '../../domain/contacts/contact-columns.ts';
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
  const places = placesOf(columns);
  const rows = await firstContacts(ports.engine, input.workspaceId, versionId, shown);
  const contacts = rows.map(({ pseudonym, words, numbers }) => ({
    pseudonym,
    traits: columns.map((column) => {
      const wordAt = places.words.get(column.name);
      if (column.words && wordAt) return column.words[(words[wordAt - 1] ?? 0) - 1] ?? null;
      const numberAt = places.numbers.get(column.name);
      const x = numberAt ? numbers[numberAt - 1] : null;
      if (x === null || x === undefined) return null;
      return column.number?.is === 'date' ? new Date(x * 86_400_000).toISOString().slice(0, 10) : String(x);
    }),
  }));
  return ok({ list: summariseContacts(found.value), contacts });
}
