import { diff } from '#kit/document/changes.ts';
import { ok, type Result } from '#kit/result.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { readMap } from './find-map.ts';
import type { OneVersion } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { ofMap } from './problems.ts';
import { version } from './version.ts';

/**
 * Goes back by the difference, after keeping the map as it is: restoring can be undone.
 * Problems: `journey.map-not-found`, `journey.version-not-found`.
 */
export async function restoreVersion(
  ports: JourneyPorts,
  input: OneVersion,
): Promise<Result<{ changes: number }>> {
  const { workspaceId, mapId, versionId } = input;
  const wanted = await version(ports, input);
  if (!wanted.ok) return wanted;
  const present = await readMap(ports, input);
  if (!present.ok) return present;
  const changes = diff(journeyMapDocument.layout.collections.keys(), present.value, wanted.value.map);
  const restored = await ports.collaboration.restore(
    workspaceId,
    journeyMapDocument,
    mapId,
    versionId,
    ports.author,
  );
  const done = ofMap(mapId, restored);
  return done.ok ? ok({ changes: changes.length }) : done;
}
