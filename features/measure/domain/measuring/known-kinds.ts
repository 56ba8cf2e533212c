import { z } from 'zod';
import type { SourcePlan } from './source-plan.ts';

/** What is known of each kind of event of a source, whatever the map. `lastAt`: milliseconds since 1970. */
export const kindCountSchema = z.object({
  kind: z.int(),
  events: z.int(),
  journeys: z.int(),
  lastAt: z.int(),
});
export type KindCount = z.infer<typeof kindCountSchema>;

export type UndrawnKind = Pick<KindCount, 'kind' | 'events' | 'journeys'>;

/**
 * What nobody drew, and when each touchpoint was last seen, read off the counts of kinds. Undefined when they do not tell: a
 * rule looks at attributes, or the counts are not those of `events` events (the source has changed since they were made).
 */
export function readOffKinds(
  { touchpoints }: SourcePlan,
  counts: readonly KindCount[] | undefined,
  events: number,
): { undrawn: UndrawnKind[]; lastSeen: Map<string, number> } | undefined {
  const plain = touchpoints.every(({ clauses }) =>
    clauses.every(({ conditions }) => conditions.length === 0),
  );
  if (!counts || !plain || counts.reduce((sum, count) => sum + count.events, 0) !== events) return undefined;
  const byKind = new Map(counts.map((count) => [count.kind, count]));
  const drawn = new Set<number>();
  const lastSeen = new Map<string, number>();
  for (const { id, clauses } of touchpoints) {
    for (const kind of clauses.flatMap((clause) => clause.kinds)) {
      drawn.add(kind);
      const count = byKind.get(kind);
      if (count) lastSeen.set(id, Math.max(count.lastAt, lastSeen.get(id) ?? count.lastAt));
    }
  }
  return {
    undrawn: counts
      .filter(({ kind }) => !drawn.has(kind))
      .map(({ kind, events: n, journeys }) => ({ kind, events: n, journeys })),
    lastSeen,
  };
}
