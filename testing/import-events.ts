import { expect } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { uploadSchema } from '#kit/upload.ts';
import type { TestWorld } from './world.ts';

/**
 * Imports events through the API as a page does, with the mapping that is proposed, and waits until the import is complete. Gives
 * the source: the one told, or a new one called `name`.
 */
export async function importEvents(
  { api, address }: Pick<TestWorld, 'api' | 'address'>,
  workspaceId: WorkspaceId,
  name: string,
  lines: readonly string[],
  into: string | null = null,
): Promise<string> {
  const sent = await fetch(`${address}/api/v1/workspaces/${workspaceId}/uploads/events.csv`, {
    method: 'PUT',
    body: lines.join('\n'),
  });
  const { uploadId } = uploadSchema.parse(await sent.json());
  const { mapping } = await api.measure.previewEvents({ workspaceId, uploadId });
  if (!mapping) throw new Error('no mapping was proposed');
  const input = { workspaceId, uploadId, sourceId: into, name, mapping };
  const { importId, sourceId } = await api.measure.startImport(input);
  const state = async () => (await api.measure.importState({ workspaceId, importId })).status;
  await expect.poll(state, { timeout: 60_000 }).toBe('complete');
  return sourceId;
}
