import type { WorkspaceId } from '#kit/ids.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Workspace } from '../domain/schema.ts';
import type { WorkspacePorts } from './ports.ts';
import { notFound } from './problems.ts';

/** Problem: `workspace.not-found`. */
export async function get(
  { workspaces }: WorkspacePorts,
  { workspaceId }: { readonly workspaceId: WorkspaceId },
): Promise<Result<Workspace>> {
  const found = await workspaces.find(workspaceId);
  return found ? ok(found) : fail(notFound(workspaceId));
}
