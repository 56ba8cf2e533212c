import { fail, ok, type Result } from '#kit/result.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { isLinked, neighboursOf } from '../domain/portfolio/portfolio.ts';
import { unlinked } from '../domain/portfolio/unlink.ts';
import { readMap } from './find-map.ts';
import type { OneMap } from './input.ts';
import { list } from './list.ts';
import type { JourneyPorts } from './ports.ts';
import { mapLinked, ofMap } from './problems.ts';

/**
 * Whoever is in the map is told, and can do no more. A map linked with others goes only when told so, and the others
 * then no longer name it. Problems: `journey.map-not-found`, `journey.map-linked` {count, maps}.
 */
export async function remove(
  ports: JourneyPorts,
  { workspaceId, mapId, evenIfLinked = false }: OneMap & { readonly evenIfLinked?: boolean },
): Promise<Result<Record<string, never>>> {
  const { collaboration, author } = ports;
  const maps = await list(ports, { workspaceId });
  if (!maps.ok) return maps;
  const around = neighboursOf(maps.value, mapId);
  const others = [
    ...around.parents.map(({ map }) => map),
    ...around.subs.map(({ map }) => map),
    ...around.toBes,
    ...(around.asIs ? [around.asIs] : []),
  ];
  if (isLinked(around) && !evenIfLinked)
    return fail(mapLinked([...new Set(others.map(({ title }) => title))]));
  const removed = ofMap(mapId, await collaboration.remove(workspaceId, journeyMapDocument, mapId));
  if (!removed.ok) return removed;
  for (const id of new Set(others.map((map) => map.id))) {
    const other = await readMap(ports, { workspaceId, mapId: id });
    const changes = other.ok ? unlinked(other.value, mapId) : [];
    // A link that could not be taken away leads nowhere, which every reader of links expects.
    if (changes.length > 0) await collaboration.edit(workspaceId, journeyMapDocument, id, changes, author);
  }
  return ok({});
}
