import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { monthAfter, type Report, reportOf } from '#measure/domain/report/report.ts';
import { indicators } from '../indicator/indicators.ts';
import type { IndicatorPorts } from '../indicator/ports.ts';

export type ReportInput = { readonly workspaceId: WorkspaceId; readonly month?: string | undefined };

/** The report of a month; without one, of the last that is over in the zone of the workspace. */
export async function report(
  ports: IndicatorPorts,
  { workspaceId, month }: ReportInput,
): Promise<Result<Report>> {
  const zone = await ports.zoneOf(workspaceId);
  if (!zone.ok) return zone;
  const trends = await indicators(ports, { workspaceId });
  if (!trends.ok) return trends;
  const here = new Intl.DateTimeFormat('sv-SE', { timeZone: zone.value, year: 'numeric', month: '2-digit' });
  return ok(reportOf(month ?? monthAfter(here.format(ports.now()), -1), trends.value));
}
