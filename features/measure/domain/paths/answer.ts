import { z } from 'zod';
import { differenceSchema, durationEstimateSchema, estimateSchema } from '#kit/statistics/estimate.ts';
import { countSchema, groupSchema } from '../figures.ts';
import { flowEnds } from './flow.ts';

/** What every answer on paths says of whom it speaks. */
export const pathBasisSchema = z.object({
  sourceName: z.string(),
  simulated: z.boolean(),
  importedAt: z.string().nullable(),
  /** Lived journeys after period and filters. */
  journeys: z.int(),
  /** Silence after which a journey is over. */
  patienceSeconds: z.number(),
  /** Answers under which a figure is withheld. */
  minimum: z.int(),
  /** Every place a journey can pass, in reading order: key and name. */
  places: z.array(z.object({ key: z.string(), label: z.string() })),
});
export type PathBasis = z.infer<typeof pathBasisSchema>;

const flowPlaceSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('place'), key: z.string() }),
  z.object({ at: z.literal('other') }),
]);

export const flowAnswerSchema = z.object({
  basis: pathBasisSchema,
  /** Journeys on the picture: those that pass at least one place, and the start where one is asked. */
  drawn: z.int(),
  places: z.array(z.object({ place: flowPlaceSchema, journeys: z.int() })),
  links: z.array(
    z.object({
      rank: z.int().nullable(),
      from: z.union([flowPlaceSchema, z.object({ at: z.literal('begin') })]),
      to: z.union([flowPlaceSchema, z.object({ at: z.enum(flowEnds) })]),
      passages: z.int(),
      journeys: z.int(),
      medianMilliseconds: z.number().nullable(),
    }),
  ),
});
export type FlowAnswer = z.infer<typeof flowAnswerSchema>;

export const variantsAnswerSchema = z.object({
  basis: pathBasisSchema,
  /** Different paths, counted exactly. */
  variants: z.int(),
  /** Share of the journeys that the paths listed tell, 0…1. */
  coverage: z.number(),
  commonest: z.array(
    z.object({
      path: z.array(z.string()),
      journeys: z.int(),
      share: z.number(),
      medianMilliseconds: z.number(),
    }),
  ),
});
export type VariantsAnswer = z.infer<typeof variantsAnswerSchema>;

export const funnelStepFiguresSchema = z.object({
  reached: countSchema,
  /** Of the journeys that reached the first step and are decided, share that reach this one (Wilson). */
  ofFirst: estimateSchema,
  /** Of those that reached the step before and are decided. */
  ofPrevious: estimateSchema,
  /** Under way, reached this step and no further so far. */
  undecided: countSchema,
});
export type FunnelStepFigures = z.infer<typeof funnelStepFiguresSchema>;

export const funnelAnswerSchema = z.object({
  basis: pathBasisSchema,
  groups: z.array(groupSchema.extend({ steps: z.array(funnelStepFiguresSchema) })),
  /** Everyone first; for each step but the first, each group against all others, adjusted over what is shown. */
  differences: z.array(z.object({ group: z.string(), step: z.int(), difference: differenceSchema })),
});
export type FunnelAnswer = z.infer<typeof funnelAnswerSchema>;

export const waitAnswerSchema = z.object({
  basis: pathBasisSchema,
  median: durationEstimateSchema,
  /** Still waiting after so many milliseconds, at most 200 points of the curve, with pointwise bounds. */
  curve: z.array(
    z.object({
      time: z.number(),
      waiting: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
  arrived: z.int(),
  stillWaiting: z.int(),
  /** Over without ever coming there: left out of the curve. */
  without: z.int(),
});
export type WaitAnswer = z.infer<typeof waitAnswerSchema>;
