import { ok, type Result } from '#kit/result.ts';
import type { DetectionModelSettings, StoredModel } from '../../domain/detection/stored-model.ts';
import type { InWorkspace } from '../input.ts';
import type { DetectionPorts } from './ports.ts';

/** Keeps a model as it is given. */
export async function addDetectionModel(
  { detectionModels, newId, now }: DetectionPorts,
  { workspaceId, name, source, model }: InWorkspace & DetectionModelSettings,
): Promise<Result<StoredModel>> {
  const at = now().toISOString();
  const stored = { id: newId(), name, source, model, revision: 1, createdAt: at, updatedAt: at };
  await detectionModels.add(workspaceId, stored);
  return ok(stored);
}
