import { Readable } from 'node:stream';
import { ok, type Result } from '#kit/result.ts';
import { csvLine } from '#kit/table/csv-writer.ts';
import type { Upload } from '#kit/upload.ts';
import { everyContact } from '../../analytics/every-contact.ts';
import { createCellReader } from '../../domain/contacts/contact-columns.ts';
import type { ContactList } from '../../domain/contacts/contact-list.ts';
import { findList, type OneList } from './find-list.ts';
import type { ContactPorts } from './ports.ts';

/**
 * The contacts of a list as a table, as if it had just been sent, for what begins with one (looking for personas). Who they are is
 * left out. Problems: `persona.contacts.not-found`, those of `Uploads.receive`.
 */
export async function contactTable(
  ports: Pick<ContactPorts, 'engine' | 'contacts' | 'uploads'>,
  input: OneList,
): Promise<Result<Upload>> {
  const list = await findList(ports, input);
  if (!list.ok) return list;
  const lines = Readable.from(tableOf(ports.engine, input.workspaceId, list.value));
  const sent = await ports.uploads.receive(input.workspaceId, `${list.value.name}.csv`, lines);
  return sent.ok ? ok(sent.value) : sent;
}

async function* tableOf(
  engine: ContactPorts['engine'],
  workspaceId: OneList['workspaceId'],
  { columns, versionId }: ContactList,
): AsyncIterable<string> {
  const kept = columns.filter(({ words, number }) => words !== null || number !== null);
  const read = createCellReader(columns);
  const at = kept.map((column) => columns.indexOf(column));
  let lines = csvLine(kept.map(({ name }) => name));
  for await (const contact of everyContact(engine, workspaceId, versionId)) {
    const cells = read(contact);
    lines += csvLine(at.map((place) => cells[place] ?? ''));
    if (lines.length < 65_536) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
