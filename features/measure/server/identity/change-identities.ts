import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { contradiction, dropLinks } from '#measure/analytics/identity/identity-links.ts';
import { resolveIdentities } from '#measure/analytics/identity/resolve-identities.ts';
import { holdingChanges, type IdentityChange, versionOf } from '#measure/domain/identity/identity.ts';
import { takeTurn } from '../import/source-turn.ts';
import type { MeasurePorts } from '../ports.ts';
import { followIdentities, type IdentityPorts } from './follow-identities.ts';

export type ChangePorts = IdentityPorts & Pick<MeasurePorts, 'now'> & { readonly author: string };

/** What a change says of itself; its links are written by `fill`, under the version it will have. */
type Told = Pick<IdentityChange, 'links' | 'fileName' | 'setAside' | 'written' | 'undoes'>;

/**
 * Adds a change to the identities of a workspace: all of it or, where it contradicts itself or others, nothing. The journeys
 * of the sources follow by themselves. Problems: those of `fill`, `identity.busy`, `identity.two-persons` {id, one, other},
 * `identity.circle` {ids}.
 */
export async function changeIdentities(
  ports: ChangePorts,
  workspaceId: WorkspaceId,
  fill: (version: number, changes: readonly IdentityChange[]) => Promise<Result<Told>>,
): Promise<Result<{ version: number }>> {
  const { engine, identities } = ports;
  const turn = takeTurn(engine, workspaceId, 'identities');
  if (!turn) return fail(problem('identity.busy', undefined, 409));
  try {
    const changes = await identities.list(workspaceId);
    const version = versionOf(changes) + 1;
    // What a killed process may have left.
    await dropLinks(engine, workspaceId, version);
    const added = await fill(version, changes).then(async (told): Promise<Result<{ version: number }>> => {
      if (!told.ok) return told;
      const twice = await contradiction(engine, workspaceId, version);
      if (twice) {
        const [one = '', other = ''] = twice.persons;
        return fail(problem('identity.two-persons', { id: twice.alias, one, other }));
      }
      const change = { ...told.value, version, at: ports.now().toISOString(), author: ports.author };
      const holding = holdingChanges([...changes, change]);
      const { cycle } = await resolveIdentities(engine, workspaceId, version, holding);
      if (cycle.length > 0) return fail(problem('identity.circle', { ids: cycle.join(', ') }));
      if (!(await identities.add(workspaceId, change))) return fail(problem('identity.busy', undefined, 409));
      return ok({ version });
    });
    if (!added.ok) await dropLinks(engine, workspaceId, version);
    else followIdentities(ports, workspaceId);
    return added;
  } finally {
    turn.end();
  }
}
