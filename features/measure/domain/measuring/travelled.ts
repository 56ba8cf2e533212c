import { shareEstimate } from '#kit/statistics/share.ts';
import type { DrawnAndTravelled } from '../figures.ts';
import type { KindOfEvent } from './source-plan.ts';
import { compareText } from './split.ts';
import type { NeighbourTally } from './tally.ts';

/** What one source says of the drawing as a whole. */
export type TravelledPart = {
  readonly kinds: readonly KindOfEvent[];
  readonly events: number;
  /** Events at no touchpoint, by kind. */
  readonly undrawn: readonly { readonly kind: number; readonly events: number; readonly journeys: number }[];
  readonly neighbours: readonly NeighbourTally[];
  /** Journeys at each step bound to this source. */
  readonly stepCustomers: ReadonlyMap<string, number>;
  /** How alike several journeys of a customer may be (kit/statistics/estimate.ts). */
  readonly designEffect: number;
};

/**
 * The map as drawn beside the journeys as lived. Neighbouring steps are said to be inverted when more than half of the journeys
 * that take both take the second first, and the interval of that share leaves out one half.
 * `stepIds`: steps in reading order.
 */
export function drawnAndTravelled(
  parts: readonly TravelledPart[],
  stepIds: readonly string[],
  minimum: number,
): DrawnAndTravelled | null {
  if (parts.length === 0) return null;
  const undrawn = parts.flatMap(({ kinds, undrawn }) => {
    const byId = new Map(kinds.map((kind) => [kind.id, kind]));
    return undrawn.map(({ kind, events, journeys }) => ({
      name: byId.get(kind)?.name ?? '',
      channel: byId.get(kind)?.channel ?? '',
      events,
      journeys,
    }));
  });
  const all = parts.reduce((sum, { events }) => sum + events, 0);
  const pairs = new Map<string, { first: string; second: string; both: number; inverted: number }>();
  for (const { first, second, both, inverted } of parts.flatMap(({ neighbours }) => neighbours)) {
    const key = JSON.stringify([first, second]);
    const known = pairs.get(key) ?? { first, second, both: 0, inverted: 0 };
    known.both += both;
    known.inverted += inverted;
    pairs.set(key, known);
  }
  const designEffect = Math.max(1, ...parts.map((part) => part.designEffect));
  const rank = (id: string): number => stepIds.indexOf(id);
  return {
    undrawn: undrawn.sort(
      (a, b) => b.events - a.events || compareText(a.name, b.name) || compareText(a.channel, b.channel),
    ),
    untaken: stepIds.filter((id) => {
      const customers = parts.flatMap(({ stepCustomers }) => stepCustomers.get(id) ?? []);
      return customers.length > 0 && customers.every((n) => n === 0);
    }),
    inverted: [...pairs.values()]
      .sort((a, b) => rank(a.first) - rank(b.first) || rank(a.second) - rank(b.second))
      .flatMap(({ first, second, both, inverted }) => {
        const share = shareEstimate(inverted, both, { minimum, designEffect });
        return !share.withheld && share.low > 0.5
          ? [{ drawnFirst: first, drawnSecond: second, journeys: both, share }]
          : [];
      }),
    eventsDrawn: { drawn: all - undrawn.reduce((sum, { events }) => sum + events, 0), all },
  };
}
