import type { DurationGroup } from '#kit/statistics/survival.ts';

/**
 * What is counted at one place for one group of journeys of one source. Everything adds up: the tallies of everyone are
 * the sums of the tallies of disjoint groups.
 */
export type PlaceTally = {
  /** Events that match. */
  volume: number;
  /** Journeys with at least one of them. */
  customers: number;
  /** Of those: with an event of a later stage after the first passage here. */
  wentOn: number;
  /** Of those: still under way and not gone on yet. */
  undecided: number;
  /** Journeys whose last event is here: over, or under way. */
  stopped: number;
  inProgress: number;
  /** From the first passage to the first later event elsewhere; censored: under way without one. */
  durations: DurationGroup[];
};

/** Sums over the customers of the mean of their scores, each mean said as 0 (worst) … 1 (best) on the scale. */
export type ScoreTally = {
  /** Customers with at least one score. */
  n: number;
  answers: number;
  sum: number;
  sumOfSquares: number;
};

export const emptyTally = (): PlaceTally => ({
  volume: 0,
  customers: 0,
  wentOn: 0,
  undecided: 0,
  stopped: 0,
  inProgress: 0,
  durations: [],
});

function addTally(into: PlaceTally, tally: PlaceTally): void {
  into.volume += tally.volume;
  into.customers += tally.customers;
  into.wentOn += tally.wentOn;
  into.undecided += tally.undecided;
  into.stopped += tally.stopped;
  into.inProgress += tally.inProgress;
  for (const group of tally.durations) into.durations.push(group);
}

/** All of them together; a tally that is alone is given as it is. */
export function sumOf(tallies: readonly PlaceTally[]): PlaceTally {
  if (tallies.length === 1) return tallies[0]!;
  const total = emptyTally();
  for (const tally of tallies) addTally(total, tally);
  return total;
}

export const emptyScores = (): ScoreTally => ({ n: 0, answers: 0, sum: 0, sumOfSquares: 0 });

export function addScores(into: ScoreTally, scores: ScoreTally): void {
  into.n += scores.n;
  into.answers += scores.answers;
  into.sum += scores.sum;
  into.sumOfSquares += scores.sumOfSquares;
}

/** By place id, then by number of the group (0: in none). Places of the three levels share one record: ids differ. */
export type ByPlace<T> = ReadonlyMap<string, readonly T[]>;

/** Two neighbouring steps, in reading order of those bound: journeys that take both, and that take the second first. */
export type NeighbourTally = {
  readonly first: string;
  readonly second: string;
  readonly both: number;
  readonly inverted: number;
};

export type SourceTallies = {
  /** Of the first 254 steps; an event that is at both is no inversion. */
  readonly neighbours: readonly NeighbourTally[];
  /** Journeys by number of the group. */
  readonly journeys: readonly number[];
  readonly touchpoints: ByPlace<PlaceTally>;
  readonly steps: ByPlace<PlaceTally>;
  readonly stages: ByPlace<PlaceTally>;
};
