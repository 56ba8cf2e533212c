import { ok, type Result } from '#kit/result.ts';
import type { Segment } from '../domain/segment.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

export const segments = async (
  ports: PersonaPorts,
  { workspaceId }: InWorkspace,
): Promise<Result<Segment[]>> => ok(await ports.segments.list(workspaceId));
