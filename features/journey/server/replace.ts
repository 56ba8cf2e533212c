import { diff } from '#kit/document/changes.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { missingReference, partNames } from '../domain/dependents.ts';
import { journeyMapDocument } from '../domain/document.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { readMap } from './find-map.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { ofMap, partDangling } from './problems.ts';

/**
 * Brings a map to this content by the difference, so that people in it see only what changed.
 * Problems: `journey.map-not-found`, `journey.part-dangling` {part, id, field}: nothing is written then.
 */
export async function replace(
  ports: JourneyPorts,
  input: OneMap & { readonly map: JourneyMap },
): Promise<Result<{ changes: number }>> {
  const { workspaceId, mapId, map } = input;
  for (const name of partNames) {
    for (const id of Object.keys(map[name])) {
      const field = missingReference(map, name, id);
      if (field !== undefined) return fail(partDangling(name, id, field));
    }
  }
  const present = await readMap(ports, input);
  if (!present.ok) return present;
  const changes = diff(journeyMapDocument.layout.collections.keys(), present.value, map);
  const file = { version: journeyMapDocument.version, document: map };
  const replaced = await ports.collaboration.replace(
    workspaceId,
    journeyMapDocument,
    mapId,
    file,
    ports.author,
  );
  const done = ofMap(mapId, replaced);
  return done.ok ? ok({ changes: changes.length }) : done;
}
