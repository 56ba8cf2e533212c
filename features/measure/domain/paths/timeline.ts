/**
 * One journey as a timeline: its passages in order, as questions on paths read them. The customer is a pseudonym, and
 * attributes are left out: they may say who it is.
 */

/** An event of the journey. */
export type TimelineEvent = {
  readonly name: string;
  readonly channel: string;
  readonly at: number;
  readonly score: number | null;
};

/** An event at a place: its rank in the journey, from 1, and the number of the place. */
export type Hit = { readonly event: number; readonly place: number };

export type Passage = {
  /** Number of the place, from 1. */
  readonly place: number;
  /** First and last moment, in milliseconds since 1970. */
  readonly at: number;
  readonly until: number;
  /** From the beginning of the passage before to the beginning of this one; null for the first. */
  readonly sinceMilliseconds: number | null;
  readonly events: number;
  /** Different names and channels of its events, in order of arrival. */
  readonly names: readonly string[];
  readonly channels: readonly string[];
  /** Mean of the scores given, and how many there are. */
  readonly score: number | null;
  readonly scores: number;
};

/**
 * Passages of a journey. Kept: an event is one passage at a place, even when two touchpoints of that place read it. Joined: the
 * same place several times in a row is one passage, at its first time.
 */
export function passagesOf(
  events: readonly TimelineEvent[],
  hits: readonly Hit[],
  repeats: 'kept' | 'joined',
): Passage[] {
  const stays: { place: number; ranks: number[] }[] = [];
  for (const { event, place } of hits) {
    const last = stays.at(-1);
    const again = last?.place === place && (repeats === 'joined' || last.ranks.at(-1) === event);
    if (!again) stays.push({ place, ranks: [event] });
    else if (last.ranks.at(-1) !== event) last.ranks.push(event);
  }
  let before: number | null = null;
  return stays.map(({ place, ranks }) => {
    const own = ranks.flatMap((rank) => events[rank - 1] ?? []);
    const at = own[0]?.at ?? 0;
    const given = own.flatMap(({ score }) => (score === null ? [] : [score]));
    const since: number | null = before === null ? null : at - before;
    before = at;
    return {
      place,
      at,
      until: own.at(-1)?.at ?? at,
      sinceMilliseconds: since,
      events: own.length,
      names: [...new Set(own.map(({ name }) => name))],
      channels: [...new Set(own.flatMap(({ channel }) => (channel === '' ? [] : [channel])))],
      score: given.length === 0 ? null : given.reduce((sum, score) => sum + score, 0) / given.length,
      scores: given.length,
    };
  });
}

/** How often each place is passed, the most first; at equal numbers in reading order. */
export function placesPassed(passages: readonly Passage[]): { place: number; passages: number }[] {
  const counted = new Map<number, number>();
  for (const { place } of passages) counted.set(place, (counted.get(place) ?? 0) + 1);
  return [...counted]
    .map(([place, count]) => ({ place, passages: count }))
    .sort((a, b) => b.passages - a.passages || a.place - b.place);
}
