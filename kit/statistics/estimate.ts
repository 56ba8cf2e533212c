import { z } from 'zod';

/**
 * The one shape in which a figure with its uncertainty travels: from the rules, through the API, to the page.
 * Read `withheld` first: a withheld figure has no value to show, on purpose.
 */

/** How an interval was made; the page explains each one (`statistics.method.<method>`). */
export const methods = [
  'wilson',
  'wilson-effective-n',
  'nps-adjusted-wald',
  'nps-adjusted-wald-effective-n',
  't',
  't-linearised',
  't-customer-means',
  'order-statistics',
  'kaplan-meier-log-log',
  'newcombe',
  'welch',
  'nps-difference-adjusted-wald',
  'mover',
  'poisson-score',
  'delta',
  'bootstrap',
] as const;
export const methodSchema = z.enum(methods);
/** @public One sentence per method in the messages of both languages. */
export type Method = z.infer<typeof methodSchema>;

/** Smallest n under which no configuration may show a figure (numbers.md: "never under 5"). */
export const smallestMinimum = 5;
/** Minimum n when nobody configured another (numbers.md: "default 30"). */
export const defaultMinimum = 30;
/** Confidence level when nobody asked for another. */
export const defaultLevel = 0.95;

/** Bounds of a confidence interval, in the unit of the value. */
export type Interval = { readonly low: number; readonly high: number };

/** The same figure with the weights of the survey: shown beside the unweighted one, both named. */
export const weightedSchema = z.strictObject({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** Number of equally weighted people that would tell as much (≤ about n). */
  effectiveN: z.number().nonnegative(),
  method: methodSchema,
});
export type Weighted = z.infer<typeof weightedSchema>;

export const withheldSchema = z.strictObject({
  withheld: z.literal(true),
  n: z.number().int().nonnegative(),
  minimum: z.number().int().min(smallestMinimum),
});
/** Too few people: the figure is not shown, only how many there are and how many it takes. */
export type Withheld = z.infer<typeof withheldSchema>;

export const shownSchema = z.strictObject({
  withheld: z.literal(false),
  /** In the unit of the figure: a share in 0…1, an NPS in −100…+100, a mean in its own scale. */
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** Number of units (people, or lived journeys) the interval rests on: never the number of answers. */
  n: z.number().int().positive(),
  /** Number of answers, told when several come from one person. */
  answers: z.number().int().positive().optional(),
  level: z.number().gt(0).lt(1),
  method: methodSchema,
  weighted: weightedSchema.optional(),
});
export type Shown = z.infer<typeof shownSchema>;

/** A figure between `low` and `high` with confidence `level`, or withheld because too few people stand behind it. */
export const estimateSchema = z.discriminatedUnion('withheld', [shownSchema, withheldSchema]);
export type Estimate = z.infer<typeof estimateSchema>;

/**
 * A duration (milliseconds unless the caller says otherwise) whose quantile or bounds may lie beyond what was
 * observed: `null` then reads "more than `observedUpTo`".
 */
export const durationShownSchema = z.strictObject({
  withheld: z.literal(false),
  value: z.number().nonnegative().nullable(),
  low: z.number().nonnegative().nullable(),
  high: z.number().nonnegative().nullable(),
  /** Journeys at risk at time zero = ended + stillInProgress. */
  n: z.number().int().positive(),
  ended: z.number().int().nonnegative(),
  stillInProgress: z.number().int().nonnegative(),
  /** Longest duration seen, ended or not. */
  observedUpTo: z.number().nonnegative(),
  /** 0.5 for a median. */
  quantile: z.number().gt(0).lt(1),
  level: z.number().gt(0).lt(1),
  method: methodSchema,
});
/** @public */
export type DurationShown = z.infer<typeof durationShownSchema>;
export const durationEstimateSchema = z.discriminatedUnion('withheld', [durationShownSchema, withheldSchema]);
export type DurationEstimate = z.infer<typeof durationEstimateSchema>;

/** `value` = first − second, in the unit of the figures compared. */
export const differenceShownSchema = z.strictObject({
  withheld: z.literal(false),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** Two-sided; below 1 − level exactly when the interval leaves out 0. */
  p: z.number().min(0).max(1),
  /** After Benjamini–Hochberg over the comparisons on screen, when the caller made several. */
  adjustedP: z.number().min(0).max(1).optional(),
  n: z.tuple([z.number().int().positive(), z.number().int().positive()]),
  level: z.number().gt(0).lt(1),
  method: methodSchema,
});
/** @public */
export type DifferenceShown = z.infer<typeof differenceShownSchema>;
export const differenceSchema = z.discriminatedUnion('withheld', [differenceShownSchema, withheldSchema]);
/** Withheld as soon as one side is: `n` is then the smaller side. */
export type Difference = z.infer<typeof differenceSchema>;

/** What every estimate lets its caller choose. `minimum` under 5 is raised to 5, never obeyed. */
export type EstimateOptions = {
  readonly level?: number;
  readonly minimum?: number;
  /**
   * How many times fewer independent observations there are than counted (Kish 1965: the design effect), ≥ 1. Several
   * journeys of one customer are alike: interval and minimum then rest on n divided by it.
   */
  readonly designEffect?: number;
};

/** The minimum really applied: whole, and never under {@link smallestMinimum} whatever the configuration says. */
export function effectiveMinimum(minimum: number = defaultMinimum): number {
  return Number.isFinite(minimum) ? Math.max(smallestMinimum, Math.ceil(minimum)) : defaultMinimum;
}

/** The withheld figure when `n`, over the design effect, is under the minimum (default 30, never under 5), else `undefined`. */
export function withheld(n: number, minimum?: number, designEffect = 1): Withheld | undefined {
  const floor = effectiveMinimum(minimum);
  return n / designEffect < floor ? { withheld: true, n, minimum: floor } : undefined;
}
