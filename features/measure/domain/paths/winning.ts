import type { DifferenceShown, EstimateOptions } from '#kit/statistics/estimate.ts';
import { effectiveMinimum, smallestMinimum } from '#kit/statistics/estimate.ts';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import { shareDifference } from '#kit/statistics/share.ts';

/**
 * What those who reached a goal did more, or less, than the others. A *winner* passes the goal (after the start, where one is
 * asked); of it only what came before is looked at. The *others* never pass it and are over; who is under way is left out: nobody
 * knows yet. An other who lived on has had more time to do anything, so each winner is compared with the others over as many
 * passages: a winner that took n passages to the goal stands beside all others that made at least n, read over their first n. That
 * is the risk set of survival analysis (Prentice & Breslow 1978), with passages for time.
 */

/** What a journey may have done: passed a place, gone directly from one to another, passed a place twice or more. */
export type Deed =
  | { readonly did: 'pass'; readonly place: number }
  | { readonly did: 'go'; readonly place: number; readonly to: number }
  | { readonly did: 'return'; readonly place: number };

/** Journeys by the number of passages looked at: before the goal, or in all. */
export type PassageCount = { readonly passages: number; readonly journeys: number };

/** Journeys that did something, the first time at passage `first`. */
export type DeedCount = {
  readonly deed: Deed;
  readonly won: boolean;
  readonly passages: number;
  readonly first: number;
  readonly journeys: number;
};

export type WinningCounts = {
  readonly winners: readonly PassageCount[];
  readonly others: readonly PassageCount[];
  readonly deeds: readonly DeedCount[];
};

/** Passages looked at, at most: what comes later is not compared. */
export const mostPassagesRead = 30;
/** Deeds compared, those of most journeys; and the share of all compared that must have done it. */
export const mostDeeds = 60;
const rarest = 0.02;

export type WinningDeed = {
  readonly deed: Deed;
  /** Share of the winners that did it before the goal, and of the others over as many passages; null: one to four of them did. */
  readonly winners: number | null;
  readonly others: number | null;
  /** Adjusted over all that are compared; null where one of the shares is not told. */
  readonly difference: DifferenceShown | null;
};

const sum = (counts: readonly PassageCount[], keep: (passages: number) => boolean = () => true): number =>
  counts.reduce((total, { passages, journeys }) => total + (keep(passages) ? journeys : 0), 0);

/** Journeys it takes, where several of one customer count for fewer. */
const leastOf = ({ minimum, designEffect = 1 }: EstimateOptions): number =>
  effectiveMinimum(minimum) * designEffect;

/** Passages over which there are others enough to compare with; 0: there are too few. */
export function passagesCompared(others: readonly PassageCount[], options: EstimateOptions): number {
  const least = leastOf(options);
  let compared = 0;
  while (compared < mostPassagesRead && sum(others, (passages) => passages > compared) >= least) compared++;
  return compared;
}

/**
 * The deeds of winners and others, those of largest difference first (by place at equal ones). Difference of shares with Newcombe's
 * interval; the others are weighted, so their n is an effective one, at most their number. What is listed is chosen by
 * how many did it, winners and others together, never by the difference. What one to four winners, or others, did is told without
 * their share, at the end. Empty where winners or others are fewer than the minimum.
 */
