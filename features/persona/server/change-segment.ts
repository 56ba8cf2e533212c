import { fail, ok, type Result } from '#kit/result.ts';
import type { Segment, SegmentSettings } from '../domain/segment.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { segmentNotFound } from './problems.ts';

/** Problem: `persona.segment-not-found`. */
export async function changeSegment(
  { segments }: PersonaPorts,
  input: InWorkspace & SegmentSettings & { readonly segmentId: string },
): Promise<Result<Segment>> {
  const { workspaceId, segmentId, name, description, conditions } = input;
  const changed = await segments.change(workspaceId, segmentId, { name, description, conditions });
  return changed ? ok(changed) : fail(segmentNotFound(segmentId));
}
