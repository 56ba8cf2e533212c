import { ok, type Result } from '#kit/result.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { findRow, readMap } from './find-map.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';

/** Problem: `journey.map-not-found`. */
export async function get(
  ports: JourneyPorts,
  input: OneMap,
): Promise<Result<{ id: string; updatedAt: string; map: JourneyMap }>> {
  const row = await findRow(ports, input);
  if (!row.ok) return row;
  const map = await readMap(ports, input);
  if (!map.ok) return map;
  return ok({ id: input.mapId, updatedAt: row.value.updatedAt.toISOString(), map: map.value });
}
