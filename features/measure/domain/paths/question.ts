import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';

/**
 * What a lived journey is read as: its event names, or the touchpoints, steps or stages of a map bound to the source. A
 * *place* is one of these; the *path* of a journey is the list of places it passes, in the order of (time, arrival).
 */
export const pathUnitSchema = z.enum(['event', 'touchpoint', 'step', 'stage']);
export type PathUnit = z.infer<typeof pathUnitSchema>;

/** Key of a place: the name of an event, or the id of a part of the map. */
export const placeSchema = z.string().min(1).max(500);

/** Something a journey did: passed a place, went directly from it `to` another, passed it twice or more. */
export const deedDoneSchema = z.object({
  did: z.enum(['pass', 'go', 'return']),
  place: placeSchema,
  to: placeSchema.optional(),
});
export type DeedDone = z.infer<typeof deedDoneSchema>;

export const pathFilterSchema = z.discriminatedUnion('is', [
  z.object({ is: z.enum(['through', 'not-through']), place: placeSchema }),
  /** `later` comes somewhere after `place`, no more than `withinSeconds` later when told. */
  z.object({
    is: z.literal('then'),
    place: placeSchema,
    later: placeSchema,
    withinSeconds: z.number().positive().optional(),
  }),
  /** An attribute of the whole journey; a missing one reads as the empty text. */
  z.object({
    is: z.enum(['one-of', 'none-of']),
    attribute: z.string().min(1).max(200),
    values: z.array(z.string().max(500)).min(1).max(100),
  }),
]);
export type PathFilter = z.infer<typeof pathFilterSchema>;

/** What every question on paths says: whose journeys, read as what. */
export const pathScopeSchema = z.object({
  sourceId: idSchema,
  unit: pathUnitSchema,
  /** The map whose places are read; needed by every unit but `event`. */
  mapId: idSchema.optional(),
  /** Joined: the same place twice in a row is one passage, at its first time. */
  repeats: z.enum(['kept', 'joined']),
  /** Journeys that began on these days of the zone of the workspace. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** All must hold. */
  filters: z.array(pathFilterSchema).max(20),
});
export type PathScope = z.infer<typeof pathScopeSchema>;

/** One step of a funnel: any of these places. */
const funnelStepSchema = z.array(placeSchema).min(1).max(50);
export const mostFunnelSteps = 64;

export const funnelSchema = z.object({
  steps: z.array(funnelStepSchema).min(1).max(mostFunnelSteps),
  /** Strict: nothing else may come between two steps. */
  order: z.enum(['loose', 'strict']),
  /** From the first step to the last reached. */
  withinSeconds: z.number().positive().optional(),
});
export type Funnel = z.infer<typeof funnelSchema>;
