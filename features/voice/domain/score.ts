import type { Estimate, EstimateOptions, Shown, Weighted } from '#kit/statistics/estimate.ts';
import { meanEstimate } from '#kit/statistics/mean.ts';
import { npsEstimate } from '#kit/statistics/nps.ts';
import { shareEstimate } from '#kit/statistics/share.ts';
import {
  type WeightedSums,
  type WeightGroup,
  weightedMean,
  weightedNps,
  weightedShare,
} from '#kit/statistics/weighted.ts';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';

/** Answers of some people to one question, summed: all that any kind of score needs. One answer a person. */
export type AnswerSums = {
  /** Answers, Σ answer, Σ answer². */
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
  readonly promoters: number;
  readonly detractors: number;
  /** Answers from `satisfiedFrom(scale)` up. */
  readonly satisfied: number;
  /** The same, of those who carry a weight. */
  readonly weighted: WeightedSums;
  readonly weightedPromoters: WeightGroup;
  readonly weightedDetractors: WeightGroup;
  readonly weightedSatisfied: WeightGroup;
};

const nobody: WeightGroup = { n: 0, w: 0, w2: 0 };

export const noAnswers: AnswerSums = {
  n: 0,
  sum: 0,
  squares: 0,
  promoters: 0,
  detractors: 0,
  satisfied: 0,
  weighted: { n: 0, w: 0, w2: 0, wy: 0, w2y: 0, w2y2: 0 },
  weightedPromoters: nobody,
  weightedDetractors: nobody,
  weightedSatisfied: nobody,
};

const addGroups = (a: WeightGroup, b: WeightGroup): WeightGroup => ({
  n: a.n + b.n,
  w: a.w + b.w,
  w2: a.w2 + b.w2,
});

/** The sums of two groups that share nobody. */
export const addAnswers = (a: AnswerSums, b: AnswerSums): AnswerSums => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
  promoters: a.promoters + b.promoters,
  detractors: a.detractors + b.detractors,
  satisfied: a.satisfied + b.satisfied,
  weighted: {
    ...addGroups(a.weighted, b.weighted),
    wy: a.weighted.wy + b.weighted.wy,
    w2y: a.weighted.w2y + b.weighted.w2y,
    w2y2: a.weighted.w2y2 + b.weighted.w2y2,
  },
  weightedPromoters: addGroups(a.weightedPromoters, b.weightedPromoters),
  weightedDetractors: addGroups(a.weightedDetractors, b.weightedDetractors),
  weightedSatisfied: addGroups(a.weightedSatisfied, b.weightedSatisfied),
});

const without = (all: WeightGroup, ...parts: readonly WeightGroup[]): WeightGroup => ({
  n: all.n - parts.reduce((sum, part) => sum + part.n, 0),
  // Sums of weights that should cancel leave a dust that must not turn negative.
  w: Math.max(0, all.w - parts.reduce((sum, part) => sum + part.w, 0)),
  w2: Math.max(0, all.w2 - parts.reduce((sum, part) => sum + part.w2, 0)),
});

/** Adds the weighted figure beside the unweighted one, where somebody carries a weight and the figure is shown. */
function beside(estimate: Estimate, sums: AnswerSums, weighted: (level: number) => Weighted): Estimate {
  if (estimate.withheld || sums.weighted.n < 2 || sums.weighted.w <= 0) return estimate;
  const shown: Shown = { ...estimate, weighted: weighted(estimate.level) };
  return shown;
}

/** Recommendation score, −100…+100, adjusted Wald. */
const recommendation = (sums: AnswerSums, options: EstimateOptions): Estimate =>
  beside(
    npsEstimate(sums.promoters, sums.n - sums.promoters - sums.detractors, sums.detractors, options),
    sums,
    (level) =>
      weightedNps(
        sums.weightedPromoters,
        without(sums.weighted, sums.weightedPromoters, sums.weightedDetractors),
        sums.weightedDetractors,
        level,
      ),
  );

/** Mean answer on the scale of the question, Student's t. */
export function meanScore(sums: AnswerSums, options: EstimateOptions): Estimate {
  const { n } = sums;
  const mean = sums.sum / n;
  const sd = Math.sqrt(Math.max(0, sums.squares - n * mean * mean) / Math.max(1, n - 1));
  return beside(meanEstimate({ n, mean, sd }, options), sums, (level) => weightedMean(sums.weighted, level));
}

/** Share of satisfied answers ("top two boxes"), 0…1, Wilson. */
export const satisfiedShare = (sums: AnswerSums, options: EstimateOptions): Estimate =>
  beside(shareEstimate(sums.satisfied, sums.n, options), sums, (level) =>
    weightedShare(sums.weightedSatisfied, without(sums.weighted, sums.weightedSatisfied), level),
  );

/**
 * The figure of a score: `nps` the recommendation score; `csat`, `ces` and `mean` the mean on the scale of the
 * question, so that touchpoints of one survey compare and the emotion curve can be drawn from them. For `csat`,
 * `topTwo` is the share of satisfied answers, the CSAT that is quoted; for the others null.
 */
export const scoreEstimates = (
  kind: ScoreKind,
  sums: AnswerSums,
  options: EstimateOptions,
): { readonly estimate: Estimate; readonly topTwo: Estimate | null } => ({
  estimate: kind === 'nps' ? recommendation(sums, options) : meanScore(sums, options),
  topTwo: kind === 'csat' ? satisfiedShare(sums, options) : null,
});
