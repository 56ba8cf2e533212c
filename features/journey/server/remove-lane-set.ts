import type { WorkspaceId } from '#kit/ids.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { laneSetDocument } from '../domain/lane-set.ts';
import type { JourneyPorts } from './ports.ts';
import { laneSetNotFound } from './problems.ts';

/** Maps drawn with it keep their lanes. Problem: `journey.lane-set-not-found`. */
export async function removeLaneSet(
  { collaboration }: JourneyPorts,
  { workspaceId, laneSetId }: { readonly workspaceId: WorkspaceId; readonly laneSetId: string },
): Promise<Result<Record<string, never>>> {
  const removed = await collaboration.remove(workspaceId, laneSetDocument, laneSetId);
  return removed.ok ? ok({}) : fail(laneSetNotFound(laneSetId));
}
