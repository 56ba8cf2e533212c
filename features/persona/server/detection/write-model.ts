import type { Result } from '#kit/result.ts';
import type { StoredModel } from '../../domain/detection/stored-model.ts';
import { modelFromExpectations } from '../../domain/discovery/expectations.ts';
import type { Expectations } from '../../domain/discovery/model.ts';
import type { InWorkspace } from '../input.ts';
import { addDetectionModel } from './add-model.ts';
import type { DetectionPorts } from './ports.ts';

/** A model out of expected answers. Problems: those of `modelFromExpectations`. */
export async function writeDetectionModel(
  ports: DetectionPorts,
  {
    workspaceId,
    name,
    expectations,
  }: InWorkspace & { readonly name: string; readonly expectations: Expectations },
): Promise<Result<StoredModel>> {
  const model = modelFromExpectations(expectations);
  if (!model.ok) return model;
  return addDetectionModel(ports, { workspaceId, name, source: '', model: model.value });
}
