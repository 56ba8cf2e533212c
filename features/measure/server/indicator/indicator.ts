import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import { findIndicator, trendOf } from './indicators.ts';
import type { IndicatorPorts } from './ports.ts';
import { tellIndicator } from './tell-indicators.ts';

/** One indicator with its figures. Problem: `indicator.not-found`. */
export async function indicator(
  ports: IndicatorPorts,
  { workspaceId, indicatorId }: { readonly workspaceId: WorkspaceId; readonly indicatorId: string },
): Promise<Result<Trend>> {
  const found = await findIndicator(ports, workspaceId, indicatorId);
  if (!found.ok) return found;
  const told = await tellIndicator(ports, workspaceId, found.value);
  return told.ok ? ok(trendOf(told.value)) : told;
}
