import type { DifferenceShown, EstimateOptions } from '#kit/statistics/estimate.ts';
import { adjustDifferences } from '#kit/statistics/multiple.ts';
import { shareDifference, shareEstimate } from '#kit/statistics/share.ts';
import { splitCount } from '../measuring/split.ts';
import type { FunnelStepFigures } from './answer.ts';

/** Journeys that reach so many steps of a funnel and no more; `open`: they may still go further, in time. */
export type DepthCount = { readonly depth: number; readonly open: boolean; readonly journeys: number };

type Reach = {
  /** By step, from the first: journeys that reach it; and those of them that may still go further. */
  readonly reached: readonly number[];
  readonly undecided: readonly number[];
};

export function reachOf(steps: number, depths: readonly DepthCount[]): Reach {
  const sum = (keep: (count: DepthCount) => boolean): number =>
    depths.filter(keep).reduce((total, { journeys }) => total + journeys, 0);
  const ranks = Array.from({ length: steps }, (_, index) => index + 1);
  return {
    reached: ranks.map((rank) => sum(({ depth }) => depth >= rank)),
    // Those at the last step have nothing left to decide.
    undecided: ranks.map((rank) => (rank === steps ? 0 : sum(({ depth, open }) => depth === rank && open))),
  };
}

/** Journeys of which it is known whether they reach a step: not those that stopped before it and may still go on. */
function decided({ reached, undecided }: Reach, from: number, step: number): number {
  const open = undecided.slice(from, step).reduce((sum, n) => sum + n, 0);
  return (reached[from] ?? 0) - open;
}

/**
 * The figures of each step for one group. Journeys under way that may still go on are left out of a share and told apart:
 * counting them as lost would blame the calendar. One whose limit has passed is known not to come in time. Counts of a group of one to four people are withheld.
 */
export function funnelFigures(reach: Reach, options: EstimateOptions, split: boolean): FunnelStepFigures[] {
  const count = (n: number) => (split ? splitCount(n) : n);
  return reach.reached.map((reached, step) => ({
    reached: count(reached),
    ofFirst: shareEstimate(reached, decided(reach, 0, step), options),
    ofPrevious: shareEstimate(reached, decided(reach, Math.max(0, step - 1), step), options),
    undecided: count(reach.undecided[step] ?? 0),
  }));
}

/**
 * For each step but the first, how much more (or less) often those of a group who came to the step before go on to it than all
 * others (Newcombe), adjusted over all the differences shown (Benjamini & Hochberg).
 */
export function funnelDifferences(
  groups: readonly { readonly key: string; readonly reach: Reach }[],
  options: EstimateOptions,
): { group: string; step: number; difference: DifferenceShown }[] {
  const steps = groups[0]?.reach.reached.length ?? 0;
  const told = groups.flatMap(({ key, reach }) =>
    Array.from({ length: Math.max(0, steps - 1) }, (_, index) => index + 1).flatMap((step) => {
      const others = groups.filter((group) => group.key !== key).map((group) => group.reach);
      const share = (all: readonly Reach[]) => ({
        successes: all.reduce((sum, each) => sum + (each.reached[step] ?? 0), 0),
        n: all.reduce((sum, each) => sum + decided(each, step - 1, step), 0),
      });
      const difference = shareDifference(share([reach]), share(others), options);
      return difference.withheld ? [] : [{ group: key, step, difference }];
    }),
  );
  const adjusted = adjustDifferences(told.map(({ difference }) => difference));
  return told.flatMap(({ group, step }, index) => {
    const difference = adjusted[index];
    return difference && !difference.withheld ? [{ group, step, difference }] : [];
  });
}
