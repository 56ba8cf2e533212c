import { ok, type Result } from '#kit/result.ts';
import { fingerprintOf } from '#platform/files/fingerprint.ts';
import { alreadyThere } from '../../domain/contacts/contact-list.ts';
import type { InWorkspace } from '../input.ts';
import { attributeList } from './attribute-list.ts';
import { findList } from './find-list.ts';
import { importContacts } from './import-contacts.ts';
import type { ContactPorts } from './ports.ts';

type Started =
  | { outcome: 'started'; importId: string; listId: string }
  | { outcome: 'already-there'; importId: null; listId: string };

/**
 * Begins to bring an uploaded file of contacts in, as a new list or as the next version of one. It goes on by itself and is
 * followed by its id. The last model that ran over the list runs again over its new version: what moved is then seen. A file
 * that is there already, byte by byte, adds nothing. Problems: `upload.not-found`, `persona.contacts.not-found`.
 */
export async function startContactImport(
  ports: ContactPorts,
  input: InWorkspace & {
    readonly uploadId: string;
    readonly name: string;
    readonly idColumn: string;
    readonly listId?: string | undefined;
  },
): Promise<Result<Started>> {
  const { workspaceId, uploadId, name, idColumn } = input;
  const upload = await ports.uploads.find(workspaceId, uploadId);
  if (!upload.ok) return upload;
  if (input.listId !== undefined) {
    const known = await findList(ports, { workspaceId, listId: input.listId });
    if (!known.ok) return known;
  }
  const file = { path: upload.value.path, name: upload.value.fileName };
  const fingerprint = await fingerprintOf(file);
  const same = alreadyThere(await ports.contacts.lists(workspaceId), {
    fingerprint,
    idColumn,
    listId: input.listId,
  });
  if (same) {
    await ports.uploads.remove(workspaceId, uploadId);
    return ok({ outcome: 'already-there', importId: null, listId: same.id });
  }
  const importId = ports.newId();
  const listId = input.listId ?? ports.newId();
  await new Promise<void>((begun) => {
    ports.contactJobs.start(workspaceId, importId, async (follow) => {
      try {
        const request = { workspaceId, importId, listId, name, idColumn, file, fingerprint, onBegun: begun };
        const brought = await importContacts(ports, { ...request, ...follow });
        if (!brought.ok) return;
        await ports.uploads.remove(workspaceId, uploadId);
        const [last] = await ports.contacts.runs(workspaceId, listId);
        if (last) await attributeList(ports, { workspaceId, listId, modelId: last.modelId });
      } finally {
        begun();
      }
    });
  });
  return ok({ outcome: 'started', importId, listId });
}
