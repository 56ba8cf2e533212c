import type { Difference } from '#kit/statistics/estimate.ts';

/** A difference of shares of a scale, in the unit of the scale. */
export function inScale(difference: Difference, { min, max }: { min: number; max: number }): Difference {
  if (difference.withheld) return difference;
  const unit = max - min;
  return {
    ...difference,
    value: difference.value * unit,
    low: difference.low * unit,
    high: difference.high * unit,
  };
}
