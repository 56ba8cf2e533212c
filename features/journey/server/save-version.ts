import { ok, type Result } from '#kit/result.ts';
import { journeyMapDocument } from '../domain/document.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { ofMap } from './problems.ts';
import { type MapVersion, versions } from './versions.ts';

/** Problem: `journey.map-not-found`. */
export async function saveVersion(
  ports: JourneyPorts,
  input: OneMap & { readonly name: string },
): Promise<Result<MapVersion>> {
  const { workspaceId, mapId, name } = input;
  const saved = ofMap(
    mapId,
    await ports.collaboration.saveVersion(workspaceId, journeyMapDocument, mapId, name, ports.author),
  );
  if (!saved.ok) return saved;
  const kept = await versions(ports, input);
  if (!kept.ok) return kept;
  const made = kept.value.find(({ id }) => id === saved.value.id);
  if (!made) throw new Error(`version ${saved.value.id} was saved and is not there`);
  return ok(made);
}
