import { z } from 'zod';
import { attributeSchema } from './attribute.ts';

const logP = z.number().max(0).min(-1000);

/**
 * How answers to one attribute tell personas apart. All logarithms are natural; the first index is the persona. A
 * missing answer adds 0 to every persona, whatever the kind.
 */
export const likelihoodSchema = z.discriminatedUnion('kind', [
  /**
   * Nominal, ordinal, and numbers cut into bins: `logP[persona][0]` is 0 (missing), `logP[persona][1 + level]` the
   * log-probability of the level (or of the bin, see `edges`).
   */
  z.object({ kind: z.literal('levels'), logP: z.array(z.array(logP)) }),
  /**
   * Numbers and dates (days since 1970): a bell curve per persona on the scale of the attribute. A value outside
   * low … high (on that scale) is read as the nearer bound, so that no single odd value decides alone.
   */
  z.object({
    kind: z.literal('normal'),
    mean: z.array(z.number()),
    sd: z.array(z.number().positive()),
    low: z.number(),
    high: z.number(),
  }),
  /** Multiple choice: one coin per option. The options that were not asked add 0. */
  z.object({
    kind: z.literal('options'),
    ticked: z.array(z.array(logP)),
    unticked: z.array(z.array(logP)),
  }),
]);
export type Likelihood = z.infer<typeof likelihoodSchema>;

/** How far stated probabilities can be believed, measured on rows that did not make the model. */
export const calibrationSchema = z.object({
  /** `labels`: against personas known for these rows. `model`: against the model that also knows these rows. */
  against: z.enum(['labels', 'model']),
  n: z.int().positive(),
  /** Mean distance between stated probability and observed share, in 0…1, before and after. */
  errorBefore: z.number().min(0),
  error: z.number().min(0),
});
export type Calibration = z.infer<typeof calibrationSchema>;

export const modelPersonaSchema = z.object({
  /** Key inside the model: `p1`, `p2`, … in order of size at first. */
  key: z.string().min(1).max(40),
  name: z.string().max(200),
  /** The persona of the workspace it stands for, once there is one. */
  personaId: z.string().nullable(),
});

/**
 * Everything needed to give a contact a persona:
 * score[persona] = logPrior[persona] + Σ over attributes of weight · log-likelihood / temperature,
 * probability = softmax(score). Undecided when the greatest probability is under `threshold`, or nothing was answered.
 */
export const detectionModelSchema = z
  .object({
    version: z.literal(1),
    /** Found in a table, or written as expected answers. */
    origin: z.enum(['discovery', 'hand']),
    personas: z.array(modelPersonaSchema).min(2).max(20),
    attributes: z
      .array(
        z.object({
          attribute: attributeSchema,
          likelihood: likelihoodSchema,
          /** How much the answer counts: its log-likelihood is multiplied by it. */
          weight: z.number().min(0).max(10).default(1),
        }),
      )
      .min(1)
      .max(500),
    logPrior: z.array(logP),
    temperature: z.number().positive(),
    threshold: z.number().min(0).max(1),
    calibration: calibrationSchema.nullable(),
  })
  .refine(shapesFit, { error: 'personas, levels or options do not match' });
export type DetectionModel = z.infer<typeof detectionModelSchema>;

type Shape = {
  readonly personas: readonly unknown[];
  readonly logPrior: readonly number[];
  readonly attributes: readonly {
    readonly attribute: z.infer<typeof attributeSchema>;
    readonly likelihood: Likelihood;
  }[];
};

function shapesFit({ personas, logPrior, attributes }: Shape): boolean {
  const k = personas.length;
  const table = (rows: readonly (readonly number[])[], width: number): boolean =>
    rows.length === k && rows.every((row) => row.length === width);
  return (
    logPrior.length === k &&
    attributes.every(({ attribute, likelihood }) => {
      if (likelihood.kind === 'options')
        return (
          attribute.type === 'multiple' &&
          table(likelihood.ticked, attribute.options.length) &&
          table(likelihood.unticked, attribute.options.length)
        );
      if (likelihood.kind === 'normal')
        return (
          ((attribute.type === 'numeric' && attribute.edges === null) || attribute.type === 'date') &&
          likelihood.mean.length === k &&
          likelihood.sd.length === k
        );
      const levels =
        attribute.type === 'nominal' || attribute.type === 'ordinal'
          ? attribute.levels.length
          : attribute.type === 'numeric' && attribute.edges
            ? attribute.edges.length + 1
            : -1;
      return table(likelihood.logP, levels + 1) && likelihood.logP.every((row) => row[0] === 0);
    })
  );
}

/** One answer of one contact: text as written, a number, the ticked options, or null when not known / not asked. */
export const answerSchema = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);
export type Answer = z.infer<typeof answerSchema>;
/** By attribute id. An attribute that is not there is missing; `[]` means "asked, ticked nothing". */
export const answersSchema = z.record(z.string(), answerSchema);
export type Answers = z.infer<typeof answersSchema>;

export const attributionSchema = z.object({
  /** Key of the persona; null when undecided. */
  persona: z.string().nullable(),
  /** Of the likeliest persona, also when undecided. */
  probability: z.number().min(0).max(1),
  /** Every persona, likeliest first. */
  personas: z.array(z.object({ key: z.string(), probability: z.number().min(0).max(1) })),
  /** Attributes of the model that were answered. */
  answered: z.int().nonnegative(),
});
export type Attribution = z.infer<typeof attributionSchema>;

/** A model written by hand: what each persona is expected to answer. */
export const expectationsSchema = z.object({
  personas: z
    .array(
      modelPersonaSchema.extend({
        /** Relative size; equal unless told. */ share: z.number().positive().default(1),
      }),
    )
    .min(2)
    .max(20),
  attributes: z.array(attributeSchema).min(1).max(100),
  expectations: z.array(
    z.object({
      persona: z.string(),
      attribute: z.string(),
      /** Levels or options expected; bins of a number as their index from 0. */
      answers: z.array(z.string()).min(1),
      /** 1 somewhat (3 times likelier than another answer), 2 clearly (9 times), 3 nearly always (27 times). */
      weight: z.number().min(0).max(3),
    }),
  ),
  threshold: z.number().min(0).max(1).default(0.5),
});
export type Expectations = z.infer<typeof expectationsSchema>;
