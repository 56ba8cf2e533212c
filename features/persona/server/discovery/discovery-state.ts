import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { DiscoveryState } from '../../domain/discovery/record.ts';
import type { DiscoveryPorts, OneDiscovery } from './ports.ts';

type Ports = Pick<DiscoveryPorts, 'discoveries' | 'discoveryJobs'>;

export const discoveryNotFound = (discoveryId: string) =>
  problem('persona.discovery.not-found', { discoveryId }, 404);

/** One search and, while it runs, how far it is. Problem: `persona.discovery.not-found`. */
export async function discovery(
  { discoveries, discoveryJobs }: Ports,
  { workspaceId, discoveryId }: OneDiscovery,
): Promise<Result<DiscoveryState>> {
  const one = await discoveries.find(workspaceId, discoveryId);
  if (!one) return fail(discoveryNotFound(discoveryId));
  const { record, found } = one;
  const progress = discoveryJobs.progress(workspaceId, discoveryId);
  // The server stopped on the way: nothing of it is kept.
  const stopped = record.status === 'running' && !discoveryJobs.isRunning(workspaceId, discoveryId);
  return ok({
    ...record,
    ...(stopped && { status: 'failed', problem: { code: 'persona.discovery.interrupted' } }),
    progress,
    found,
  });
}

/** Stops a search under way and answers when its threads are gone; one that has ended stays as it is. */
export async function cancelDiscovery(ports: Ports, input: OneDiscovery): Promise<Result<DiscoveryState>> {
  await ports.discoveryJobs.cancel(input.workspaceId, input.discoveryId);
  return discovery(ports, input);
}

/** Problem: `persona.discovery.not-found`. */
export async function removeDiscovery(
  { discoveries, discoveryJobs }: Ports,
  { workspaceId, discoveryId }: OneDiscovery,
): Promise<Result<Record<string, never>>> {
  await discoveryJobs.cancel(workspaceId, discoveryId);
  return (await discoveries.remove(workspaceId, discoveryId)) ? ok({}) : fail(discoveryNotFound(discoveryId));
}
