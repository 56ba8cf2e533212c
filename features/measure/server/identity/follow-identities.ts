import { setTimeout as wait } from 'node:timers/promises';
import type { WorkspaceId } from '#kit/ids.ts';
import { forgetIdentities } from '#measure/analytics/identity/forget-identities.ts';
import { versionOf } from '#measure/domain/identity/identity.ts';
import { takeTurn } from '../import/source-turn.ts';
import type { MeasurePorts } from '../ports.ts';
import { remakeSource } from './remake-source.ts';

/** One job a workspace: it goes on until every source is at the newest version. */
const jobId = 'identities';

export type IdentityPorts = Pick<
  MeasurePorts,
  'engine' | 'imports' | 'sources' | 'identities' | 'identityJobs'
>;

/**
 * Makes the journeys of every source again that are not of the newest version of the identities, one source after the
 * other, waiting for imports under way. Goes on by itself; a change made meanwhile is followed too.
 */
export function followIdentities(ports: IdentityPorts, workspaceId: WorkspaceId): void {
  const { engine, sources, identities, identityJobs } = ports;
  if (identityJobs.isRunning(workspaceId, jobId)) return;
  identityJobs.start(workspaceId, jobId, async ({ signal, onProgress }) => {
    for (let done = 0; !signal.aborted; ) {
      const version = versionOf(await identities.list(workspaceId));
      const late = (await sources.list(workspaceId)).filter((source) => source.identities !== version);
      onProgress({ done, of: done + late.length });
      const [next] = late;
      if (!next) break;
      const turn = takeTurn(engine, workspaceId, next.id);
      if (!turn) {
        await wait(300, undefined, { signal }).catch(() => {});
        continue;
      }
      try {
        // Read again: an import may have changed it before our turn.
        const source = await sources.get(workspaceId, next.id);
        if (source) await remakeSource(ports, workspaceId, source, { ...source, identities: version });
      } finally {
        turn.end();
      }
      done++;
    }
    if (signal.aborted) return;
    const used = (await sources.list(workspaceId)).map((source) => source.identities);
    await forgetIdentities(engine, workspaceId, [...used, versionOf(await identities.list(workspaceId))]);
  });
}

/** Sources made again so far, while they are; null when all are as the identities say. */
export const identityProgress = ({ identityJobs }: IdentityPorts, workspaceId: WorkspaceId) =>
  identityJobs.isRunning(workspaceId, jobId)
    ? (identityJobs.progress(workspaceId, jobId) ?? { done: 0, of: 1 })
    : null;
