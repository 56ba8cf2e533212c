import { ok, type Result } from '#kit/result.ts';
import { type ModelSummary, summariseModel } from '../../domain/detection/stored-model.ts';
import type { InWorkspace } from '../input.ts';
import type { DetectionPorts } from './ports.ts';

export async function detectionModels(
  { detectionModels: models }: Pick<DetectionPorts, 'detectionModels'>,
  { workspaceId }: InWorkspace,
): Promise<Result<ModelSummary[]>> {
  return ok((await models.list(workspaceId)).map(summariseModel));
}
