import type { WorkspaceId } from '#kit/ids.ts';
import { designEffect } from '#measure/analytics/design-effect.ts';
import { kindCounts } from '#measure/analytics/kind-counts.ts';
import { logStats } from '#measure/analytics/log-stats.ts';
import { patience } from '#measure/analytics/patience.ts';
import { setAsideTotal } from '#measure/domain/event-import/balance.ts';
import type { MeasurePorts } from './ports.ts';

/** Counts a source once, after its content changed, so that lists and pages need not. Empty: no summary. */
export async function summariseSource(
  { engine, imports, sources }: Pick<MeasurePorts, 'engine' | 'imports' | 'sources'>,
  workspaceId: WorkspaceId,
  sourceId: string,
): Promise<void> {
  const complete = (await imports.list(workspaceId, sourceId)).filter(({ status }) => status === 'complete');
  const setAside = complete.reduce((sum, { balance }) => sum + (balance ? setAsideTotal(balance) : 0), 0);
  const stats = await logStats(engine, workspaceId, sourceId, setAside);
  const scope = { workspaceId, sourceId };
  const patienceSeconds = (await patience(engine, scope)) / 1000;
  const kinds = await kindCounts(engine, scope);
  const effect = await designEffect(engine, scope);
  const summary = stats.customers === 0 ? null : { stats, patienceSeconds, kinds, designEffect: effect };
  await sources.setSummary(workspaceId, sourceId, summary);
}
