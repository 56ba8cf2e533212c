import { clusteredMean } from '#kit/statistics/clustered.ts';
import type { Difference, DifferenceShown, Estimate, EstimateOptions } from '#kit/statistics/estimate.ts';
import { meanDifference } from '#kit/statistics/mean.ts';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import { shareDifference, shareEstimate } from '#kit/statistics/share.ts';
import type { Count } from '../figures.ts';
import { splitCount } from '../measuring/split.ts';

/** What is counted of one group (0: in none) at one place (1 … n; 0: the journey as a whole). */
export type TouchpointSums = {
  readonly group: number;
  readonly place: number;
  readonly journeys: number;
  readonly passages: number;
  /** Journeys that pass more than once. */
  readonly repeated: number;
  /** Journeys of which it is known whether they reach the goal after their first passage, and those that do. */
  readonly decided: number;
  readonly reached: number;
  /** Journeys that first passed long enough before the end of the data, and those with an event that long after. */
  readonly known: number;
  readonly stayed: number;
  /** Journeys with a score here, their answers, and the sums of their mean scores and of the squares, 0…1 of the scale. */
  readonly scored: number;
  readonly answers: number;
  readonly scores: number;
  readonly squares: number;
};

/** Figures of a place that can be told of a group, and compared. */
export const touchpointFigures = ['reach', 'repeated', 'satisfaction', 'conversion', 'loyalty'] as const;
export type TouchpointFigure = (typeof touchpointFigures)[number];

export type TouchpointRow = { readonly passages: Count; readonly journeys: Count } & {
  readonly [Figure in TouchpointFigure]: Estimate;
};

/** Sums of several groups together. */
export function addSums(all: readonly TouchpointSums[], place: number): TouchpointSums {
  const sum = (read: (sums: TouchpointSums) => number): number =>
    all.reduce((total, sums) => (sums.place === place ? total + read(sums) : total), 0);
  return {
    group: 0,
    place,
    journeys: sum((each) => each.journeys),
    passages: sum((each) => each.passages),
    repeated: sum((each) => each.repeated),
    decided: sum((each) => each.decided),
    reached: sum((each) => each.reached),
    known: sum((each) => each.known),
    stayed: sum((each) => each.stayed),
    scored: sum((each) => each.scored),
    answers: sum((each) => each.answers),
    scores: sum((each) => each.scores),
    squares: sum((each) => each.squares),
  };
}

type Scale = { readonly min: number; readonly max: number };

/** The figures of one place for one group of `journeys`; satisfaction in the unit of the scale. */
export function touchpointRow(
  sums: TouchpointSums,
  journeys: number,
  options: EstimateOptions & { readonly scale: Scale; readonly split: boolean },
): TouchpointRow {
  const { scale, split, ...told } = options;
  const count = (n: number): Count => (split ? splitCount(n) : n);
  const share = (successes: number, n: number) => shareEstimate(successes, n, told);
  const mean = clusteredMean(
    { n: sums.scored, answers: sums.answers, sum: sums.scores, sumOfSquares: sums.squares },
    told,
  );
  const within = (x: number): number => scale.min + Math.min(1, Math.max(0, x)) * (scale.max - scale.min);
  return {
    journeys: count(sums.journeys),
    passages: typeof count(sums.journeys) === 'number' ? sums.passages : { withheld: true },
    reach: share(sums.journeys, journeys),
    repeated: share(sums.repeated, sums.journeys),
    satisfaction: mean.withheld
      ? mean
      : { ...mean, value: within(mean.value), low: within(mean.low), high: within(mean.high) },
    conversion: share(sums.reached, sums.decided),
    loyalty: share(sums.stayed, sums.known),
  };
}

export type GroupDifference = {
  readonly group: string;
  readonly place: number;
  readonly difference: DifferenceShown;
};

/**
 * One figure of each group against all other groups together, at each place, adjusted over all of them (Benjamini & Hochberg): shares
 * by Newcombe, scores by Welch in the unit of the scale. `groups`: key, number and journeys of each.
 */
export function groupDifferences(
  all: readonly TouchpointSums[],
  groups: readonly { readonly key: string; readonly number: number }[],
  figure: TouchpointFigure,
  options: EstimateOptions & { readonly scale: Scale; readonly places: number },
): GroupDifference[] {
  const { scale, places, ...told } = options;
  const numbers = new Set(groups.map(({ number }) => number));
  const gaps = groups.flatMap(({ key, number }) =>
    Array.from({ length: places }, (_, at) => at + 1).flatMap((place) => {
      const own = all.filter(({ group }) => group === number);
      const others = all.filter(({ group }) => group !== number && numbers.has(group));
      const sides = [own, others].map((side) => ({
        here: addSums(side, place),
        journeys: addSums(side, 0).journeys,
      }));
      const difference = compared(figure, sides, scale, told);
      return difference === undefined || difference.withheld ? [] : [{ group: key, place, difference }];
    }),
  );
  const adjusted = adjustDifferences(gaps.map(({ difference }) => difference));
  return gaps.flatMap(({ group, place }, at) => {
    const difference = adjusted[at];
    return difference && !difference.withheld ? [{ group, place, difference }] : [];
  });
}

type Side = { readonly here: TouchpointSums; readonly journeys: number };

function compared(
  figure: TouchpointFigure,
  [own, others]: readonly Side[],
  scale: Scale,
  options: EstimateOptions,
): Difference | undefined {
  if (!own || !others) return undefined;
  if (figure === 'satisfaction') {
    const moments = ({ here: { scored: n, scores, squares } }: Side) => {
      const mean = n > 0 ? scores / n : 0;
      const unit = scale.max - scale.min;
      const sd = n > 1 ? Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1)) : 0;
      return { n, mean: scale.min + mean * unit, sd: sd * unit };
    };
    return meanDifference(moments(own), moments(others), options);
  }
  const share = ({ here, journeys }: Side) =>
    ({
      reach: { successes: here.journeys, n: journeys },
      repeated: { successes: here.repeated, n: here.journeys },
      conversion: { successes: here.reached, n: here.decided },
      loyalty: { successes: here.stayed, n: here.known },
    })[figure];
  return shareDifference(share(own), share(others), options);
}
