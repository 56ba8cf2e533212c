import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { DiscoveryRecord } from '../../domain/discovery/record.ts';
import type { DiscoveryPorts } from './ports.ts';

export async function discoveries(
  { discoveries: store, discoveryJobs }: Pick<DiscoveryPorts, 'discoveries' | 'discoveryJobs'>,
  { workspaceId }: { readonly workspaceId: WorkspaceId },
): Promise<Result<DiscoveryRecord[]>> {
  const records = await store.list(workspaceId);
  return ok(
    records.map((record) =>
      record.status === 'running' && !discoveryJobs.isRunning(workspaceId, record.id)
        ? { ...record, status: 'failed' as const, problem: { code: 'persona.discovery.interrupted' } }
        : record,
    ),
  );
}
