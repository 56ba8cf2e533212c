import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { differenceSchema, type Estimate, estimateSchema } from '#kit/statistics/estimate.ts';
import { meanDifference, meanEstimate } from '#kit/statistics/mean.ts';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import { shareDifference, shareEstimate } from '#kit/statistics/share.ts';
import { type DetectionModel, modelPersonaSchema } from '../discovery/model.ts';

/** Contacts of one persona (0: undecided) whose stated probability lies in one tenth of 0…1, as the engine counts them. */
export type AttributionCount = {
  /** Place in the model, from 1; 0 when undecided. */
  readonly persona: number;
  /** 0…9: probability in [bin / 10, (bin + 1) / 10); 1 is in the last. */
  readonly bin: number;
  readonly contacts: number;
  /** Σ probability, in ten-thousandths (whole, so that the sum is the same at every run). */
  readonly sum: number;
  /** Σ of their squares. */
  readonly squares: number;
};

export const attributionSummarySchema = z.object({
  contacts: z.int().nonnegative(),
  /** In the order of the model. */
  personas: z.array(
    modelPersonaSchema.extend({
      contacts: z.int().nonnegative(),
      /** Of all contacts of the list (Wilson). */
      share: estimateSchema,
      /** Mean stated probability of its contacts, 0…1; null when there are none. */
      confidence: z.number().nullable(),
    }),
  ),
  undecided: z.object({ contacts: z.int().nonnegative(), share: estimateSchema }),
  /** Mean stated probability of the likeliest persona, over all contacts. */
  confidence: estimateSchema,
  /** Its standard deviation over contacts. */
  confidenceSd: z.number().nonnegative(),
  /** Contacts by tenth of stated probability. */
  histogram: z.array(z.int().nonnegative()).length(10),
  threshold: z.number(),
  /** Attributes of the model that the list could not answer. */
  unused: z.array(z.string()),
  /** Attributes of the model that it could. */
  used: z.int().nonnegative(),
});
export type AttributionSummary = z.infer<typeof attributionSummarySchema>;

export const attributionRunSchema = z.object({
  id: idSchema,
  listId: idSchema,
  listVersion: z.int().positive(),
  /** What the engine knows that version by. */
  versionId: idSchema,
  modelId: idSchema,
  modelName: z.string(),
  modelRevision: z.int().positive(),
  at: z.string(),
  summary: attributionSummarySchema,
});
export type AttributionRun = z.infer<typeof attributionRunSchema>;

const unit = 10_000;

/** What a run says, out of the counts of the engine. `minimum`: contacts under which no share is shown. */
export function summariseRun(
  counts: readonly AttributionCount[],
  model: DetectionModel,
  unused: readonly string[],
  minimum: number,
): AttributionSummary {
  const total = (of: readonly AttributionCount[], what: 'contacts' | 'sum' | 'squares'): number =>
    of.reduce((sum, each) => sum + each[what], 0);
  const n = total(counts, 'contacts');
  const share = (contacts: number): Estimate => shareEstimate(contacts, n, { minimum });
  const mean = n > 0 ? total(counts, 'sum') / unit / n : 0;
  const variance = n > 1 ? Math.max(0, (total(counts, 'squares') / unit ** 2 - n * mean ** 2) / (n - 1)) : 0;
  const sd = Math.sqrt(variance);
  return {
    contacts: n,
    personas: model.personas.map((persona, at) => {
      const own = counts.filter((each) => each.persona === at + 1);
      const contacts = total(own, 'contacts');
      return {
        ...persona,
        contacts,
        share: share(contacts),
        confidence: contacts > 0 ? total(own, 'sum') / unit / contacts : null,
      };
    }),
    undecided: undecidedOf(counts, share),
    confidence: meanEstimate({ n, mean, sd }, { minimum }),
    confidenceSd: sd,
    histogram: Array.from({ length: 10 }, (_, bin) =>
      total(
        counts.filter((each) => each.bin === bin),
        'contacts',
      ),
    ),
    threshold: model.threshold,
    unused: [...unused],
    used: model.attributes.length - unused.length,
  };
}

function undecidedOf(counts: readonly AttributionCount[], share: (contacts: number) => Estimate) {
  const contacts = counts
    .filter(({ persona }) => persona === 0)
    .reduce((sum, each) => sum + each.contacts, 0);
  return { contacts, share: share(contacts) };
}

export const driftSchema = z.object({
  /** The run compared with. */
  runId: idSchema,
  at: z.string(),
  /** Share of now minus share of then, persona by persona; the last one, without a key, is the undecided. */
  shares: z.array(
    z.object({
      key: z.string().nullable(),
      name: z.string(),
      difference: differenceSchema,
      moved: z.boolean(),
    }),
  ),
  /** Mean confidence of now minus then. */
  confidence: differenceSchema,
  confidenceMoved: z.boolean(),
  /** Something moved beyond noise. */
  alert: z.boolean(),
});
export type Drift = z.infer<typeof driftSchema>;

/** Smaller moves are not worth a look, however many contacts make them certain: one contact in a hundred, one point. */
export const smallestMove = 0.01;
const level = 0.05;

/**
 * What moved between two runs beyond noise: differences of shares (Newcombe 1998, method 10) and of mean confidence (Welch
 * 1947), called a move when the Benjamini–Hochberg adjusted p of all that is compared is under 5 % and the move is of one
 * point at least. Contacts that are in both runs make real noise smaller than counted: the alert is late rather than false.
 * Null when the runs do not know the same personas.
 */
export function driftBetween(then: AttributionRun, now: AttributionRun, minimum: number): Drift | null {
  const before = then.summary;
  const after = now.summary;
  const counterpart = after.personas.map((persona) =>
    before.personas.find(
      ({ key, personaId }) =>
        (then.modelId === now.modelId && key === persona.key) ||
        (personaId !== null && personaId === persona.personaId),
    ),
  );
  if (counterpart.length !== before.personas.length || counterpart.some((each) => each === undefined))
    return null;
  const pairs = [
    ...after.personas.map((persona, at) => ({
      key: persona.key,
      name: persona.name,
      contacts: persona.contacts,
      earlier: counterpart[at]!.contacts,
    })),
    { key: null, name: '', contacts: after.undecided.contacts, earlier: before.undecided.contacts },
  ];
  const differences = adjustDifferences([
    ...pairs.map((pair) =>
      shareDifference(
        { successes: pair.contacts, n: after.contacts },
        { successes: pair.earlier, n: before.contacts },
        { minimum },
      ),
    ),
    meanDifference(moments(after), moments(before), { minimum }),
  ]);
  const moved = differences.map(
    (each) => !each.withheld && (each.adjustedP ?? each.p) < level && Math.abs(each.value) >= smallestMove,
  );
  return {
    runId: then.id,
    at: then.at,
    shares: pairs.map(({ key, name }, at) => ({
      key,
      name,
      difference: differences[at]!,
      moved: moved[at]!,
    })),
    confidence: differences[pairs.length]!,
    confidenceMoved: moved[pairs.length]!,
    alert: moved.some(Boolean),
  };
}

function moments({ contacts, confidence, confidenceSd }: AttributionSummary) {
  return { n: contacts, mean: confidence.withheld ? 0 : confidence.value, sd: confidenceSd };
}
