import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { workspaceIdSchema } from '#kit/ids.ts';
import { defaultMinimum, workspaceSchema, workspaceSettingsSchema } from './domain/schema.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });

export const workspaceContract = {
  list: endpoint('GET', '/v1/workspaces', 'workspace.read', 'The workspaces of this installation').output(
    z.array(workspaceSchema),
  ),
  create: endpoint('POST', '/v1/workspaces', 'workspace.manage', 'Create a workspace')
    .input(
      workspaceSettingsSchema.extend({
        zone: workspaceSettingsSchema.shape.zone.default('Europe/Paris'),
        minimum: workspaceSettingsSchema.shape.minimum.default(defaultMinimum),
      }),
    )
    .output(workspaceSchema),
  get: endpoint('GET', '/v1/workspaces/{workspaceId}', 'workspace.read', 'One workspace')
    .input(inWorkspace)
    .output(workspaceSchema),
  update: endpoint(
    'PATCH',
    '/v1/workspaces/{workspaceId}',
    'workspace.manage',
    'Change the settings of a workspace',
  )
    .input(inWorkspace.extend(workspaceSettingsSchema.partial().shape))
    .output(workspaceSchema),
  seedDemonstration: endpoint(
    'POST',
    '/v1/workspaces/demonstration',
    'workspace.manage',
    'Create the demonstration: one workspace of simulated data in each language',
  )
    .input(z.object({ customers: z.int().min(100).max(1_000_000).optional() }))
    .output(z.object({ customers: z.int(), workspaces: z.array(workspaceSchema) })),
};
