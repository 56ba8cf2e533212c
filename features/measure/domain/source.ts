import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { importRecordSchema } from './event-import/import-record.ts';
import { countSchema, logStatsSchema } from './figures.ts';
import { journeyRuleSchema } from './lived-journey/journey-rule.ts';

/** A place events come from: one or more files, later a stream. */
export const sourceSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Made by the simulator: said wherever its figures are shown. */
  simulated: z.boolean(),
  createdAt: z.string(),
  /** Null while nothing has been imported whole. */
  stats: logStatsSchema.nullable(),
  lastImportAt: z.string().nullable(),
  /** Repeated deliveries removed, all imports together. */
  duplicates: z.int().nonnegative(),
  /** What a journey is here. */
  rule: journeyRuleSchema,
  /** Version of the identities of the workspace that its journeys were made with; 0: none. */
  identities: z.int().nonnegative(),
});
export type Source = z.infer<typeof sourceSchema>;

export const sourceDetailsSchema = sourceSchema.extend({ imports: z.array(importRecordSchema) });
export type SourceDetails = z.infer<typeof sourceDetailsSchema>;

/** One name × channel found in a source. */
export const eventKindSchema = z.object({
  name: z.string(),
  channel: z.string(),
  events: z.int(),
  journeys: z.int(),
});
export type EventKind = z.infer<typeof eventKindSchema>;

/** A journey-level attribute, to split figures by. */
export const attributeSummarySchema = z.object({
  name: z.string(),
  /** Different values, all counted. */
  distinct: z.int(),
  /** Commonest first, at most 20; values of under five journeys are left out. */
  values: z.array(z.object({ value: z.string(), journeys: countSchema })),
});
export type AttributeSummary = z.infer<typeof attributeSummarySchema>;
