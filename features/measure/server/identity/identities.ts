import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { countIdentities } from '#measure/analytics/identity/count-identities.ts';
import { holdingChanges, type Identities, versionOf } from '#measure/domain/identity/identity.ts';
import { type IdentityPorts, identityProgress } from './follow-identities.ts';

/** Who is who in a workspace: how many, by which changes, and whether the journeys follow yet. */
export async function identities(
  ports: IdentityPorts,
  { workspaceId }: { readonly workspaceId: WorkspaceId },
): Promise<Result<Identities>> {
  const changes = await ports.identities.list(workspaceId);
  const version = versionOf(changes);
  const holding = new Set(holdingChanges(changes));
  const counted =
    version === 0 ? { aliases: 0, persons: 0 } : await countIdentities(ports.engine, workspaceId, version);
  return ok({
    version,
    ...counted,
    changes: changes.map((change) => ({ ...change, holds: holding.has(change.version) })).reverse(),
    progress: identityProgress(ports, workspaceId),
  });
}
