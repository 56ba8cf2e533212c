import { z } from 'zod';
import {
  differenceSchema,
  differenceShownSchema,
  durationEstimateSchema,
  estimateSchema,
} from '#kit/statistics/estimate.ts';
import { countSchema, groupSchema } from '../figures.ts';
import { journeyRuleSchema } from '../lived-journey/journey-rule.ts';
import { flowEnds } from './flow.ts';
import { deedDoneSchema } from './question.ts';

/** What every answer on paths says of whom it speaks. */
export const pathBasisSchema = z.object({
  sourceName: z.string(),
  simulated: z.boolean(),
  importedAt: z.string().nullable(),
  /** Lived journeys after period and filters. */
  journeys: z.int(),
  /** What a journey is here, and the version of the identities of the workspace it was made with (0: none). */
  rule: journeyRuleSchema,
  identities: z.int(),
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

/** Pseudonym of a customer: 16 hexadecimal digits. */
export const pseudonymSchema = z.string().regex(/^[0-9a-f]{16}$/);

export const journeysAnswerSchema = z.object({
  basis: pathBasisSchema,
  /** Journeys sought: all of them are in the list, page by page. Withheld, with an empty list, from one to four. */
  found: countSchema,
  /** Rank of the first row, from 0. */
  from: z.int(),
  /** The last begun first; at the same moment by pseudonym. Moments in milliseconds since 1970. */
  rows: z.array(
    z.object({
      pseudonym: pseudonymSchema,
      /** Which journey of the customer, from 1. */
      part: z.int(),
      begun: z.number(),
      ended: z.number(),
      underWay: z.boolean(),
      events: z.int(),
      passages: z.int(),
      /** The first places it passes. */
      path: z.array(z.string()),
    }),
  ),
});
export type JourneysAnswer = z.infer<typeof journeysAnswerSchema>;

export const timelineAnswerSchema = z.object({
  basis: pathBasisSchema,
  pseudonym: pseudonymSchema,
  part: z.int(),
  begun: z.number(),
  ended: z.number(),
  underWay: z.boolean(),
  events: z.int(),
  /** Events at no place: they are no passage. */
  elsewhere: z.int(),
  passages: z.int(),
  /** Different places passed, and the most passed of them. */
  places: z.int(),
  mostPassed: z.array(z.object({ place: z.string(), passages: z.int() })),
  /** Rank of the first row, from 0. */
  from: z.int(),
  rows: z.array(
    z.object({
      place: z.string(),
      at: z.number(),
      until: z.number(),
      sinceMilliseconds: z.number().nullable(),
      events: z.int(),
      names: z.array(z.string()),
      channels: z.array(z.string()),
      score: z.number().nullable(),
      scores: z.int(),
    }),
  ),
});
export type TimelineAnswer = z.infer<typeof timelineAnswerSchema>;

/** From this distance on a journey is far from its representative: more than half of the path would have to change. */
export const farFrom = 0.5;

export const representativesAnswerSchema = z.object({
  basis: pathBasisSchema,
  /** Journeys summarised: those that are over and pass a place; of a large source, a sample of them. */
  told: z.int(),
  sampled: z.boolean(),
  /** Left out: under way, nobody knows yet how they end; and those that pass no place. */
  underWay: z.int(),
  placeless: z.int(),
  /** Different paths of those summarised. */
  variants: z.int(),
  /** Mean silhouette of each number of representatives tried. */
  tried: z.array(z.object({ count: z.int(), quality: z.number() })),
  /** Mean distance of a journey to its representative, 0…1. */
  meanDistance: z.number(),
  /** Share of the journeys at `farFrom` or farther (Wilson). */
  far: estimateSchema,
  /** Those that stand for most journeys first. */
  representatives: z.array(
    z.object({
      path: z.array(z.string()),
      journeys: countSchema,
      /** Of those summarised (Wilson). */
      share: estimateSchema,
      /** Journeys that took exactly this path. */
      exact: countSchema,
      meanDistance: z.number(),
      /** Median length of its group, from first to last passage. */
      medianMilliseconds: z.number(),
    }),
  ),
});
export type RepresentativesAnswer = z.infer<typeof representativesAnswerSchema>;

export const winningAnswerSchema = z.object({
  basis: pathBasisSchema,
  /** Journeys that reach the goal with something before it; those that never do and are over. */
  winners: countSchema,
  others: countSchema,
  /** Left out: under way and not at the goal so far; beginning at the goal; not passing the start, or no place. */
  undecided: z.int(),
  atOnce: z.int(),
  elsewhere: z.int(),
  /** Passages looked at, at most; 0: the others are too few to compare with. */
  passagesCompared: z.int(),
  /** Largest difference first. */
  deeds: z.array(
    z.object({
      /** Passed a place; went directly from it `to` another; passed it twice or more. */
      deed: deedDoneSchema,
      /** Shares, 0…1, of the winners before the goal and of the others over as many passages; null: one to four of them. */
      winners: z.number().nullable(),
      others: z.number().nullable(),
      /** Null where a share is not told: such deeds come last. */
      difference: differenceShownSchema.nullable(),
    }),
  ),
});
export type WinningAnswer = z.infer<typeof winningAnswerSchema>;
