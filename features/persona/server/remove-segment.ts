import { fail, ok, type Result } from '#kit/result.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { segmentNotFound } from './problems.ts';

/** Problem: `persona.segment-not-found`. */
export async function removeSegment(
  { segments }: PersonaPorts,
  { workspaceId, segmentId }: InWorkspace & { readonly segmentId: string },
): Promise<Result<Record<string, never>>> {
  const removed = await segments.remove(workspaceId, segmentId);
  return removed ? ok({}) : fail(segmentNotFound(segmentId));
}
