import { fail, ok, type Result } from '#kit/result.ts';
import { modelNotFound, type OneModel } from './find-model.ts';
import type { DetectionPorts } from './ports.ts';

/** Attributions that it made stay, with its name. Problem: `persona.model.not-found`. */
export async function removeDetectionModel(
  { detectionModels }: Pick<DetectionPorts, 'detectionModels'>,
  { workspaceId, modelId }: OneModel,
): Promise<Result<Record<string, never>>> {
  const removed = await detectionModels.remove(workspaceId, modelId);
  return removed ? ok({}) : fail(modelNotFound(modelId));
}
