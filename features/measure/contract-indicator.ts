import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { alertRouteSchema, alertSchema } from './domain/indicator/alert.ts';
import { trendSchema } from './domain/indicator/answer.ts';
import { groupTrendSchema } from './domain/indicator/groups.ts';
import { indicatorSettingsSchema } from './domain/indicator/indicator.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneIndicator = inWorkspace.extend({ indicatorId: idSchema });

/** Indicators, their figures period by period. */
export const indicatorContract = {
  indicators: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/indicators',
    'measure.read',
    'The indicators of a workspace, each over its periods',
  )
    .input(inWorkspace)
    .output(z.array(trendSchema)),
  indicator: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/indicators/{indicatorId}',
    'measure.read',
    'One indicator over its periods',
  )
    .input(oneIndicator)
    .output(trendSchema),
  addIndicator: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/indicators',
    'measure.write',
    'Follow a figure: a score, a conversion, churn, a time, a volume, or a formula over others',
  )
    .input(inWorkspace.extend(indicatorSettingsSchema.shape))
    .output(trendSchema),
  changeIndicator: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/indicators/{indicatorId}',
    'measure.write',
    'Rename an indicator, change what it counts, its target or its owner',
  )
    .input(oneIndicator.extend(indicatorSettingsSchema.shape))
    .output(trendSchema),
  removeIndicator: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/indicators/{indicatorId}',
    'measure.write',
    'Delete an indicator, with its alerts',
  )
    .input(oneIndicator)
    .output(z.object({})),
  indicatorGroups: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/indicators/{indicatorId}/groups',
    'measure.read',
    'One indicator over its periods in each group of customers: personas, channel, an attribute',
  )
    // `persona`, `attributed:` and a run, `channel:first`, an attribute of the source or a column of the survey.
    .input(oneIndicator.extend({ by: z.string().min(1).max(500) }))
    .output(z.array(groupTrendSchema)),
  alerts: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/indicator-alerts',
    'measure.read',
    'What was out of the ordinary in the indicators, the newest first',
  )
    .input(inWorkspace)
    .output(z.array(alertSchema)),
  alertRoute: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/indicator-alert-route',
    'measure.write',
    'Where alerts go besides the page',
  )
    .input(inWorkspace)
    // `mailReady`: the server has a mail server to send through.
    .output(alertRouteSchema.extend({ mailReady: z.boolean() })),
  setAlertRoute: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/indicator-alert-route',
    'measure.write',
    'Say where alerts go besides the page: a webhook, addresses',
  )
    .input(inWorkspace.extend(alertRouteSchema.shape))
    .output(alertRouteSchema),
};
