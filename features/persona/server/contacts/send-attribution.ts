import { ok, type Result } from '#kit/result.ts';
import { postJson, webhookAddress } from '#platform/http/webhook.ts';
import { attributedContacts } from '../../analytics/attributed-contacts.ts';
import { findRunRows, personaName } from './export-attribution.ts';
import type { OneRun } from './find-list.ts';
import type { ContactPorts } from './ports.ts';

/** Contacts in one message. */
const perMessage = 5000;

/**
 * Sends every contact of a run with its persona to an address, 5,000 contacts a message, one after the other; the first
 * message that is refused ends it. Problems: those of `findRunRows`, `webhookAddress` and `postJson`.
 */
export async function sendAttribution(
  ports: Pick<ContactPorts, 'contacts' | 'engine'>,
  {
    workspaceId,
    runId,
    url,
    secret,
  }: OneRun & { readonly url: string; readonly secret?: string | undefined },
): Promise<Result<{ contacts: number; messages: number }>> {
  const address = webhookAddress(url);
  if (!address.ok) return address;
  const found = await findRunRows(ports, { workspaceId, runId });
  if (!found.ok) return found;
  const { run } = found.value;
  const total = run.summary.contacts;
  const messages = Math.max(1, Math.ceil(total / perMessage));
  for (let message = 0; message < messages; message++) {
    const from = message * perMessage;
    const rows = await attributedContacts(
      ports.engine,
      { workspaceId, versionId: run.versionId, runId },
      from,
      from + perMessage,
    );
    const sent = await postJson(
      address.value,
      {
        run: { id: run.id, at: run.at, model: run.modelName, revision: run.modelRevision },
        message: message + 1,
        messages,
        contacts: rows.map(({ customer, persona, likeliest, probability }) => ({
          id: customer,
          persona: persona === 0 ? null : personaName(run, persona),
          personaId: run.summary.personas[persona - 1]?.personaId ?? null,
          likeliest: personaName(run, likeliest),
          probability,
        })),
      },
      secret || null,
    );
    if (!sent.ok) return sent;
  }
  return ok({ contacts: total, messages });
}
