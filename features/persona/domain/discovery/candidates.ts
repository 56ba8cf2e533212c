import { createRandom } from '#kit/statistics/random.ts';
import { fitMixture } from './fit.ts';
import { type Mixture, parameterCount, Workspace } from './mixture.ts';
import type { MixtureData } from './mixture-data.ts';
import { adjustedRandIndex } from './rand-index.ts';
import type { Candidate, DiscoveryOptions } from './result.ts';
import { Room } from './room.ts';

/** A number of personas fitted on the rows it is chosen on. */
export type FittedCandidate = {
  readonly k: number;
  readonly mixture: Mixture;
  readonly labels: Uint8Array;
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly bic: number;
  readonly icl: number;
  /** Customers of the smallest group. */
  readonly smallest: number;
};

/** One resampled table grouped again, compared with the grouping of the whole table. */
export type Check = {
  readonly k: number;
  readonly bootstrap: number;
  readonly agreement: number;
  /** Best Jaccard index of each persona with a group found again, and that group's share. */
  readonly jaccard: readonly number[];
  readonly shares: readonly number[];
};

/** Streams of random numbers: one for each fit, one for each resampled table, whatever thread runs it. */
const stream = (k: number, bootstrap: number): number => k * 1000 + bootstrap + 1;

export function fitCandidate(
  data: MixtureData,
  k: number,
  { seed, starts }: Pick<DiscoveryOptions, 'seed' | 'starts'>,
  room: Room = new Room(),
): FittedCandidate {
  room.begin();
  // What all resampled tables are compared with is looked for the longest.
  const longest = { starts: k === 1 ? 1 : 2 * starts, tolerance: 3e-6, steps: 200 };
  const random = createRandom(seed, stream(k, -1));
  const mixture = fitMixture(data, k, random, longest, null, null, room);
  const workspace = new Workspace(data, k, room);
  workspace.set(mixture);
  const labels = new Uint8Array(data.rows);
  const posterior = room.floats(data.rows * k);
  const logLikelihood = workspace.assign(labels, posterior);
  let entropy = 0;
  for (const p of posterior) if (p > 0) entropy -= p * Math.log(p);
  const counts = new Float64Array(k);
  for (const label of labels) counts[label]!++;
  const parameters = parameterCount(data, k);
  const bic = -2 * logLikelihood + parameters * Math.log(data.rows);
  return {
    k,
    mixture,
    labels,
    logLikelihood,
    parameters,
    bic,
    // Biernacki, Celeux & Govaert 2000: BIC plus twice the entropy of the assignment.
    icl: bic + 2 * entropy,
    smallest: counts.reduce((a, b) => Math.min(a, b)),
  };
}

/**
 * Draws as many rows with replacement, groups them from first guesses of its own (a warm start would find the same groups
 * in pure noise), and compares where both groupings put the rows of the table.
 */
export function checkCandidate(
  data: MixtureData,
  { k, labels }: Pick<FittedCandidate, 'k' | 'labels'>,
  bootstrap: number,
  { seed, starts }: Pick<DiscoveryOptions, 'seed' | 'starts'>,
  room: Room = new Room(),
): Check {
  room.begin();
  const random = createRandom(seed, stream(k, bootstrap));
  const weights = room.floats(data.rows);
  for (let i = 0; i < data.rows; i++) weights[random.below(data.rows)]!++;
  const mixture = fitMixture(data, k, random, { starts, tolerance: 5e-5, steps: 30 }, weights, null, room);
  const workspace = new Workspace(data, k, room);
  workspace.set(mixture);
  const again = room.flags(data.rows);
  workspace.assign(again, null);
  const both = new Float64Array(k * k);
  const first = new Float64Array(k);
  const second = new Float64Array(k);
  for (let i = 0; i < data.rows; i++) {
    both[labels[i]! * k + again[i]!]!++;
    first[labels[i]!]!++;
    second[again[i]!]!++;
  }
  const jaccard: number[] = [];
  const shares: number[] = [];
  for (let c = 0; c < k; c++) {
    let best = 0;
    let match = 0;
    for (let other = 0; other < k; other++) {
      const common = both[c * k + other]!;
      const index = common === 0 ? 0 : common / (first[c]! + second[other]! - common);
      if (index > best) {
        best = index;
        match = other;
      }
    }
    jaccard.push(best);
    shares.push(mixture.prior[match]!);
  }
  return { k, bootstrap, agreement: adjustedRandIndex(labels, again), jaccard, shares };
}

/** What is told of a number of personas that was tried. */
export function describeCandidate(
  fitted: FittedCandidate,
  checks: readonly Check[],
  rows: number,
): Candidate {
  const own = checks.filter(({ k }) => k === fitted.k).map(({ agreement }) => agreement);
  const mean = own.reduce((a, b) => a + b, 0) / own.length;
  return {
    k: fitted.k,
    logLikelihood: fitted.logLikelihood,
    parameters: fitted.parameters,
    bic: fitted.bic,
    icl: fitted.icl,
    stability:
      own.length === 0
        ? null
        : { mean, low: Math.min(...own), high: Math.max(...own), bootstraps: own.length },
    smallest: fitted.smallest / rows,
  };
}

export type Choice = {
  readonly k: number | null;
  readonly reason: 'largest-stable' | 'information' | 'asked' | 'nothing-stable' | 'one-group';
};

/** Customers under which a group shows no figure (numbers.md). */
const smallestGroup = 30;

/**
 * The largest number of personas that resampled tables find again (mean adjusted Rand index ≥ `stableFrom`, no group under
 * 30 customers), unless a smaller stable one is better on both BIC and ICL. None when nothing is stable, or when one group
 * for all is better than the choice on ICL: then the table shows a cloud, not personas.
 */
export function chooseK(
  candidates: readonly Candidate[],
  rows: number,
  { stableFrom, k: asked }: Pick<DiscoveryOptions, 'stableFrom' | 'k'>,
): Choice {
  if (asked !== null && candidates.some(({ k }) => k === asked)) return { k: asked, reason: 'asked' };
  const stable = candidates
    .filter(
      ({ k, stability, smallest }) =>
        k > 1 && stability !== null && stability.mean >= stableFrom && smallest * rows >= smallestGroup - 0.5,
    )
    .sort((a, b) => b.k - a.k);
  const largest = stable[0];
  if (!largest) return { k: null, reason: 'nothing-stable' };
  const better = stable.filter(({ bic, icl }) => bic < largest.bic && icl < largest.icl);
  const chosen = better.reduce((best, one) => (one.icl < best.icl ? one : best), largest);
  const alone = candidates.find(({ k }) => k === 1);
  if (alone && alone.icl <= chosen.icl) return { k: null, reason: 'one-group' };
  return { k: chosen.k, reason: chosen === largest ? 'largest-stable' : 'information' };
}
