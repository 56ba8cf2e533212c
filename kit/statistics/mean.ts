import { studentCdf, studentCritical } from './distributions.ts';
import {
  type Difference,
  defaultLevel,
  type Estimate,
  type EstimateOptions,
  type Interval,
  withheld,
} from './estimate.ts';

/** Size, mean and sample standard deviation (n − 1 in the denominator: SQL `stddevSamp`). */
export type Moments = { readonly n: number; readonly mean: number; readonly sd: number };

/**
 * Student's interval of a mean, in its own unit. n ≥ 2; with n = 1 nothing is known of the spread and the interval
 * is without bounds. Not cut to the scale of the question: the caller knows it, the formula does not.
 */
export function meanInterval(mean: number, sd: number, n: number, level: number = defaultLevel): Interval {
  if (n < 2) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const half = studentCritical(level, n - 1) * (sd / Math.sqrt(n));
  return { low: mean - half, high: mean + half };
}

/** A mean of one value per person with Student's interval; withheld below the minimum n. */
export function meanEstimate(moments: Moments, options: EstimateOptions = {}): Estimate {
  const level = options.level ?? defaultLevel;
  const { n, mean, sd } = moments;
  return (
    withheld(n, options.minimum) ?? {
      withheld: false,
      value: mean,
      ...meanInterval(mean, sd, n, level),
      n,
      level,
      method: 't',
    }
  );
}

/**
 * Difference of the means of two independent groups whose spreads may differ: Welch's interval and test (Welch 1947,
 * Biometrika 34, 28–35) with the Welch–Satterthwaite degrees of freedom.
 */
export function meanDifference(first: Moments, second: Moments, options: EstimateOptions = {}): Difference {
  const level = options.level ?? defaultLevel;
  const { designEffect = 1 } = options;
  const least = Math.min(first.n, second.n);
  const hidden = withheld(least, options.minimum, designEffect);
  if (hidden) return hidden;
  const value = first.mean - second.mean;
  const a = (first.sd * first.sd * designEffect) / first.n;
  const b = (second.sd * second.sd * designEffect) / second.n;
  const error = Math.sqrt(a + b);
  const common = { withheld: false, value, n: [first.n, second.n], level, method: 'welch' } as const;
  // Two groups where everyone gave the same answer: no spread to compare with.
  if (error === 0)
    return { ...common, n: [first.n, second.n], low: value, high: value, p: value === 0 ? 1 : 0 };
  const df =
    ((a + b) * (a + b)) / ((a * a) / (first.n / designEffect - 1) + (b * b) / (second.n / designEffect - 1));
  const half = studentCritical(level, df) * error;
  return {
    ...common,
    n: [first.n, second.n],
    low: value - half,
    high: value + half,
    p: Math.min(1, 2 * studentCdf(-Math.abs(value) / error, df)),
  };
}
