import { z } from 'zod';
import { estimateSchema } from '#kit/statistics/estimate.ts';
import { attributeSchema, noteSchema } from './attribute.ts';
import { detectionModelSchema } from './model.ts';

/** One number of personas that was tried. */
export const candidateSchema = z.object({
  k: z.int().min(1),
  logLikelihood: z.number(),
  parameters: z.int().positive(),
  bic: z.number(),
  icl: z.number(),
  /** Adjusted Rand index between the grouping and those found in resampled tables; null for k = 1. */
  stability: z
    .object({ mean: z.number(), low: z.number(), high: z.number(), bootstraps: z.int().positive() })
    .nullable(),
  /** Share of customers of the smallest group. */
  smallest: z.number(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/**
 * A sentence about a persona made from the table, with the figure that proves it: ready to be kept as a statement.
 * `code` names the sentence (`persona.says.<code>`), `params` fill it; figures are in the unit of the column.
 */
export const foundStatementSchema = z.object({
  id: z.string(),
  code: z.enum(['number-higher', 'number-lower', 'level-more', 'level-less', 'option-more', 'option-less']),
  attribute: z.string(),
  /** Level, option or bin; null for a mean. */
  value: z.string().nullable(),
  persona: estimateSchema,
  everyone: estimateSchema,
  /** Standardised distance to everyone: (mean − mean of all) / sd of all; shares likewise. Its sign says the direction. */
  effect: z.number(),
  evidence: z.object({
    kind: z.literal('figure'),
    /** Customers of the persona who answered. */
    n: z.int().nonnegative(),
    /** Date of the table, YYYY-MM-DD. */
    date: z.iso.date(),
    /** Name of the table. */
    source: z.string(),
  }),
});
export type FoundStatement = z.infer<typeof foundStatementSchema>;

/** Customers who answered so, among those asked. */
const answeredSchema = z.object({ yes: z.int().nonnegative(), n: z.int().nonnegative() });

/** Numbers of one group: in the unit of the column, then on the scale of the fit (`scale` of the attribute). */
const momentsSchema = z.object({
  n: z.int().nonnegative(),
  mean: z.number(),
  sd: z.number(),
  scaledMean: z.number(),
  scaledSd: z.number(),
});

/**
 * What one attribute looks like in one persona, beside everyone: for the picture, and for the sentences. Counts, so that
 * two personas can be joined exactly.
 */
export const profileSchema = z.object({
  attribute: z.string(),
  /** Kullback–Leibler distance of the persona from everyone, in bits: what one answer tells. Comparable across types. */
  information: z.number().min(0),
  shape: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('number'),
      persona: momentsSchema,
      everyone: momentsSchema,
      /** How many customers from `from` up to `to` (unit of the column); what is beyond the ends counts in the end bins. */
      bins: z.array(z.object({ from: z.number(), to: z.number(), persona: z.int(), everyone: z.int() })),
    }),
    z.object({
      /** `options` do not add up to 1: several can be ticked. */
      kind: z.enum(['levels', 'options']),
      values: z.array(z.object({ value: z.string(), persona: answeredSchema, everyone: answeredSchema })),
    }),
  ]),
});
export type Profile = z.infer<typeof profileSchema>;

export const proposedPersonaSchema = z.object({
  /** Key in `model`. */
  key: z.string(),
  size: z.object({
    count: z.int().nonnegative(),
    share: z.number(),
    /** 95 %: sampling of customers and uncertainty of the grouping together. */
    low: z.number(),
    high: z.number(),
  }),
  /** Mean best Jaccard index over resampled tables, 0…1: under .5 the group dissolves (Hennig 2007). */
  stability: z.number().min(0).max(1),
  /** Most distinctive attribute first. */
  profiles: z.array(profileSchema),
  /** Most telling first. */
  statements: z.array(foundStatementSchema),
  /** Mean probability that a customer of this persona is given to another: key → 0…1. */
  overlap: z.array(z.object({ key: z.string(), probability: z.number() })),
  /** Existing persona that looks most alike; null without signatures. */
  closest: z
    .object({
      personaId: z.string(),
      /** Mean overlap of the distributions over shared attributes, 0…1 (Bhattacharyya). */
      similarity: z.number(),
      attributes: z.int(),
    })
    .nullable(),
  /** Row of the table, from 0: the customer least unlike all the others of the persona. */
  portraitRow: z.int().nonnegative(),
});
export type ProposedPersona = z.infer<typeof proposedPersonaSchema>;

