import { z } from 'zod';

const names = z.array(z.string().min(1).max(500)).max(50);

/**
 * What a lived journey is in a source: all that a customer (or case) lived there, or that cut into several journeys
 * before each event that starts one, after each that ends one, and at each silence longer than so many seconds.
 */
export const journeyRuleSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('whole') }),
  z
    .object({
      is: z.literal('cut'),
      starts: names,
      ends: names,
      silenceSeconds: z.number().positive().max(3_200_000_000).nullable(),
    })
    .refine(({ starts, ends, silenceSeconds }) => starts.length + ends.length > 0 || silenceSeconds !== null),
]);
export type JourneyRule = z.infer<typeof journeyRuleSchema>;

export const wholeJourneys: JourneyRule = { is: 'whole' };

/** What the journeys of a source are made by: its rule, and a version of the identities of its workspace (0: none). */
export type SourceMaking = { readonly rule: JourneyRule; readonly identities: number };
export const madeWhole: SourceMaking = { rule: wholeJourneys, identities: 0 };

export const sameRule = (one: JourneyRule, other: JourneyRule): boolean =>
  JSON.stringify(journeyRuleSchema.parse(one)) === JSON.stringify(journeyRuleSchema.parse(other));

/**
 * The events of one customer, in their order, as journeys: the definition that the engine's SQL is tested against.
 * Nothing is left out: what lies before the first start, or between an end and the next start, is a journey too.
 */
export function cutJourney<Event extends { readonly name: string; readonly time: number }>(
  rule: JourneyRule,
  events: readonly Event[],
): Event[][] {
  const journeys: Event[][] = [];
  for (const [at, event] of events.entries()) {
    const before = events[at - 1];
    const opens =
      before === undefined ||
      (rule.is === 'cut' &&
        (rule.starts.includes(event.name) ||
          rule.ends.includes(before.name) ||
          (rule.silenceSeconds !== null && event.time - before.time > rule.silenceSeconds * 1000)));
    if (opens) journeys.push([event]);
    else journeys.at(-1)!.push(event);
  }
  return journeys;
}
