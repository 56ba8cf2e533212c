import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { dashboardSchema, dashboardSettingsSchema } from './domain/dashboard/dashboard.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneDashboard = inWorkspace.extend({ dashboardId: idSchema });

/** Dashboards: figures and pictures put side by side. */
export const dashboardContract = {
  dashboards: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/dashboards',
    'measure.read',
    'The dashboards of a workspace, the oldest first',
  )
    .input(inWorkspace)
    .output(z.array(dashboardSchema)),
  addDashboard: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/dashboards',
    'measure.write',
    'Put figures and pictures side by side',
  )
    .input(inWorkspace.extend(dashboardSettingsSchema.shape))
    .output(dashboardSchema),
  changeDashboard: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/dashboards/{dashboardId}',
    'measure.write',
    'Rename a dashboard; add, order, size or remove its tiles',
  )
    .input(oneDashboard.extend(dashboardSettingsSchema.shape))
    .output(dashboardSchema),
  removeDashboard: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/dashboards/{dashboardId}',
    'measure.write',
    'Delete a dashboard; what it shows stays',
  )
    .input(oneDashboard)
    .output(z.object({})),
};
