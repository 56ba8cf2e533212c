import { ok, type Result } from '#kit/result.ts';
import type { Workspace } from '../domain/schema.ts';
import type { WorkspacePorts } from './ports.ts';

export async function list({ workspaces }: WorkspacePorts): Promise<Result<Workspace[]>> {
  return ok(await workspaces.list());
}
