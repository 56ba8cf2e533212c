import type { WorkspaceId } from '#kit/ids.ts';
import { versionOf } from '#measure/domain/identity/identity.ts';
import { followIdentities } from './identity/follow-identities.ts';
import { remakeSource } from './identity/remake-source.ts';
import { recoverImports } from './import/recover-imports.ts';
import type { MeasurePorts } from './ports.ts';
import { summariseSource } from './summarise-source.ts';

/**
 * Run once at start, before anything can import: unfinished imports are finished or taken back, and sources are
 * counted again where that changed them. A source whose first import never came to an end is forgotten.
 */
export async function recoverSources(
  ports: MeasurePorts,
  workspaceIds: readonly WorkspaceId[],
): Promise<void> {
  const { finished, takenBack } = await recoverImports(ports);
  const touched = finished.length + takenBack.length > 0;
  for (const workspaceId of workspaceIds) {
    for (const source of await ports.sources.list(workspaceId)) {
      const imports = await ports.imports.list(workspaceId, source.id);
      const complete = imports.some(({ status }) => status === 'complete');
      if (!complete) await ports.sources.remove(workspaceId, source.id);
      else if (source.remaking) await remakeSource(ports, workspaceId, source, source);
      else if (touched || source.summary === null) await summariseSource(ports, workspaceId, source.id);
    }
    const version = versionOf(await ports.identities.list(workspaceId));
    if ((await ports.sources.list(workspaceId)).some(({ identities }) => identities !== version))
      followIdentities(ports, workspaceId);
  }
}