/** The same table grouped by another method (k-medoids on Gower's distance). */
export const secondOpinionSchema = z.object({
  k: z.int(),
  /** Mean distance to the nearest medoid. */
  loss: z.number(),
  medoidRows: z.array(z.int().nonnegative()),
  /** Adjusted Rand index with the personas. */
  agreement: z.number(),
  rows: z.int(),
});

export const shortFormSchema = z.object({
  /** Attribute ids, in the order to ask. */
  questions: z.array(z.string()),
  /** For the first 1, 2, … questions. */
  lengths: z.array(
    z.object({
      questions: z.int().positive(),
      /** Held-out customers who answered all of them (all customers when these are under 100). */
      n: z.int().nonnegative(),
      /** Share of these given the same persona as with all attributes. */
      agreement: z.number(),
      low: z.number(),
      high: z.number(),
      /** Mean stated probability of the persona given. */
      confidence: z.number(),
      /** How much each question counts in a form of this length, and what is added to the log prior of each persona. */
      weights: z.array(z.number()),
      balance: z.array(z.number()),
    }),
  ),
  /** Questions chosen by what was already answered, until one persona reaches `stopAt`. */
  adaptive: z.object({
    stopAt: z.number(),
    meanQuestions: z.number(),
    agreement: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  /** Held-out customers. */
  n: z.int().nonnegative(),
});
export type ShortForm = z.infer<typeof shortFormSchema>;

/** Attributes that tell nearly the same thing, or that give the outcome away. */
export const leakSchema = z.object({
  attribute: z.string(),
  determines: z.string(),
  /** Share of the uncertainty about `determines` that is gone once `attribute` is known, 0…1. */
  share: z.number(),
  /** `determines` is what customers did afterwards. */
  outcome: z.boolean(),
});
export type Leak = z.infer<typeof leakSchema>;

export const discoveryResultSchema = z.object({
  version: z.literal(1),
  source: z.string(),
  date: z.iso.date(),
  seed: z.int(),
  /** Rows of the table, and those that answered at least one attribute. */
  rows: z.int(),
  usable: z.int(),
  /** Rows the number of personas was chosen on, when the table is larger. */
  sampled: z.int(),
  attributes: z.array(attributeSchema),
  notes: z.array(noteSchema),
  leaks: z.array(leakSchema),
  candidates: z.array(candidateSchema),
  /** `none`: no stable personas here. Then `personas` is empty and `model` null. */
  verdict: z.enum(['found', 'none']),
  /** k of the personas; null when none. */
  chosen: z.int().nullable(),
  /** Why this k, or why none. */
  reason: z.enum(['largest-stable', 'information', 'asked', 'nothing-stable', 'one-group']),
  personas: z.array(proposedPersonaSchema),
  model: detectionModelSchema.nullable(),
  shortForm: shortFormSchema.nullable(),
  secondOpinion: secondOpinionSchema.nullable(),
});
export type DiscoveryResult = z.infer<typeof discoveryResultSchema>;

export const discoveryOptionsSchema = z.object({
  seed: z.int().min(0).max(4294967295).default(1),
  kMin: z.int().min(2).max(20).default(2),
  kMax: z.int().min(2).max(20).default(10),
  bootstraps: z.int().min(4).max(200).default(20),
  /** First guesses tried for each number of personas, in the table and in each resampled one. */
  starts: z.int().min(1).max(60).default(16),
  /** Bootstrap index from which a number of personas is called stable. */
  stableFrom: z.number().min(0).max(1).default(0.8),
  /** Rows the number of personas is chosen on; the chosen grouping is then refined on all rows. */
  sampleRows: z.int().min(100).max(50_000).default(10_000),
  /** Uses this number of personas whatever the indices say. */
  k: z.int().min(2).max(20).nullable().default(null),
});
export type DiscoveryOptions = z.infer<typeof discoveryOptionsSchema>;
export type DiscoveryRequest = z.input<typeof discoveryOptionsSchema>;

/** How far a discovery is. */
export const discoveryProgressSchema = z.object({
  stage: z.enum(['reading', 'fitting', 'checking', 'describing']),
  done: z.int().nonnegative(),
  total: z.int().positive(),
});
export type DiscoveryProgress = z.infer<typeof discoveryProgressSchema>;
