import { shareEstimate } from '#kit/statistics/share.ts';
import { survivalQuantile } from '#kit/statistics/survival.ts';
import type { Count, PlaceFigures } from '../figures.ts';
import { splitCount } from './split.ts';
import { type PlaceTally, sumOf } from './tally.ts';

/** What one source says of a place, for one group. */
export type PlacePart = {
  readonly tally: PlaceTally;
  /** Lived journeys of the group in the source. */
  readonly journeys: number;
  /** Is a later stage bound to this source? Else nobody can go on, and the end is no stop. */
  readonly later: boolean;
  /** Of the source: 1 where each customer has one journey. */
  readonly designEffect: number;
};

export type FigureOptions = {
  /** n under which an estimate is withheld. */
  readonly minimum: number;
  /** A group of customers: counts of one to four people are withheld. */
  readonly split: boolean;
};

export type EventFigures = Omit<PlaceFigures, 'satisfaction' | 'freshness'>;

/**
 * The figures of a place from what was counted there, over the sources it is bound to. Lived journeys of different sources are
 * different journeys: they are added, never joined.
 */
export function placeFigures(parts: readonly PlacePart[], options: FigureOptions): EventFigures {
  const whole = sumOf(parts.map(({ tally }) => tally));
  const decided = sumOf(parts.filter(({ later }) => later).map(({ tally }) => tally));
  const journeys = parts.reduce((total, part) => total + part.journeys, 0);
  // Of several sources the greatest: never an interval that is too narrow.
  const designEffect = Math.max(1, ...parts.map((part) => part.designEffect));
  const estimate = { minimum: options.minimum, designEffect };
  const share = (successes: number, n: number) => shareEstimate(successes, n, estimate);
  const count = (people: number): Count => (options.split ? splitCount(people) : people);
  return {
    // The number of events tells nothing of one person once the people are too many to be told apart.
    volume: typeof count(whole.customers) === 'number' ? whole.volume : { withheld: true },
    customers: count(whole.customers),
    share: share(whole.customers, journeys),
    goesOn: decided.customers > 0 ? share(decided.wentOn, decided.customers - decided.undecided) : null,
    stopsHere: decided.customers > 0 ? share(decided.stopped, decided.customers - decided.inProgress) : null,
    inProgress: count(whole.inProgress),
    // Where nobody has gone elsewhere yet, waiting times alone would only say that the data are short.
    timeToNext: whole.durations.some(({ events }) => events > 0)
      ? survivalQuantile(whole.durations, estimate)
      : null,
  };
}

/** A place that only survey columns are bound to: people are respondents. */
export function respondentFigures(people: number, answers: number, { split }: FigureOptions): EventFigures {
  const customers = split ? splitCount(people) : people;
  return {
    volume: typeof customers === 'number' ? answers : { withheld: true },
    customers,
    share: null,
    goesOn: null,
    stopsHere: null,
    inProgress: 0,
    timeToNext: null,
  };
}
