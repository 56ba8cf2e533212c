import { normalCritical } from './distributions.ts';
import { defaultLevel, type Estimate, type EstimateOptions, withheld } from './estimate.ts';
import { meanInterval } from './mean.ts';
import { npsForShares } from './nps.ts';
import { wilsonForShare } from './share.ts';

/**
 * Several answers per customer: the customer is the unit. Each customer's answers are averaged first, then each
 * customer counts once. Somebody who answers twenty times does not speak for twenty, and the interval rests on the
 * number of customers, whose averages are independent, and not on the number of answers, which are not.
 * (The other usual choice, the ratio Σ answers / Σ counts, describes the average *answer*; it gives more voice to
 * those who call most, which is not what "how satisfied are our customers here?" asks.)
 */
export type CustomerSums = {
  /** Customers with at least one answer. */
  readonly n: number;
  /** Answers of all of them. */
  readonly answers: number;
  /** Σ over customers of the mean of their answers. */
  readonly sum: number;
  /** Σ over customers of the square of that mean. */
  readonly sumOfSquares: number;
};

/** As above with y = +1 promoter, 0 passive, −1 detractor; `ends` = Σ over customers of their share of non-passives. */
export type CustomerNpsSums = CustomerSums & { readonly ends: number };

/** Mean score per customer with Student's interval over customers; withheld below the minimum of customers. */
export function clusteredMean(sums: CustomerSums, options: EstimateOptions = {}): Estimate {
  const { n, answers } = sums;
  const level = options.level ?? defaultLevel;
  const { designEffect = 1 } = options;
  const hidden = withheld(n, options.minimum, designEffect);
  if (hidden) return hidden;
  const mean = sums.sum / n;
  const sd = Math.sqrt(Math.max(0, sums.sumOfSquares - n * mean * mean) / (n - 1));
  return {
    withheld: false,
    value: mean,
    ...meanInterval(mean, sd, n / designEffect, level),
    n,
    answers,
    level,
    method: 't-customer-means',
  };
}

/** Answers' worth of independent information: n customers at least, the number of answers at most. */
function effectiveN(sums: CustomerSums, simpleVariance: number): number {
  const mean = sums.sum / sums.n;
  const between = Math.max(0, sums.sumOfSquares / sums.n - mean * mean);
  if (simpleVariance <= 0) return sums.n;
  const size = between > 0 ? (sums.n * simpleVariance) / between : sums.answers;
  return Math.min(sums.answers, Math.max(sums.n, size));
}

/**
 * Share of satisfied answers, each customer counting once (y = 1 satisfied, 0 not). Wilson at the effective n: the
 * size of a sample of single answers with the variance seen between customers.
 */
export function clusteredShare(sums: CustomerSums, options: EstimateOptions = {}): Estimate {
  const { n, answers } = sums;
  const level = options.level ?? defaultLevel;
  const hidden = withheld(n, options.minimum);
  if (hidden) return hidden;
  const share = sums.sum / n;
  const size = effectiveN(sums, share * (1 - share));
  return {
    withheld: false,
    value: share,
    ...wilsonForShare(share, size, normalCritical(level)),
    n,
    answers,
    level,
    method: answers === n ? 'wilson' : 'wilson-effective-n',
  };
}

/** NPS, each customer counting once, with the adjusted Wald interval at the effective n. */
export function clusteredNps(sums: CustomerNpsSums, options: EstimateOptions = {}): Estimate {
  const { n, answers } = sums;
  const level = options.level ?? defaultLevel;
  const hidden = withheld(n, options.minimum);
  if (hidden) return hidden;
  const net = sums.sum / n;
  const ends = sums.ends / n;
  const size = effectiveN(sums, ends - net * net);
  return {
    withheld: false,
    value: 100 * net,
    ...npsForShares(net, ends, size, normalCritical(level)),
    n,
    answers,
    level,
    method: answers === n ? 'nps-adjusted-wald' : 'nps-adjusted-wald-effective-n',
  };
}
