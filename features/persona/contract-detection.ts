import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import {
  detectionModelSettingsSchema,
  modelSummarySchema,
  storedModelSchema,
} from './domain/detection/stored-model.ts';
import { answersSchema, attributionSchema, expectationsSchema } from './domain/discovery/model.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneModel = inWorkspace.extend({ modelId: idSchema });

/** Detection models, and the persona of one contact. */
export const detectionContract = {
  detectionModels: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/detection-models',
    'persona.read',
    'The detection models of a workspace, the oldest first',
  )
    .input(inWorkspace)
    .output(z.array(modelSummarySchema)),
  detectionModel: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/detection-models/{modelId}',
    'persona.read',
    'One detection model, whole',
  )
    .input(oneModel)
    .output(storedModelSchema),
  addDetectionModel: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/detection-models',
    'persona.write',
    'Keep a detection model, such as a discovery gives',
  )
    .input(inWorkspace.extend(detectionModelSettingsSchema.shape))
    .output(storedModelSchema),
  writeDetectionModel: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/detection-models/by-hand',
    'persona.write',
    'Write a detection model as the answers expected of each persona',
  )
    .input(
      inWorkspace.extend({
        name: detectionModelSettingsSchema.shape.name,
        expectations: expectationsSchema,
      }),
    )
    .output(storedModelSchema),
  changeDetectionModel: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/detection-models/{modelId}',
    'persona.write',
    'Replace a detection model: it gets its next revision',
  )
    .input(oneModel.extend(detectionModelSettingsSchema.shape))
    .output(storedModelSchema),
  removeDetectionModel: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/detection-models/{modelId}',
    'persona.write',
    'Delete a detection model; the attributions it made stay',
  )
    .input(oneModel)
    .output(z.object({})),
  attributeAnswers: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/detection-models/{modelId}/attribute',
    'persona.read',
    'The persona of one contact, from what is known of it',
  )
    .input(oneModel.extend({ answers: answersSchema }))
    .output(attributionSchema),
};
