import { z } from 'zod';

const placeKey = z.string().min(1).max(500);

/**
 * What a journey answers, and what came before it: its last score, the mean of its scores, the last score at one place, or whether it
 * reaches a goal. What came before the answer may go with it; what came after cannot. Of a mean, everything is before.
 */
export const answerTargetSchema = z.discriminatedUnion('of', [
  z.object({ of: z.enum(['last', 'mean']) }),
  z.object({ of: z.enum(['place', 'goal']), place: placeKey }),
]);
export type AnswerTarget = z.infer<typeof answerTargetSchema>;

/** Place named by a target. */
export const placeOfTarget = (target: AnswerTarget): string[] => ('place' in target ? [target.place] : []);

/** A scale is cut into this many equal parts: all scores of scales of up to 13 points are whole parts. */
export const partsOfScale = 27_720;

/** How somebody was served at a place, by where their mean score there lies on its scale. */
export const servedKinds = ['badly', 'between', 'well'] as const;
export type Served = (typeof servedKinds)[number];
/** Badly: under the middle of the scale. Well: in its upper quarter, as elsewhere in this room. */
export const badlyUnder = partsOfScale / 2;
export const wellFrom = (3 * partsOfScale) / 4;
