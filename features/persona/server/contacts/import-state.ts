import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { ContactImport, ContactImportProgress } from '../../domain/contacts/contact-list.ts';
import type { InWorkspace } from '../input.ts';
import type { ContactPorts } from './ports.ts';

export type OneContactImport = InWorkspace & { readonly importId: string };
type State = ContactImport & { progress: ContactImportProgress | null };

/** One import of contacts and, while it runs, how far it is. Problem: `persona.contacts.import-not-found`. */
export async function contactImportState(
  { contacts, contactJobs }: Pick<ContactPorts, 'contacts' | 'contactJobs'>,
  { workspaceId, importId }: OneContactImport,
): Promise<Result<State>> {
  const found = await contacts.findImport(workspaceId, importId);
  if (!found) return fail(problem('persona.contacts.import-not-found', { importId }, 404));
  // What follows the import (its attribution) is part of it: who sees it end finds everything in its place.
  const running = contactJobs.isRunning(workspaceId, importId);
  return ok({
    ...found,
    status: running ? 'running' : found.status,
    progress: contactJobs.progress(workspaceId, importId),
  });
}

/** Stops an import under way; answers when nothing of it is left. One that has ended stays as it is. */
export async function cancelContactImport(
  ports: Pick<ContactPorts, 'contacts' | 'contactJobs'>,
  input: OneContactImport,
): Promise<Result<State>> {
  await ports.contactJobs.cancel(input.workspaceId, input.importId);
  return contactImportState(ports, input);
}
