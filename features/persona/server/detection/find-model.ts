import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { StoredModel } from '../../domain/detection/stored-model.ts';
import type { InWorkspace } from '../input.ts';
import type { DetectionPorts } from './ports.ts';

export type OneModel = InWorkspace & { readonly modelId: string };

/** Problem: `persona.model.not-found`. */
export async function findModel(
  { detectionModels }: Pick<DetectionPorts, 'detectionModels'>,
  { workspaceId, modelId }: OneModel,
): Promise<Result<StoredModel>> {
  const found = await detectionModels.find(workspaceId, modelId);
  return found ? ok(found) : fail(modelNotFound(modelId));
}

export const modelNotFound = (modelId: string) => problem('persona.model.not-found', { modelId }, 404);