export function winningDeeds(counts: WinningCounts, options: EstimateOptions): WinningDeed[] {
  const compared = passagesCompared(counts.others, options);
  const winners = sum(counts.winners);
  const others = sum(counts.others);
  if (compared === 0 || winners < leastOf(options)) return [];
  const read = (passages: number): number => Math.min(passages, compared);
  // Weight of an other with at least n passages, summed over the winners' n up to its own: what it tells in all.
  const told = [0];
  for (let n = 1; n <= compared; n++) {
    const share = sum(counts.winners, (passages) => read(passages) === n) / winners;
    told.push((told[n - 1] ?? 0) + share / sum(counts.others, (passages) => passages >= n));
  }
  const upTo = (passages: number): number => told[read(passages)] ?? 0;
  const squares = counts.others.reduce((all, each) => all + each.journeys * upTo(each.passages) ** 2, 0);

  const byDeed = new Map<string, Tally>();
  for (const { deed, won, passages, first, journeys } of counts.deeds) {
    if (first > read(passages)) continue;
    const key = keyOf(deed);
    const found = byDeed.get(key) ?? { deed, winners: 0, others: 0, share: 0, square: 0, cross: 0 };
    byDeed.set(key, found);
    if (won) found.winners += journeys;
    else {
      found.others += journeys;
      // It did it within its first n passages for every n from `first` to all it made.
      const done = upTo(passages) - upTo(first - 1);
      found.share += journeys * done;
      found.square += journeys * done ** 2;
      found.cross += journeys * done * upTo(passages);
    }
  }
  const all = winners + others;
  const listed = [...byDeed.values()]
    .filter((each) => {
      const did = each.winners + each.others;
      // What everybody did cannot differ, and what one to four did points at them.
      return did >= Math.max(smallestMinimum, rarest * all) && did < all;
    })
    .sort((a, b) => b.winners + b.others - a.winners - a.others || compareDeeds(a.deed, b.deed))
    .slice(0, mostDeeds);
  const comparable = listed.filter((each) => !isFew(each.winners) && !isFew(each.others));
  const differences = adjustDifferences(
    comparable.map((each) => {
      const share = Math.min(1, Math.max(0, each.share));
      const effective = effectiveNumber(each, share, squares, others);
      return shareDifference(
        { successes: each.winners, n: winners },
        { successes: share * effective, n: effective },
        { ...options, minimum: smallestMinimum },
      );
    }),
  );
  const sharesOf = (each: Tally) => ({
    deed: each.deed,
    winners: isFew(each.winners) ? null : each.winners / winners,
    others: isFew(each.others) ? null : Math.min(1, Math.max(0, each.share)),
  });
  const shown = comparable.flatMap((each, at) => {
    const difference = differences[at];
    return difference && !difference.withheld
      ? [{ ...sharesOf(each), difference: { ...difference, n: [winners, others] as [number, number] } }]
      : [];
  });
  const few = listed
    .filter((each) => !comparable.includes(each))
    .map((each) => ({ ...sharesOf(each), difference: null }))
    .sort((a, b) => compareDeeds(a.deed, b.deed));
  return [
    ...shown.sort(
      (a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value) || compareDeeds(a.deed, b.deed),
    ),
    ...few,
  ];
}

/** One to four journeys: a share of them would point at somebody. */
const isFew = (journeys: number): boolean => journeys > 0 && journeys < smallestMinimum;

type Tally = {
  readonly deed: Deed;
  winners: number;
  others: number;
  /** Over the others that did it: what each adds to their share; its square; and times what the journey tells in all. */
  share: number;
  square: number;
  cross: number;
};

/**
 * Number of equally weighted journeys whose share would be as sure: from the linearised variance of a weighted share, the sum over
 * journeys of (what it adds − share × what it tells)². At a share of none or all, Kish's (1965), which only knows the weights.
 */
function effectiveNumber({ square, cross }: Tally, share: number, squares: number, others: number): number {
  const variance = square - 2 * share * cross + share ** 2 * squares;
  const spread = share * (1 - share);
  return Math.min(others, spread > 0 && variance > 0 ? spread / variance : 1 / squares);
}

const kinds = ['pass', 'go', 'return'] as const;
const partsOf = (deed: Deed): readonly number[] => [
  kinds.indexOf(deed.did),
  deed.place,
  deed.did === 'go' ? deed.to : 0,
];
const keyOf = (deed: Deed): string => partsOf(deed).join();

function compareDeeds(a: Deed, b: Deed): number {
  const others = partsOf(b);
  return partsOf(a).reduce((order, part, at) => order || part - (others[at] ?? 0), 0);
}
