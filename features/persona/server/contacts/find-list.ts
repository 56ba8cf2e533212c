import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { ContactList } from '../../domain/contacts/contact-list.ts';
import type { AttributionRun } from '../../domain/detection/attribution-run.ts';
import type { InWorkspace } from '../input.ts';
import type { ContactPorts } from './ports.ts';

export type OneList = InWorkspace & { readonly listId: string };
export type OneRun = InWorkspace & { readonly runId: string };

/** Problem: `persona.contacts.not-found`. */
export async function findList(
  { contacts }: Pick<ContactPorts, 'contacts'>,
  { workspaceId, listId }: OneList,
): Promise<Result<ContactList>> {
  const found = await contacts.findList(workspaceId, listId);
  return found ? ok(found) : fail(problem('persona.contacts.not-found', { listId }, 404));
}

/** Problem: `persona.attribution.not-found`. */
export async function findRun(
  { contacts }: Pick<ContactPorts, 'contacts'>,
  { workspaceId, runId }: OneRun,
): Promise<Result<AttributionRun>> {
  const found = await contacts.findRun(workspaceId, runId);
  return found ? ok(found) : fail(problem('persona.attribution.not-found', { runId }, 404));
}
