import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Alert, AlertRoute } from '#measure/domain/indicator/alert.ts';
import { webhookAddress } from '#platform/http/webhook.ts';
import type { AlertPorts } from './check-alerts.ts';

type InWorkspace = { readonly workspaceId: WorkspaceId };

/** What was told, the newest first. */
export const alerts = async (ports: AlertPorts, { workspaceId }: InWorkspace): Promise<Result<Alert[]>> =>
  ok(await ports.alerts.list(workspaceId));

export const alertRoute = async (
  ports: AlertPorts,
  { workspaceId }: InWorkspace,
): Promise<Result<AlertRoute & { mailReady: boolean }>> =>
  ok({ ...(await ports.alerts.route(workspaceId)), mailReady: ports.mailer !== null });

/** Problem: `webhook.bad-address`. */
export async function setAlertRoute(
  ports: AlertPorts,
  { workspaceId, ...route }: InWorkspace & AlertRoute,
): Promise<Result<AlertRoute>> {
  if (route.webhook) {
    const address = webhookAddress(route.webhook.address);
    if (!address.ok) return address;
  }
  await ports.alerts.setRoute(workspaceId, route);
  return ok(route);
}
