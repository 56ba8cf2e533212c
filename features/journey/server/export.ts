import type { z } from 'zod';
import { ok, type Result } from '#kit/result.ts';
import type { mapFileSchema } from '../contract.ts';
import { exportMap } from '../domain/file.ts';
import { readMap } from './find-map.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';

/** Problem: `journey.map-not-found`. */
export async function exportFile(
  ports: JourneyPorts,
  input: OneMap,
): Promise<Result<z.infer<typeof mapFileSchema>>> {
  const map = await readMap(ports, input);
  return map.ok ? ok({ ...exportMap(map.value), kind: 'journey-map' }) : map;
}
