import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { GroupTrend } from '#measure/domain/indicator/groups.ts';
import { monthAfter, type Report, reportOf } from '#measure/domain/report/report.ts';
import { indicators } from '../indicator/indicators.ts';
import type { IndicatorPorts } from '../indicator/ports.ts';
import { tellGroups } from '../indicator/tell-groups.ts';

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
  const groups = new Map<string, GroupTrend[]>();
  for (const { indicator, outcome } of trends.value) {
    if (indicator.by === null || outcome.is !== 'told') continue;
    const told = await tellGroups(ports, workspaceId, indicator, indicator.by);
    if (told.ok) groups.set(indicator.id, told.value);
  }
  return ok(reportOf(month ?? monthAfter(here.format(ports.now()), -1), trends.value, groups));
}
