import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Source } from '#measure/domain/source.ts';
import type { MeasurePorts } from './ports.ts';
import type { StoredSource } from './source-store.ts';

/** Problem: `source.not-found`. */
export async function findSource(
  { sources }: Pick<MeasurePorts, 'sources'>,
  workspaceId: WorkspaceId,
  sourceId: string,
): Promise<Result<StoredSource>> {
  const source = await sources.get(workspaceId, sourceId);
  return source ? ok(source) : fail(problem('source.not-found', { sourceId }, 404));
}

/** A source as people see it: what it is called, what is in it, when it was last fed. */
export async function describeSource(
  { imports }: Pick<MeasurePorts, 'imports'>,
  workspaceId: WorkspaceId,
  source: StoredSource,
): Promise<Source> {
  const complete = (await imports.list(workspaceId, source.id)).filter(
    (record) => record.status === 'complete',
  );
  const duplicates = complete.reduce(
    (sum, { balance }) => sum + (balance?.setAside['duplicate-event-id'] ?? 0),
    0,
  );
  return {
    id: source.id,
    name: source.name,
    simulated: source.simulated,
    createdAt: source.createdAt,
    stats: source.summary?.stats ?? null,
    lastImportAt: complete[0]?.endedAt ?? null,
    duplicates,
    rule: source.rule,
    identities: source.identities,
  };
}
