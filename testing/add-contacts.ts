import type { WorkspaceId } from '#kit/ids.ts';
import { uploadSchema } from '#kit/upload.ts';
import type { TestWorld } from './world.ts';

/**
 * Contacts whose persona is told by the value of one trait (blank: nobody can tell), brought in and attributed through the
 * API. Gives the id of the run; its personas are the values, in their order of the alphabet.
 */
export async function addContacts(
  { address, api }: Pick<TestWorld, 'address' | 'api'>,
  workspaceId: WorkspaceId,
  contacts: readonly (readonly [customer: string, trait: string])[],
): Promise<{ runId: string; values: readonly string[] }> {
  const body = ['client;trait', ...contacts.map((row) => row.join(';'))].join('\n');
  const url = `${address}/api/v1/workspaces/${workspaceId}/uploads/contacts.csv`;
  const upload = uploadSchema.parse(await (await fetch(url, { method: 'PUT', body })).json());
  const started = await api.persona.importContacts({
    workspaceId,
    uploadId: upload.uploadId,
    name: 'Contacts',
    idColumn: 'client',
  });
  if (started.outcome !== 'started') throw new Error('these contacts are there already');
  const { importId, listId } = started;
  for (;;) {
    const { status } = await api.persona.contactImportState({ workspaceId, importId });
    if (status === 'imported') break;
    if (status !== 'running') throw new Error(`import of contacts ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const values = [...new Set(contacts.map(([, trait]) => trait))].filter((trait) => trait !== '').sort();
  const { id: modelId } = await api.persona.writeDetectionModel({
    workspaceId,
    name: 'Trait',
    expectations: {
      personas: values.map((value) => ({ key: value, name: value, personaId: null, share: 1 })),
      attributes: [
        {
          id: 'trait',
          column: 'trait',
          type: 'nominal',
          levels: values,
          others: false,
          use: true,
          outcome: false,
          missing: [],
        },
      ],
      expectations: values.map((value) => ({
        persona: value,
        attribute: 'trait',
        answers: [value],
        weight: 3,
      })),
      threshold: 0.6,
    },
  });
  const { id: runId } = await api.persona.attributeList({ workspaceId, listId, modelId });
  return { runId, values };
}
