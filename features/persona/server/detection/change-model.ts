import { fail, ok, type Result } from '#kit/result.ts';
import type { DetectionModelSettings, StoredModel } from '../../domain/detection/stored-model.ts';
import { modelNotFound, type OneModel } from './find-model.ts';
import type { DetectionPorts } from './ports.ts';

/** Problem: `persona.model.not-found`. */
export async function changeDetectionModel(
  { detectionModels, now }: DetectionPorts,
  { workspaceId, modelId, name, source, model }: OneModel & DetectionModelSettings,
): Promise<Result<StoredModel>> {
  const changed = await detectionModels.change(workspaceId, modelId, { name, source, model }, now());
  return changed ? ok(changed) : fail(modelNotFound(modelId));
}
