import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { KeptLaneSet } from '../contract.ts';
import { laneSetDocument, savedLanesOf } from '../domain/lane-set.ts';
import type { JourneyPorts } from './ports.ts';

/** The newest first. */
export async function laneSets(
  { collaboration }: JourneyPorts,
  { workspaceId }: { readonly workspaceId: WorkspaceId },
): Promise<Result<KeptLaneSet[]>> {
  const rows = await collaboration.list(workspaceId, laneSetDocument.kind);
  const read = await Promise.all(
    rows.map(async ({ id }) => {
      const reading = await collaboration.read(workspaceId, laneSetDocument, id);
      // Removed while the list was made: not there.
      if (!reading.ok) return [];
      const { title } = reading.value.document;
      return [{ id, title, lanes: savedLanesOf(reading.value.document) }];
    }),
  );
  return ok(read.flat());
}
