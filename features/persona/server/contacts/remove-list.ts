import { ok, type Result } from '#kit/result.ts';
import { dropRun, dropVersion } from './contact-rows.ts';
import { findList, type OneList } from './find-list.ts';
import type { ContactPorts } from './ports.ts';

/** Deletes a list with its contacts and their personas. Problem: `persona.contacts.not-found`. */
export async function removeContactList(
  ports: Pick<ContactPorts, 'contacts' | 'engine' | 'folder'>,
  { workspaceId, listId }: OneList,
): Promise<Result<Record<string, never>>> {
  const found = await findList(ports, { workspaceId, listId });
  if (!found.ok) return found;
  const runs = await ports.contacts.runs(workspaceId, listId);
  // The engine answers from here on: what a crash leaves of the rows is then taken back at the next start.
  await ports.engine.query('SELECT 1');
  await ports.contacts.removeList(workspaceId, listId);
  await dropVersion(ports, found.value.versionId);
  for (const { id } of runs) await dropRun(ports.engine, id);
  return ok({});
}
