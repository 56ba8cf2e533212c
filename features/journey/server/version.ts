import { fail, ok, type Result } from '#kit/result.ts';
import { journeyMapDocument } from '../domain/document.ts';
import type { JourneyMap } from '../domain/schema.ts';
import type { OneVersion } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { versionNotFound } from './problems.ts';
import { type MapVersion, versions } from './versions.ts';

/** A map as it was then, in today's model. Problems: `journey.map-not-found`, `journey.version-not-found`. */
export async function version(
  ports: JourneyPorts,
  input: OneVersion,
): Promise<Result<MapVersion & { map: JourneyMap }>> {
  const { workspaceId, mapId, versionId } = input;
  const kept = await versions(ports, input);
  if (!kept.ok) return kept;
  const found = kept.value.find(({ id }) => id === versionId);
  if (!found) return fail(versionNotFound(versionId));
  const read = await ports.collaboration.readVersion(workspaceId, journeyMapDocument, mapId, versionId);
  return read.ok ? ok({ ...found, map: read.value.document }) : read;
}
