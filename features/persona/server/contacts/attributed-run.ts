import type { WorkspaceId } from '#kit/ids.ts';
import type { AttributionRun } from '../../domain/detection/attribution-run.ts';
import type { ContactStore } from './contact-store.ts';

/** A run as other rooms split figures by it. */
export type AttributedRun = {
  readonly runId: string;
  readonly versionId: string;
  readonly personas: AttributionRun['summary']['personas'];
};

/** A run whose contacts are still there; without an id, the latest one. Undefined when there is none. */
export async function findAttributedRun(
  contacts: Pick<ContactStore, 'runs' | 'lists'>,
  workspaceId: WorkspaceId,
  runId: string | null,
): Promise<AttributedRun | undefined> {
  const [runs, lists] = await Promise.all([contacts.runs(workspaceId), contacts.lists(workspaceId)]);
  const present = new Set(lists.map(({ versionId }) => versionId));
  const run = runs.find(({ id, versionId }) => present.has(versionId) && (runId === null || id === runId));
  return run && { runId: run.id, versionId: run.versionId, personas: run.summary.personas };
}
