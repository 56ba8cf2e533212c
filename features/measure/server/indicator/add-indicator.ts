import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import type { IndicatorSettings } from '#measure/domain/indicator/indicator.ts';
import { trendOf } from './indicators.ts';
import type { IndicatorPorts } from './ports.ts';
import { tellIndicator } from './tell-indicators.ts';

/** Keeps an indicator that can be told. Problems: all that keep one from being told, see `tellIndicators`. */
export async function addIndicator(
  ports: IndicatorPorts,
  { workspaceId, ...settings }: IndicatorSettings & { readonly workspaceId: WorkspaceId },
): Promise<Result<Trend>> {
  const indicator = { ...settings, id: ports.newId(), createdAt: ports.now().toISOString() };
  const told = await tellIndicator(ports, workspaceId, indicator);
  if (!told.ok) return told;
  if (!told.value.told.ok) return told.value.told;
  await ports.indicators.add(workspaceId, indicator);
  return ok(trendOf(told.value));
}
