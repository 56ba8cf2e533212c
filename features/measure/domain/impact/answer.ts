import { z } from 'zod';
import { differenceSchema, differenceShownSchema, estimateSchema } from '#kit/statistics/estimate.ts';
import { byGroup, countSchema, groupSchema } from '../figures.ts';
import { pathBasisSchema } from '../paths/answer.ts';
import { experiences } from './peak-end.ts';
import { placeRoles } from './served.ts';
import type { touchpointFigures } from './touchpoints.ts';

export const outcomeAnswerSchema = z.object({
  basis: pathBasisSchema,
  /** Journeys of which the outcome is known, and those under way without the goal so far, left out. */
  journeys: z.int(),
  undecided: z.int(),
  /** Share of the journeys with the outcome (Wilson). */
  share: estimateSchema,
  /** Places that few journeys pass, left out of their paths. */
  leftOut: z.int(),
  /** The largest removal effect first. Empty where too few journeys have the outcome, or are without it. */
  places: z.array(
    z.object({
      key: z.string(),
      /** Passages before the goal or the end, and journeys with one. */
      passages: z.int(),
      journeys: z.int(),
      removal: estimateSchema,
      rank: z.object({ value: z.int(), low: z.int(), high: z.int() }),
      credit: estimateSchema,
      difference: differenceSchema,
    }),
  ),
});
export type OutcomeAnswer = z.infer<typeof outcomeAnswerSchema>;

const rangeSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
const scaleSchema = z.object({ min: z.number(), max: z.number() });

export const driversAnswerSchema = z.object({
  basis: pathBasisSchema,
  /** Scale of the scores; null where the answer is a goal. */
  scale: scaleSchema.nullable(),
  /** Journeys that answer, and places that few journeys pass, left out. */
  customers: z.int(),
  leftOut: z.int(),
  /** Share of the variance of the answer that all places tell together (R²). */
  explained: estimateSchema,
  /** The heaviest first; the weights add up to R². */
  drivers: z.array(
    z.object({
      key: z.string(),
      customers: z.int(),
      weight: estimateSchema,
      correlation: rangeSchema,
      adjustedP: z.number(),
    }),
  ),
  /** Penalty and reward of each place, in the unit of the scale. Empty where the answer is a goal, or the mean of all scores. */
  contrasts: z.array(
    z.object({
      key: z.string(),
      customers: z.object({ badly: z.int(), between: z.int(), well: z.int() }),
      penalty: differenceSchema,
      reward: differenceSchema,
      role: z.enum(placeRoles).nullable(),
    }),
  ),
});
export type DriversAnswer = z.infer<typeof driversAnswerSchema>;

export const momentsAnswerSchema = z.object({
  basis: pathBasisSchema,
  scale: scaleSchema,
  leftOut: z.int(),
  /** The widest sure gap first: in the unit of the scale, or in shares of those who reach the goal. */
  turns: z.array(
    z.object({
      key: z.string(),
      badly: z.int(),
      well: z.int(),
      difference: differenceSchema,
      sure: z.boolean(),
    }),
  ),
  /** Customers with at least three scores before the answer, and what of these tells the answer. */
  remembered: z.object({
    customers: z.int(),
    memories: z.array(
      z.object({
        of: z.enum(experiences),
        explained: estimateSchema,
        overMean: rangeSchema.extend({ adjustedP: z.number() }).nullable(),
      }),
    ),
  }),
});
export type MomentsAnswer = z.infer<typeof momentsAnswerSchema>;

const touchpointRowSchema = z.object({
  passages: countSchema,
  journeys: countSchema,
  /** Share of the journeys of the group that pass here, and of these, share that pass more than once. */
  reach: estimateSchema,
  repeated: estimateSchema,
  /** Mean of the mean scores given here, in the unit of the scale. */
  satisfaction: estimateSchema,
  /** Of those of whom it is known: share that reach the goal after the first passage here. */
  conversion: estimateSchema,
  /** Of those who first passed long enough ago: share with an event so many days after. */
  loyalty: estimateSchema,
} satisfies Record<'passages' | 'journeys' | (typeof touchpointFigures)[number], z.ZodType>);

export const touchpointsAnswerSchema = z.object({
  basis: pathBasisSchema,
  /** Null where the source has no scores. */
  scale: scaleSchema.nullable(),
  groups: z.array(groupSchema),
  /** In reading order; group `all` is everyone. Places nobody passes are left out. */
  places: z.array(z.object({ key: z.string(), figures: byGroup(touchpointRowSchema) })),
  /** The figure asked for: each group against all others at each place, adjusted over all of them. */
  differences: z.array(z.object({ group: z.string(), key: z.string(), difference: differenceShownSchema })),
  /** Two places that nearly always happen to the same customers within the time asked. */
  redundant: z.array(
    z.object({ one: z.string(), other: z.string(), together: estimateSchema, close: estimateSchema }),
  ),
});
export type TouchpointsAnswer = z.infer<typeof touchpointsAnswerSchema>;
