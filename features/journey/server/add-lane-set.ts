import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { laneSet, laneSetDocument, type SavedLane } from '../domain/lane-set.ts';
import type { JourneyPorts } from './ports.ts';

type Input = {
  readonly workspaceId: WorkspaceId;
  readonly title: string;
  readonly lanes: readonly SavedLane[];
};

export async function addLaneSet(
  { collaboration, newId }: JourneyPorts,
  { workspaceId, title, lanes }: Input,
): Promise<Result<{ id: string }>> {
  const id = newId();
  const set = laneSet(title, lanes, newId);
  const created = await collaboration.create(workspaceId, laneSetDocument, id, set);
  return created.ok ? ok({ id }) : created;
}
