import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { durationEstimateSchema, estimateSchema } from '#kit/statistics/estimate.ts';
import { scoreKindSchema } from '#touchpoint/domain/binding.ts';
import { journeyRuleSchema } from './lived-journey/journey-rule.ts';

/** A count of people small enough to point at someone is withheld (numbers.md: under 5). */
export const countSchema = z.union([z.int().nonnegative(), z.object({ withheld: z.literal(true) })]);
export type Count = z.infer<typeof countSchema>;

/** A score in its own unit; the estimate carries the weighted figure beside it when the survey has weights. */
export const scoreSchema = z.object({
  kind: scoreKindSchema,
  /** Scale of the answers, e.g. 1–5; NPS is −100…+100 from answers 0–10. */
  scale: z.object({ min: z.number(), max: z.number() }),
  estimate: estimateSchema,
  /** Answers outside the scale: never counted. */
  refused: z.int().nonnegative(),
});
export type Score = z.infer<typeof scoreSchema>;

export const freshnessSchema = z.object({
  sourceId: idSchema,
  sourceName: z.string(),
  n: z.int().nonnegative(),
  /** Last event or answer counted, and when the data came in. ISO date-times, UTC. */
  lastAt: z.string().nullable(),
  importedAt: z.string().nullable(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

/**
 * All figures of one place of the map (touchpoint, step or stage) for one group of customers. Definitions with their
 * reasons: ../README.md. "Later", "next" and "last" follow the order of the lived journey: (time, arrival).
 */
export const placeFiguresSchema = z.object({
  /** Events that match; answers where only survey columns are bound. */
  volume: countSchema,
  /** Distinct customers (lived journeys) with at least one of them; respondents where only survey columns are bound. */
  customers: countSchema,
  /** Share of all lived journeys of the group that pass here (Wilson). Null without events bound. */
  share: estimateSchema.nullable(),
  /**
   * Of those who pass here, share that later reach a later stage (Wilson). Journeys under way that have not gone on yet
   * are left out: nobody knows. Null where nothing later is bound, and where nobody passes.
   */
  goesOn: estimateSchema.nullable(),
  /**
   * Of those who pass here, share whose journey ends here: nothing after, and silent for longer than the patience. Those
   * whose last event is here and who are still under way are left out. Null where nothing later is bound: the end of the
   * map is an arrival, not a stop.
   */
  stopsHere: estimateSchema.nullable(),
  /** Journeys whose last event is here and that are still under way. */
  inProgress: countSchema,
  /**
   * Milliseconds from the first passage here to the first later event bound elsewhere: to another touchpoint, step or stage
   * (Kaplan–Meier: journeys under way are censored at the end of the data, those that are over without it left out).
   */
  timeToNext: durationEstimateSchema.nullable(),
  satisfaction: scoreSchema.nullable(),
  freshness: z.array(freshnessSchema),
});
export type PlaceFigures = z.infer<typeof placeFiguresSchema>;

/** Group key `all` is everyone; the others are the keys of `groups`. */
export const byGroup = <T extends z.ZodType>(schema: T) => z.record(z.string(), schema);

/**
 * A group figures are split by. Key: the id of the persona on the map, or `value:…` for a value of an attribute (the six
 * commonest), or `other` for its remaining values together; of a run of a detection model, `attributed:…` for a persona that
 * the map does not name, and `undecided`. Journeys without a value (or of no contact) are in `all` only.
 */
export const groupSchema = z.object({
  key: z.string(),
  /** Name of the persona, or the value as written in the data; empty for `other` and `undecided`. */
  label: z.string(),
  /** Lived journeys; respondents when only surveys know the attribute. */
  journeys: countSchema,
  /** Persona of the map. */
  personaId: idSchema.nullable(),
});
export type Group = z.infer<typeof groupSchema>;

/** One point of the measured emotion curve: the mean satisfaction m on a scale a…b said as −3 + 6·(m − a)/(b − a). */
export const measuredEmotionSchema = z.object({ stepId: idSchema, estimate: estimateSchema });
export type MeasuredEmotion = z.infer<typeof measuredEmotionSchema>;

/** Everything said of a source of lived journeys before any map. */
export const logStatsSchema = z.object({
  customers: z.int(),
  /** As many as customers, unless a rule cuts journeys. */
  journeys: z.int(),
  events: z.int(),
  eventNames: z.int(),
  variants: z.int(),
  /** Events that share journey and time with the one before, and the journeys with at least one: how many, what share. */
  ties: z.object({ events: z.int(), journeys: z.int(), share: z.number() }),
  first: z.string().nullable(),
  last: z.string().nullable(),
  setAside: z.int(),
});
export type LogStats = z.infer<typeof logStatsSchema>;

export const populationSchema = z.object({
  sourceId: idSchema,
  name: z.string(),
  simulated: z.boolean(),
  importedAt: z.string().nullable(),
  duplicates: z.int(),
  stats: logStatsSchema,
  rule: journeyRuleSchema,
  /** Version of the identities of the workspace that its journeys were made with; 0: none. */
  identities: z.int(),
  /** A journey silent for longer than this at the end of the data is over; else it is still under way. Seconds. */
  patienceSeconds: z.number(),
});
export type Population = z.infer<typeof populationSchema>;

export const drawnAndTravelledSchema = z.object({
  /** Events of the sources that no touchpoint of the map is bound to. */
  undrawn: z.array(
    z.object({ name: z.string(), channel: z.string(), events: z.int(), journeys: countSchema }),
  ),
  /** Steps with a bound touchpoint that no journey takes. */
  untaken: z.array(idSchema),
  /** Neighbouring steps mostly lived in the other order. */
  inverted: z.array(
    z.object({ drawnFirst: idSchema, drawnSecond: idSchema, journeys: z.int(), share: estimateSchema }),
  ),
  /** Share of events that the map draws. */
  eventsDrawn: z.object({ drawn: z.int(), all: z.int() }),
});
export type DrawnAndTravelled = z.infer<typeof drawnAndTravelledSchema>;

export const mapMeasureSchema = z.object({
  computedAt: z.string(),
  tookMilliseconds: z.number(),
  minimum: z.int(),
  /** What the map is bound to and that is no longer there: its touchpoints keep their other figures. */
  missing: z.array(z.object({ kind: z.enum(['source', 'survey']), id: idSchema })),
  /** Above 200,000 events durations are read on a scale (marks under 1.6 % apart, 3.2 % above four million): told as "≈". */
  durationsRounded: z.boolean(),
  populations: z.array(populationSchema),
  surveys: z.array(
    z.object({
      surveyId: idSchema,
      name: z.string(),
      respondents: z.int(),
      simulated: z.boolean(),
      importedAt: z.string(),
    }),
  ),
  by: z.string().nullable(),
  groups: z.array(groupSchema),
  touchpoints: z.record(idSchema, byGroup(placeFiguresSchema)),
  steps: z.record(idSchema, byGroup(placeFiguresSchema)),
  stages: z.record(idSchema, byGroup(placeFiguresSchema)),
  emotion: byGroup(z.array(measuredEmotionSchema)),
  objectives: z.record(idSchema, scoreSchema.nullable()),
  drawnAndTravelled: drawnAndTravelledSchema.nullable(),
});
export type MapMeasure = z.infer<typeof mapMeasureSchema>;
