/**
 * The flow between places. Every journey that passes at least one place begins, goes from place to place, and ends: it left,
 * it arrived (where an end is asked), it is in progress, or the picture stops there. What enters a place leaves it.
 */

/** How a journey ends on the picture. */
export const flowEnds = ['left', 'in-progress', 'arrived', 'further'] as const;
export type FlowEnd = (typeof flowEnds)[number];

/** A place by its key, or the places under the cut-off together. */
export type FlowPlace = { readonly at: 'place'; readonly key: string } | { readonly at: 'other' };

export type FlowLink = {
  /** Rank of `from` on the path, from 1, in a picture by rank; null in a map of the process. */
  readonly rank: number | null;
  readonly from: FlowPlace | { readonly at: 'begin' };
  readonly to: FlowPlace | { readonly at: FlowEnd };
  readonly passages: number;
  readonly journeys: number;
  /** Median of the times between the two, in milliseconds; null at the begin and at an end. */
  readonly medianMilliseconds: number | null;
};

export type FlowQuestion = {
  /** Keep what comes from the first passage here on. */
  readonly start?: string;
  /** Keep what comes until the first passage here (after the start). */
  readonly end?: string;
  /** Places drawn one by one: the most passed; the others together. */
  readonly most: number;
  /** 0: a map of the process. Else a picture by rank, with as many places in a row. */
  readonly ranks: number;
};

export type Flow = {
  /** Journeys in scope; those that pass at least one place (and the start, where one is asked). */
  readonly journeys: number;
  readonly drawn: number;
  readonly places: readonly { readonly place: FlowPlace; readonly journeys: number }[];
  readonly links: readonly FlowLink[];
};

/** The places drawn one by one: those most journeys pass, in reading order at equal numbers; asked ones always. */
export function chooseDrawn(
  journeysAt: readonly number[],
  most: number,
  asked: readonly number[],
): readonly number[] {
  const passed = journeysAt.flatMap((journeys, index) =>
    journeys > 0 ? [{ number: index + 1, journeys }] : [],
  );
  const ranked = passed
    .toSorted((a, b) => b.journeys - a.journeys || a.number - b.number)
    .map(({ number }) => number);
  const first = asked.filter((number) => ranked.includes(number));
  return [...new Set([...first, ...ranked])].slice(0, Math.max(most, first.length)).sort((a, b) => a - b);
}

/** For each place on the picture (by rank): what enters and what leaves, in passages. Equal, or the picture lies. */
export function balanceOf(links: readonly FlowLink[]): Map<string, { entered: number; left: number }> {
  const balance = new Map<string, { entered: number; left: number }>();
  const at = (rank: number | null, place: FlowPlace) => {
    const key = JSON.stringify([rank, place.at, place.at === 'place' ? place.key : '']);
    const found = balance.get(key) ?? { entered: 0, left: 0 };
    balance.set(key, found);
    return found;
  };
  for (const { rank, from, to, passages } of links) {
    if (from.at === 'place' || from.at === 'other') at(rank, from).left += passages;
    if (to.at === 'place' || to.at === 'other') at(rank === null ? null : rank + 1, to).entered += passages;
  }
  return balance;
}
