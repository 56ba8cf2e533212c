import { fail, ok, type Result } from '#kit/result.ts';
import { toBe } from '../domain/compare/to-be.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { readMap } from './find-map.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { notAsIs } from './problems.ts';

/** A to-be beside its as-is, which it names. Problems: `journey.map-not-found`, `journey.not-as-is` {title}. */
export async function createToBe(
  ports: JourneyPorts,
  input: OneMap & { readonly title: string },
): Promise<Result<{ id: string }>> {
  const { workspaceId, mapId, title } = input;
  const asIs = await readMap(ports, input);
  if (!asIs.ok) return asIs;
  if (asIs.value.state !== 'as-is') return fail(notAsIs(asIs.value.title));
  const id = ports.newId();
  const map = { ...toBe(asIs.value, mapId), title };
  const created = await ports.collaboration.create(workspaceId, journeyMapDocument, id, map);
  return created.ok ? ok({ id }) : created;
}
