import { normalCdf, normalCritical } from './distributions.ts';
import {
  type Difference,
  defaultLevel,
  type Estimate,
  type EstimateOptions,
  type Interval,
  withheld,
} from './estimate.ts';

/** Answers to "would you recommend us?" (0–10): 9–10 promote, 7–8 are passive, 0–6 detract. */
export type NpsCounts = {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
};

/** Pseudo-answers added before the Wald formula: ¾ promoter, 1½ passives, ¾ detractor (Rocks 2016). */
const added = 3;
const addedEnds = 1.5;

/** Adjusted centre and squared standard error on the −1…+1 scale, from shares and an n that need not be whole. */
export function adjustedNps(
  net: number,
  ends: number,
  n: number,
): { readonly centre: number; readonly variance: number } {
  const size = n + added;
  const centre = (n * net) / size;
  const variance = ((n * ends + addedEnds) / size - centre * centre) / size;
  return { centre, variance };
}

/**
 * Interval on the −100…+100 scale from the net share (promoters − detractors), the share of both ends (promoters +
 * detractors) and n, at critical value z.
 */
export function npsForShares(net: number, ends: number, n: number, z: number): Interval {
  const { centre, variance } = adjustedNps(net, ends, n);
  const half = z * Math.sqrt(variance);
  return { low: Math.max(-100, 100 * (centre - half)), high: Math.min(100, 100 * (centre + half)) };
}

const sizeOf = (counts: NpsCounts): number => counts.promoters + counts.passives + counts.detractors;

const sharesOf = (counts: NpsCounts): { readonly net: number; readonly ends: number; readonly n: number } => {
  const n = sizeOf(counts);
  return {
    net: (counts.promoters - counts.detractors) / n,
    ends: (counts.promoters + counts.detractors) / n,
    n,
  };
};

/**
 * 95 % interval (or another level) of a Net Promoter Score, −100…+100: adjusted Wald with 3 pseudo-answers in the
 * proportions ¼ : ½ : ¼. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70
 * (2016) 365–372, and his R package NPS (`pseudo_observations = c(0.75, 1.5, 0.75)`); Sauro & Lewis give the same as
 * "add 3 to n, ¾ to promoters and ¾ to detractors". n ≥ 1.
 */
export function npsInterval(
  promoters: number,
  passives: number,
  detractors: number,
  level: number = defaultLevel,
): Interval {
  const { net, ends, n } = sharesOf({ promoters, passives, detractors });
  return npsForShares(net, ends, n, normalCritical(level));
}

/** NPS of the answers as they are (not the adjusted centre) with its interval; withheld below the minimum n. */
export function npsEstimate(
  promoters: number,
  passives: number,
  detractors: number,
  options: EstimateOptions = {},
): Estimate {
  const n = promoters + passives + detractors;
  const level = options.level ?? defaultLevel;
  return (
    withheld(n, options.minimum) ?? {
      withheld: false,
      value: (100 * (promoters - detractors)) / n,
      ...npsInterval(promoters, passives, detractors, level),
      n,
      level,
      method: 'nps-adjusted-wald',
    }
  );
}

/**
 * Difference of the NPS of two independent groups, in points (−200…+200). Lewis & Sauro, "How to statistically
 * compare two Net Promoter Scores" (2021): adjusted centres and variances as above, normal interval and test.
 */
export function npsDifference(
  first: NpsCounts,
  second: NpsCounts,
  options: EstimateOptions = {},
): Difference {
  const level = options.level ?? defaultLevel;
  const a = sharesOf(first);
  const b = sharesOf(second);
  const hidden = withheld(Math.min(a.n, b.n), options.minimum);
  if (hidden) return hidden;
  const left = adjustedNps(a.net, a.ends, a.n);
  const right = adjustedNps(b.net, b.ends, b.n);
  const centre = left.centre - right.centre;
  const error = Math.sqrt(left.variance + right.variance);
  const half = normalCritical(level) * error;
  return {
    withheld: false,
    value: 100 * (a.net - b.net),
    low: Math.max(-200, 100 * (centre - half)),
    high: Math.min(200, 100 * (centre + half)),
    p: Math.min(1, 2 * normalCdf(-Math.abs(centre) / error)),
    n: [a.n, b.n],
    level,
    method: 'nps-difference-adjusted-wald',
  };
}
