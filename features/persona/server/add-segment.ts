import { ok, type Result } from '#kit/result.ts';
import type { Segment, SegmentSettings } from '../domain/segment.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

export async function addSegment(
  { segments, newId, now }: PersonaPorts,
  { workspaceId, name, description, conditions }: InWorkspace & SegmentSettings,
): Promise<Result<Segment>> {
  const segment = { id: newId(), name, description, conditions, createdAt: now().toISOString() };
  await segments.add(workspaceId, segment);
  return ok(segment);
}
