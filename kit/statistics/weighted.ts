import { normalCritical, studentCritical } from './distributions.ts';
import { defaultLevel, type Weighted } from './estimate.ts';
import { npsForShares } from './nps.ts';
import { wilsonForShare } from './share.ts';

/**
 * Figures that carry the weights of a survey. Every function takes sums a query can make in one pass. Rows of weight
 * 0 are not counted in n; negative or missing weights must have been set aside before.
 *
 * Variance: linearised (Taylor) for a weighted mean m = Σwy/Σw with respondents drawn independently:
 * v = Σw²(y − m)² / (Σw)² (Särndal, Swensson & Wretman 1992, §5.7), so that weights related to the answer count as
 * they should, which Kish's n² rule alone would miss.
 *
 * Shares and NPS: the effective n is the size of an unweighted sample with that variance; Wilson and adjusted Wald
 * are then used with it (Dean & Pagano 2015, J. Survey Statistics and Methodology 3, 484–503, found Wilson with an
 * effective n the best of seven). It is never taken above n (Korn & Graubard 1998). With equal weights every figure
 * is exactly the unweighted one.
 */

/** Rows of one answer group: how many, Σ weight, Σ weight². */
export type WeightGroup = { readonly n: number; readonly w: number; readonly w2: number };

/** Σ over respondents for a weighted mean. */
export type WeightedSums = {
  readonly n: number;
  readonly w: number;
  readonly w2: number;
  readonly wy: number;
  readonly w2y: number;
  readonly w2y2: number;
};

export const noWeights: WeightGroup = { n: 0, w: 0, w2: 0 };
export const noWeightedSums: WeightedSums = { n: 0, w: 0, w2: 0, wy: 0, w2y: 0, w2y2: 0 };

/** One more respondent in a group; a weight of 0 leaves it as it was. */
export const addWeight = (group: WeightGroup, weight: number): WeightGroup =>
  weight === 0 ? group : { n: group.n + 1, w: group.w + weight, w2: group.w2 + weight * weight };

/** One more respondent in the sums of a mean. */
export const addWeighted = (sums: WeightedSums, y: number, weight: number): WeightedSums =>
  weight === 0
    ? sums
    : {
        n: sums.n + 1,
        w: sums.w + weight,
        w2: sums.w2 + weight * weight,
        wy: sums.wy + weight * y,
        w2y: sums.w2y + weight * weight * y,
        w2y2: sums.w2y2 + weight * weight * y * y,
      };

/** Kish's effective sample size (Σw)²/Σw² (Kish 1965, Survey Sampling, §11.7): n when all weights are equal. */
export const kishEffectiveN = (group: { readonly w: number; readonly w2: number }): number =>
  group.w2 === 0 ? 0 : (group.w * group.w) / group.w2;

/** Size of the simple sample whose variance is `variance`, between 1 and n; Kish's when nobody differs. */
function effectiveN(simpleVariance: number, variance: number, groups: readonly WeightGroup[]): number {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const all = {
    w: groups.reduce((sum, group) => sum + group.w, 0),
    w2: groups.reduce((sum, group) => sum + group.w2, 0),
  };
  const size = simpleVariance > 0 && variance > 0 ? simpleVariance / variance : kishEffectiveN(all);
  return Math.min(n, Math.max(1, size));
}

/** Weighted share in 0…1 with Wilson's interval at the effective n. Needs Σw > 0. */
export function weightedShare(
  successes: WeightGroup,
  others: WeightGroup,
  level: number = defaultLevel,
): Weighted {
  const w = successes.w + others.w;
  const share = successes.w / w;
  const variance = ((1 - share) ** 2 * successes.w2 + share ** 2 * others.w2) / (w * w);
  const size = effectiveN(share * (1 - share), variance, [successes, others]);
  return {
    value: share,
    ...wilsonForShare(share, size, normalCritical(level)),
    effectiveN: size,
    method: 'wilson-effective-n',
  };
}

/** Weighted NPS in −100…+100 with the adjusted Wald interval at the effective n. Needs Σw > 0. */
export function weightedNps(
  promoters: WeightGroup,
  passives: WeightGroup,
  detractors: WeightGroup,
  level: number = defaultLevel,
): Weighted {
  const w = promoters.w + passives.w + detractors.w;
  const net = (promoters.w - detractors.w) / w;
  const ends = (promoters.w + detractors.w) / w;
  const squares = (1 - net) ** 2 * promoters.w2 + net ** 2 * passives.w2 + (1 + net) ** 2 * detractors.w2;
  const size = effectiveN(ends - net * net, squares / (w * w), [promoters, passives, detractors]);
  return {
    value: 100 * net,
    ...npsForShares(net, ends, size, normalCritical(level)),
    effectiveN: size,
    method: 'nps-adjusted-wald-effective-n',
  };
}

/**
 * Weighted mean with Student's interval on the linearised variance (with n/(n−1), so that equal weights give exactly
 * `meanInterval`), and Kish's effective n − 1 degrees of freedom: few heavy weights must widen the interval.
 */
export function weightedMean(sums: WeightedSums, level: number = defaultLevel): Weighted {
  const mean = sums.wy / sums.w;
  const size = kishEffectiveN(sums);
  const squares = Math.max(0, sums.w2y2 - 2 * mean * sums.w2y + mean * mean * sums.w2);
  const error =
    sums.n > 1
      ? Math.sqrt(((sums.n / (sums.n - 1)) * squares) / (sums.w * sums.w))
      : Number.POSITIVE_INFINITY;
  const half = studentCritical(level, Math.max(1, size - 1)) * error;
  return {
    value: mean,
    low: mean - half,
    high: mean + half,
    effectiveN: size,
    method: 't-linearised',
  };
}
