import type { WorkspaceId } from '#kit/ids.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Workspace, WorkspaceSettings } from '../domain/schema.ts';
import { canonicalZone } from '../domain/zone.ts';
import type { WorkspacePorts } from './ports.ts';
import { notFound, zoneUnknown } from './problems.ts';

type Input = { readonly workspaceId: WorkspaceId } & {
  readonly [F in keyof WorkspaceSettings]?: WorkspaceSettings[F] | undefined;
};

/** What is not told stays. Problems: `workspace.not-found`, `workspace.zone-unknown` {zone}. */
export async function update(
  { workspaces }: WorkspacePorts,
  { workspaceId, name, language, zone, minimum }: Input,
): Promise<Result<Workspace>> {
  const canonical = zone === undefined ? undefined : canonicalZone(zone);
  if (zone !== undefined && canonical === undefined) return fail(zoneUnknown(zone));
  const changed = await workspaces.change(workspaceId, {
    ...(name !== undefined && { name }),
    ...(language !== undefined && { language }),
    ...(canonical !== undefined && { zone: canonical }),
    ...(minimum !== undefined && { minimum }),
  });
  return changed ? ok(changed) : fail(notFound(workspaceId));
}
