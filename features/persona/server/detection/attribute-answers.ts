import { ok, type Result } from '#kit/result.ts';
import { attribute } from '../../domain/discovery/attribution.ts';
import type { Answers, Attribution } from '../../domain/discovery/model.ts';
import { findModel, type OneModel } from './find-model.ts';
import type { DetectionPorts } from './ports.ts';

/** The persona of one contact, from what is known of it. Problem: `persona.model.not-found`. */
export async function attributeAnswers(
  ports: Pick<DetectionPorts, 'detectionModels'>,
  { answers, ...where }: OneModel & { readonly answers: Answers },
): Promise<Result<Attribution>> {
  const found = await findModel(ports, where);
  return found.ok ? ok(attribute(found.value.model, answers)) : found;
}
