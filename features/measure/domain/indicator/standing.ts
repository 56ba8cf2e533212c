import type { Target } from './indicator.ts';
import type { PeriodFigure } from './trend.ts';

/** Where a figure stands against its target: `near` as long as its interval holds the target. */
export type Standing = 'met' | 'missed' | 'near';

/** Null where there is no figure with an interval. */
export function standingOf({ value, direction }: Target, figure: PeriodFigure): Standing | null {
  if (figure.is !== 'shown' || figure.low === null || figure.high === null) return null;
  const [good, bad] =
    direction === 'at-least'
      ? [figure.low >= value, figure.high < value]
      : [figure.high <= value, figure.low > value];
  return good ? 'met' : bad ? 'missed' : 'near';
}
