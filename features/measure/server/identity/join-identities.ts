import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { addLinks } from '#measure/analytics/identity/identity-links.ts';
import type { IdentityLink } from '#measure/domain/identity/identity.ts';
import { type ChangePorts, changeIdentities } from './change-identities.ts';

/** Says that ids belong to persons, or (the same id twice) stand for themselves again. Problems: `changeIdentities`’s. */
export const joinIdentities = (
  ports: ChangePorts,
  { workspaceId, links }: { readonly workspaceId: WorkspaceId; readonly links: readonly IdentityLink[] },
): Promise<Result<{ version: number }>> =>
  changeIdentities(ports, workspaceId, async (version) => {
    await addLinks(ports.engine, workspaceId, version, links);
    const written = links.slice(0, 3).map(({ alias, person }) => ({ alias, person }));
    return ok({ links: links.length, fileName: null, setAside: 0, written, undoes: null });
  });
