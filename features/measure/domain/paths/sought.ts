import { z } from 'zod';
import { flowEnds } from './flow.ts';
import { deedDoneSchema, funnelSchema, placeSchema } from './question.ts';

/**
 * The journeys behind one part of a picture, found as that picture counts them: a list has as many journeys as the picture
 * says. What is asked besides (period, filters, what journeys are read as) stays.
 */

const nodeSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('place'), key: placeSchema }),
  z.object({ at: z.enum(['other', 'begin', ...flowEnds]) }),
]);

/** A link of the flow; without `from`, all that come `to` a box. Begin and ends are parts of the picture as places are. */
export const soughtLinkSchema = z.object({
  of: z.literal('link'),
  /** As `FlowLink.rank`: null on a map of the process. */
  rank: z.int().min(0).max(30).nullable(),
  from: nodeSchema.nullable(),
  to: nodeSchema,
});

/** Exactly this path: a variant. */
export const soughtVariantSchema = z.object({
  of: z.literal('variant'),
  path: z.array(placeSchema).max(2000),
});

/** Those who reach a step of a funnel; or, of them, who go no further: over there, or still under way there. */
export const soughtStepSchema = z.object({
  of: z.literal('step'),
  /** From 1. */
  step: z.int().min(1),
  who: z.enum(['reached', 'stopped', 'under-way']),
  /** Key of a group of the funnel; everyone without it. */
  group: z.string().min(1).max(500).optional(),
});

/** Those a typical journey stands for: its rank among them, from 1. */
export const soughtTypicalSchema = z.object({ of: z.literal('typical'), rank: z.int().min(1).max(20) });

/** Those who reach a goal and did this before, as winning journeys are compared. */
export const soughtDeedSchema = z.object({ of: z.literal('deed'), deed: deedDoneSchema });

const flowQuestionSchema = z.object({
  start: placeSchema.optional(),
  end: placeSchema.optional(),
  most: z.int().min(1).max(200),
  ranks: z.int().min(0).max(30),
});

export const soughtSchema = z.discriminatedUnion('of', [
  soughtLinkSchema.extend({ flow: flowQuestionSchema }),
  soughtVariantSchema,
  soughtTypicalSchema,
  soughtDeedSchema.extend({ goal: placeSchema, start: placeSchema.optional() }),
  soughtStepSchema.extend({ funnel: funnelSchema, by: z.string().max(200).optional() }),
]);
export type Sought = z.infer<typeof soughtSchema>;

/** Places that must exist for the question to make sense. */
export function placesSought(sought: Sought | undefined): readonly string[] {
  switch (sought?.of) {
    case undefined:
    case 'typical':
      return [];
    case 'link':
      return [sought.from, sought.to, sought.flow.start, sought.flow.end].flatMap((part) =>
        typeof part === 'string' ? [part] : part?.at === 'place' ? [part.key] : [],
      );
    case 'variant':
      return sought.path;
    case 'step':
      return sought.funnel.steps.flat();
    case 'deed':
      return [sought.goal, sought.start, sought.deed.place, sought.deed.to].filter(
        (key) => key !== undefined,
      );
  }
}
