import type { NewId, WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Dashboard, DashboardSettings } from '#measure/domain/dashboard/dashboard.ts';
import type { DashboardStore } from './dashboard-store.ts';

export type DashboardPorts = {
  readonly dashboards: DashboardStore;
  readonly newId: NewId;
  now(): Date;
};

type InWorkspace = { readonly workspaceId: WorkspaceId };
type OneDashboard = InWorkspace & { readonly dashboardId: string };

const notFound = (dashboardId: string) => fail(problem('dashboard.not-found', { dashboardId }, 404));

export const dashboards = async (
  ports: DashboardPorts,
  { workspaceId }: InWorkspace,
): Promise<Result<Dashboard[]>> => ok(await ports.dashboards.list(workspaceId));

export async function addDashboard(
  ports: DashboardPorts,
  { workspaceId, name, tiles }: InWorkspace & DashboardSettings,
): Promise<Result<Dashboard>> {
  const dashboard = { id: ports.newId(), name, tiles, createdAt: ports.now().toISOString() };
  await ports.dashboards.add(workspaceId, dashboard);
  return ok(dashboard);
}

/** Problem: `dashboard.not-found`. */
export async function changeDashboard(
  ports: DashboardPorts,
  { workspaceId, dashboardId, name, tiles }: OneDashboard & DashboardSettings,
): Promise<Result<Dashboard>> {
  const changed = await ports.dashboards.change(workspaceId, dashboardId, { name, tiles });
  return changed ? ok(changed) : notFound(dashboardId);
}

/** Problem: `dashboard.not-found`. */
export async function removeDashboard(
  ports: DashboardPorts,
  { workspaceId, dashboardId }: OneDashboard,
): Promise<Result<Record<string, never>>> {
  return (await ports.dashboards.remove(workspaceId, dashboardId)) ? ok({}) : notFound(dashboardId);
}
