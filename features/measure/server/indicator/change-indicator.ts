import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import type { IndicatorSettings } from '#measure/domain/indicator/indicator.ts';
import { findIndicator, trendOf } from './indicators.ts';
import type { IndicatorPorts } from './ports.ts';
import { tellIndicator } from './tell-indicators.ts';

/** Problems: `indicator.not-found`, and all that keep an indicator from being told. */
export async function changeIndicator(
  ports: IndicatorPorts,
  input: IndicatorSettings & { readonly workspaceId: WorkspaceId; readonly indicatorId: string },
): Promise<Result<Trend>> {
  const { workspaceId, indicatorId, ...settings } = input;
  const found = await findIndicator(ports, workspaceId, indicatorId);
  if (!found.ok) return found;
  const told = await tellIndicator(ports, workspaceId, { ...found.value, ...settings });
  if (!told.ok) return told;
  if (!told.value.told.ok) return told.value.told;
  await ports.indicators.change(workspaceId, indicatorId, settings);
  return ok(trendOf(told.value));
}
