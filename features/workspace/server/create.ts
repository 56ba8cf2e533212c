import { workspaceIdSchema } from '#kit/ids.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Workspace, WorkspaceSettings } from '../domain/schema.ts';
import { canonicalZone } from '../domain/zone.ts';
import type { WorkspacePorts } from './ports.ts';
import { zoneUnknown } from './problems.ts';

/** `demonstration` is for the seed only: the endpoint does not take it. Problem: `workspace.zone-unknown` {zone}. */
export async function create(
  { workspaces, newId, now }: WorkspacePorts,
  { name, language, zone, minimum }: WorkspaceSettings,
  demonstration = false,
): Promise<Result<Workspace>> {
  const canonical = canonicalZone(zone);
  if (canonical === undefined) return fail(zoneUnknown(zone));
  const workspace: Workspace = {
    id: workspaceIdSchema.parse(newId()),
    name,
    language,
    zone: canonical,
    minimum,
    demonstration,
    createdAt: now().toISOString(),
  };
  if (!(await workspaces.add(workspace))) throw new Error(`the new workspace id ${workspace.id} is taken`);
  return ok(workspace);
}
