import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { type ChangePorts, changeIdentities } from './change-identities.ts';

/**
 * Takes a change of the identities back, which is a change too and can be taken back in turn.
 * Problems: `identity.no-such-change` {version}, and those of `changeIdentities`.
 */
export const undoIdentities = (
  ports: ChangePorts,
  { workspaceId, version: undoes }: { readonly workspaceId: WorkspaceId; readonly version: number },
): Promise<Result<{ version: number }>> =>
  changeIdentities(ports, workspaceId, async (_version, changes) =>
    changes.some(({ version }) => version === undoes)
      ? ok({ links: 0, fileName: null, setAside: 0, written: [], undoes })
      : fail(problem('identity.no-such-change', { version: undoes }, 404)),
  );
