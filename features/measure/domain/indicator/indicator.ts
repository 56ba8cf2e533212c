import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { scoreKindSchema } from '#touchpoint/domain/binding.ts';
import { pathScopeSchema } from '../paths/question.ts';
import { mostLetters } from './formula/parse.ts';
import { grainSchema } from './periods.ts';

/** Key of a place of the lived journey: the name of an event, or the id of a part of the map. */
const place = z.string().min(1).max(500);

/** Whose journeys, read as what; the periods are those of the indicator. */
const lived = pathScopeSchema.pick({ sourceId: true, unit: true, mapId: true, filters: true });

/** What an indicator counts: what each means is said in ../../README.md. */
export const definitionSchema = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('score'),
    surveyId: idSchema,
    column: z.string().min(1).max(500),
    /** `csat`: share of the two best answers; `nps`: −100…+100; `ces` and `mean`: the mean on the scale. */
    kind: scoreKindSchema,
    /** Only people for whom this column of the survey says this. */
    only: z.object({ column: z.string().min(1).max(500), value: z.string().max(500) }).nullable(),
  }),
  lived.extend({
    of: z.literal('conversion'),
    /** Null: whoever passes any place, from their first one. */
    first: place.nullable(),
    second: place,
  }),
  lived
    .extend({
      of: z.literal('churn'),
      first: place.nullable(),
      /** What tells that somebody has left; null: their journey stops at `first`. */
      left: place.nullable(),
    })
    .refine(({ first, left }) => first !== null || left !== null, { error: 'first or left must be told' }),
  lived.extend({ of: z.literal('time'), first: place, second: place }),
  lived.extend({ of: z.literal('volume'), place, count: z.enum(['events', 'customers']) }),
  z.object({
    of: z.literal('formula'),
    /** Over the letters of `terms`: `(A - B) / C * 100`. */
    expression: z.string().trim().min(1).max(500),
    /** Letter → indicator. */
    terms: z
      .record(z.string().regex(/^[A-Z]$/), idSchema)
      .refine((all) => Object.keys(all).length <= mostLetters),
  }),
]);
export type Definition = z.infer<typeof definitionSchema>;
export type Lived = Exclude<Definition, { of: 'score' | 'formula' }>;

export const targetSchema = z.object({
  /** In the unit of the figure: a share 0…1, milliseconds for a time, points for an NPS. */
  value: z.number(),
  direction: z.enum(['at-least', 'at-most']),
  /** The day it is to be reached; null: from now on. */
  by: z.iso.date().nullable(),
});
export type Target = z.infer<typeof targetSchema>;

export const indicatorSettingsSchema = z.object({
  name: z.string().trim().min(1).max(120),
  /** Who answers for it; empty: nobody yet. */
  owner: z.string().trim().max(120).default(''),
  definition: definitionSchema,
  target: targetSchema.nullable().default(null),
  /** What a formula or a volume counts in ("€", "appels"); empty: nothing is written after the figure. */
  unit: z.string().trim().max(20).default(''),
  grain: grainSchema.default('month'),
  /**
   * Also told in these groups of customers, on its page and in the monthly report: a word of `findSplits` (personas, the channel a
   * journey began on, an attribute) or a column of the survey; null: for everyone only.
   */
  by: z.string().min(1).max(500).nullable().default(null),
});
export type IndicatorSettings = z.infer<typeof indicatorSettingsSchema>;

export const indicatorSchema = indicatorSettingsSchema.extend({
  id: idSchema,
  createdAt: z.iso.datetime(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** How a figure is written: a share, points (signed), a score on its scale, a duration, a count, or a bare number. */
export type Measure = 'share' | 'points' | 'score' | 'duration' | 'count' | 'number';

export function measureOf(definition: Definition): Measure {
  switch (definition.of) {
    case 'score':
      return definition.kind === 'csat' ? 'share' : definition.kind === 'nps' ? 'points' : 'score';
    case 'conversion':
    case 'churn':
      return 'share';
    case 'time':
      return 'duration';
    case 'volume':
      return 'count';
    case 'formula':
      return 'number';
  }
}

/** Which way is better: as the target says, else as the kind of figure does; null: neither is. */
export function betterWay({
  definition,
  target,
}: Pick<Indicator, 'definition' | 'target'>): 'up' | 'down' | null {
  if (target) return target.direction === 'at-least' ? 'up' : 'down';
  switch (definition.of) {
    case 'score':
      // An effort is asked in both ways: nobody but its owner knows which end is good.
      return definition.kind === 'ces' ? null : 'up';
    case 'conversion':
      return 'up';
    case 'churn':
    case 'time':
      return 'down';
    default:
      return null;
  }
}

/** Indicators that a formula leads back to itself through, in the order they are met; null when there is no way back. */
export function cycleOf(
  id: string,
  definitionOf: (id: string) => Definition | undefined,
): readonly string[] | null {
  const visit = (at: string, way: readonly string[]): readonly string[] | null => {
    const definition = definitionOf(at);
    if (definition?.of !== 'formula') return null;
    for (const next of Object.values(definition.terms)) {
      if (next === id) return [...way, at, id];
      if (way.includes(next) || next === at) continue;
      const found = visit(next, [...way, at]);
      if (found) return found;
    }
    return null;
  };
  return visit(id, []);
}
