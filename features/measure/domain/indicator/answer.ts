import { z } from 'zod';
import { indicatorSchema } from './indicator.ts';
import { movementSchema, trendPointSchema } from './trend.ts';

const problemSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What a figure rests on, by the names people gave. */
export const basisSchema = z.object({
  /** Sources and surveys, those behind a formula too. */
  origins: z.array(z.object({ kind: z.enum(['source', 'survey']), id: z.string(), name: z.string() })),
  simulated: z.boolean(),
  /** Names of the places of the definition, by key. */
  places: z.record(z.string(), z.string()),
  /** Scale of the answers, where it is a score. */
  scale: z.object({ min: z.number(), max: z.number() }).nullable(),
  minimum: z.int(),
  patienceSeconds: z.number().nullable(),
});
export type IndicatorBasis = z.infer<typeof basisSchema>;

/** An indicator over its periods, the oldest first; or why it cannot be told any more. */
export const trendSchema = z.object({
  indicator: indicatorSchema,
  outcome: z.discriminatedUnion('is', [
    z.object({
      is: z.literal('told'),
      basis: basisSchema,
      points: z.array(trendPointSchema),
      movement: movementSchema.nullable(),
    }),
    /** Its source is gone, its place is no longer on the map … */
    z.object({ is: z.literal('broken'), problem: problemSchema }),
  ]),
});
export type Trend = z.infer<typeof trendSchema>;
