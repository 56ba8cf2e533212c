import { fail, ok, type Result } from '#kit/result.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { editStage } from '../domain/edit/stage.ts';
import { subMapOf } from '../domain/portfolio/sub-map.ts';
import { readMap } from './find-map.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { ofMap, stageNotFound, subMapExists } from './problems.ts';

/**
 * The map that tells a stage in detail, linked both ways. A link to a map that is gone is written over.
 * Problems: `journey.map-not-found`, `journey.stage-not-found`, `journey.sub-map-exists` {title}.
 */
export async function createSubMap(
  ports: JourneyPorts,
  input: OneMap & { readonly stageId: string },
): Promise<Result<{ id: string }>> {
  const { workspaceId, mapId, stageId } = input;
  const { collaboration, newId } = ports;
  const map = await readMap(ports, input);
  if (!map.ok) return map;
  const sub = subMapOf(map.value, mapId, stageId, newId);
  if (!sub) return fail(stageNotFound(stageId));
  const linked = map.value.stages[stageId]!.subMapId;
  const present = linked === null ? undefined : await readMap(ports, { workspaceId, mapId: linked });
  if (present?.ok) return fail(subMapExists(present.value.title));
  const id = newId();
  const created = await collaboration.create(workspaceId, journeyMapDocument, id, sub);
  if (!created.ok) return created;
  const changes = editStage(map.value, stageId, { subMapId: id });
  const done = ofMap(
    mapId,
    await collaboration.edit(workspaceId, journeyMapDocument, mapId, changes, ports.author),
  );
  return done.ok ? ok({ id }) : done;
}
