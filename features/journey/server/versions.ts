import type { z } from 'zod';
import { ok, type Result } from '#kit/result.ts';
import type { VersionSummary } from '#platform/collaboration/document-store.ts';
import type { mapVersionSchema } from '../contract.ts';
import { findRow } from './find-map.ts';
import type { OneMap } from './input.ts';
import type { JourneyPorts } from './ports.ts';

export type MapVersion = z.infer<typeof mapVersionSchema>;

/** The newest first; automatic ones have an empty name. Problem: `journey.map-not-found`. */
export async function versions(ports: JourneyPorts, input: OneMap): Promise<Result<MapVersion[]>> {
  const row = await findRow(ports, input);
  if (!row.ok) return row;
  const kept = await ports.collaboration.listVersions(input.workspaceId, input.mapId);
  return ok(kept.map(versionOf));
}

export const versionOf = ({ id, name, author, at }: VersionSummary): MapVersion => ({
  id,
  name: name ?? '',
  kind: name === undefined ? 'automatic' : 'named',
  author,
  createdAt: at.toISOString(),
});
