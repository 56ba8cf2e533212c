import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { type DetectionModel, detectionModelSchema } from '../discovery/model.ts';

/** What a person says of a detection model beside the model itself. */
export const detectionModelSettingsSchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** The file or the contacts it was found in; empty when it was written by hand. */
  source: z.string().trim().max(300).default(''),
  model: detectionModelSchema,
});
export type DetectionModelSettings = z.infer<typeof detectionModelSettingsSchema>;

/** A detection model that the workspace keeps. */
export const storedModelSchema = detectionModelSettingsSchema.extend({
  id: idSchema,
  /** 1 at first; one more at each change of the model. Attributions say which revision made them. */
  revision: z.int().positive(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type StoredModel = z.infer<typeof storedModelSchema>;

/** What a list of models shows of each. */
export const modelSummarySchema = storedModelSchema.omit({ model: true }).extend({
  origin: z.enum(['discovery', 'hand']),
  personas: detectionModelSchema.shape.personas,
  /** Questions or columns it looks at. */
  attributes: z.array(z.string()),
  threshold: z.number(),
  calibration: detectionModelSchema.shape.calibration,
});
export type ModelSummary = z.infer<typeof modelSummarySchema>;

/** The model in a few words, without its tables of probabilities. */
export function summariseModel({ model, ...stored }: StoredModel): ModelSummary {
  const { origin, personas, threshold, calibration } = model;
  return { ...stored, origin, personas, attributes: attributeNames(model), threshold, calibration };
}

const attributeNames = ({ attributes }: DetectionModel): string[] =>
  attributes.map(({ attribute }) => attribute.id);
