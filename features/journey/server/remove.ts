import { ok, type Result } from '#kit/result.ts';
import { journeyMapDocument } from '../domain/document.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';
import { ofMap } from './problems.ts';

/** Whoever is in the map is told, and can do no more. Problem: `journey.map-not-found`. */
export async function remove(
  { collaboration }: JourneyPorts,
  { workspaceId, mapId }: OneMap,
): Promise<Result<Record<string, never>>> {
  const removed = ofMap(mapId, await collaboration.remove(workspaceId, journeyMapDocument, mapId));
  return removed.ok ? ok({}) : removed;
}
