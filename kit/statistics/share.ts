import { normalCdf, normalCritical } from './distributions.ts';
import {
  type Difference,
  defaultLevel,
  type Estimate,
  type EstimateOptions,
  type Interval,
  withheld,
} from './estimate.ts';

/** A count out of a total: 18 callers among 100 people. */
export type Count = { readonly successes: number; readonly n: number };

/** Wilson's score interval from a share and a sample size that need not be whole (an effective n). */
export function wilsonForShare(share: number, n: number, z: number): Interval {
  const square = z * z;
  const centre = share + square / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const whole = 1 + square / n;
  // At 0 and at 1 the bound is exactly the value; rounding must not push it past.
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - half) / whole),
    high: share === 1 ? 1 : Math.min(1, (centre + half) / whole),
  };
}

/**
 * Wilson's score interval of a share, in 0…1 (Wilson 1927; without continuity correction: method 3 of Newcombe 1998,
 * Statistics in Medicine 17, 857–872). `n` ≥ 1.
 */
export function wilson(successes: number, n: number, level: number = defaultLevel): Interval {
  return wilsonForShare(successes / n, n, normalCritical(level));
}

/** A share of people with its Wilson interval, at the effective n where there is a design effect; withheld below the minimum. */
export function shareEstimate(successes: number, n: number, options: EstimateOptions = {}): Estimate {
  const level = options.level ?? defaultLevel;
  const { designEffect = 1 } = options;
  const hidden = withheld(n, options.minimum, designEffect);
  if (hidden) return hidden;
  return {
    withheld: false,
    value: successes / n,
    ...wilsonForShare(successes / n, n / designEffect, normalCritical(level)),
    n,
    level,
    method: designEffect > 1 ? 'wilson-effective-n' : 'wilson',
  };
}

/** Newcombe's interval at critical value z. */
function newcombe(first: Count, second: Count, z: number): Interval {
  const p1 = first.successes / first.n;
  const p2 = second.successes / second.n;
  const i1 = wilsonForShare(p1, first.n, z);
  const i2 = wilsonForShare(p2, second.n, z);
  return {
    low: p1 - p2 - Math.hypot(p1 - i1.low, i2.high - p2),
    high: p1 - p2 + Math.hypot(i1.high - p1, p2 - i2.low),
  };
}

/**
 * Difference of two shares of independent groups, in −1…+1: Newcombe's hybrid score interval (method 10 of Newcombe
 * 1998, Statistics in Medicine 17, 873–890). `p` inverts that same interval: it is the level at which the interval
 * just touches 0, so that the interval and p never contradict each other.
 */
export function shareDifference(first: Count, second: Count, options: EstimateOptions = {}): Difference {
  const level = options.level ?? defaultLevel;
  const { designEffect = 1 } = options;
  const least = Math.min(first.n, second.n);
  const hidden = withheld(least, options.minimum, designEffect);
  if (hidden) return hidden;
  const value = first.successes / first.n - second.successes / second.n;
  const independent = ({ successes, n }: Count): Count => ({
    successes: successes / designEffect,
    n: n / designEffect,
  });
  const interval = (z: number): Interval => newcombe(independent(first), independent(second), z);
  return {
    withheld: false,
    value,
    ...interval(normalCritical(level)),
    p: value === 0 ? 1 : pOfInterval(interval, value),
    n: [first.n, second.n],
    level,
    method: 'newcombe',
  };
}

/** Two-sided p of an interval that widens with z, by bisection on the z at which it reaches 0. */
function pOfInterval(interval: (z: number) => Interval, value: number): number {
  let low = 0;
  let high = 40;
  for (let i = 0; i < 60; i++) {
    const z = (low + high) / 2;
    const { low: lower, high: upper } = interval(z);
    if (value > 0 ? lower > 0 : upper < 0) low = z;
    else high = z;
  }
  return Math.min(1, 2 * normalCdf(-(low + high) / 2));
}
