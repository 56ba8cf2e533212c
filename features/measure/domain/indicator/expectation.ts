import { normalCritical, studentCritical } from '#kit/statistics/distributions.ts';
import { defaultLevel } from '#kit/statistics/estimate.ts';
import { sampleQuantile } from '#kit/statistics/quantile.ts';
import type { Grain } from './periods.ts';
import type { TrendPoint } from './trend.ts';

/** Periods of a season: after so many, the same time of the year comes again. */
const seasonOf: Readonly<Record<Grain, number>> = { week: 52, month: 12, quarter: 4 };
/** Past periods under which nothing is expected of the next. */
export const fewestPast = 6;
/** Past periods looked back at where there are no seasons to compare. */
const longestLevel = 24;

/** What the past of an indicator lets expect of its newest period. */
export type Expectation = {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** `season`: against the same time a year before; `level`: against the last periods. */
  readonly basedOn: 'season' | 'level';
  /** Past differences, or past periods, it rests on. */
  readonly past: number;
};

const median = (values: readonly number[]): number =>
  sampleQuantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/**
 * Robust prediction interval of the next of m values: median ± t·s·√(1 + π/2m), where s = 1.4826·MAD·m/(m − 0.8) (Croux &
 * Rousseeuw 1992 for small samples) but never under `atLeast`, and t is Student's at 0.3·(m − 1) degrees of freedom: a little less than a
 * MAD knows of a spread (0.37 of a standard deviation), as yearly differences share their values. False alarms are counted by simulation (expectation.test.ts).
 */
function predicted(past: readonly number[], atLeast: number): { centre: number; half: number } {
  const m = past.length;
  const centre = median(past);
  const deviation = median(past.map((value) => Math.abs(value - centre)));
  const spread = Math.max(1.4826 * deviation * (m / (m - 0.8)), atLeast);
  const critical = studentCritical(defaultLevel, Math.max(1, 0.3 * (m - 1)));
  return { centre, half: critical * spread * Math.sqrt(1 + Math.PI / (2 * m)) };
}

/** Standard error behind a figure's interval; 0 where there is none. */
const errorOf = ({ figure }: TrendPoint): number =>
  figure.is === 'shown' && figure.low !== null && figure.high !== null
    ? (figure.high - figure.low) / (2 * normalCritical(defaultLevel))
    : 0;

const valueIn = (point: TrendPoint | undefined): number | null =>
  point?.state === 'over' && point.figure.is === 'shown' ? point.figure.value : null;

/**
 * What is expected of the point at `at`, from those before it that are over and shown. With two seasons behind, the value a season
 * before plus the median of the past yearly differences (seasonal naive with drift); with less, the median of the last periods.
 * Null with too little past.
 */
export function expectationOf(points: readonly TrendPoint[], at: number, grain: Grain): Expectation | null {
  const season = seasonOf[grain];
  const newest = points[at];
  if (!newest) return null;
  const before = points.slice(0, at);
  const lastYear = points[at - season];
  const year = valueIn(lastYear);
  const yearly = before.flatMap((point, index) => {
    const [now, then] = [valueIn(point), valueIn(before[index - season])];
    return now === null || then === null ? [] : [now - then];
  });
  if (at >= 2 * season && lastYear && year !== null && yearly.length >= fewestPast) {
    const { centre, half } = predicted(yearly, Math.hypot(errorOf(newest), errorOf(lastYear)));
    const expected = year + centre;
    return { expected, low: expected - half, high: expected + half, basedOn: 'season', past: yearly.length };
  }
  const level = before.flatMap((point) => valueIn(point) ?? []).slice(-longestLevel);
  if (level.length < fewestPast) return null;
  const { centre, half } = predicted(level, errorOf(newest));
  return { expected: centre, low: centre - half, high: centre + half, basedOn: 'level', past: level.length };
}
