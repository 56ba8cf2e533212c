import { emotionCurve } from './outline.ts';
import type { EmotionPoint, JourneyMap } from './schema.ts';

/** A point of a drawing, in any unit; `x` grows along a curve. */
export type CurvePoint = { readonly x: number; readonly y: number };

/**
 * The slope at each point of a monotone cubic through the points: between two points the curve never goes above the
 * higher nor below the lower one, so a drawing invents neither a peak nor a fall. The same curve as d3's
 * `curveMonotoneX`. Formula: M. Steffen, "A simple method for monotonic interpolation in one dimension", Astronomy
 * and Astrophysics 239, 443–450 (1990), of the family of Fritsch and Carlson (1980).
 * Points in strictly growing `x`; fewer than two have no slope and give zeros.
 */
export function monotoneSlopes(points: readonly CurvePoint[]): number[] {
  const count = points.length;
  const slopes = new Array<number>(count).fill(0);
  if (count < 2) return slopes;
  const secant = (at: number) => (points[at + 1]!.y - points[at]!.y) / (points[at + 1]!.x - points[at]!.x);
  for (let at = 1; at < count - 1; at++) {
    const width = points[at]!.x - points[at - 1]!.x;
    const nextWidth = points[at + 1]!.x - points[at]!.x;
    const before = secant(at - 1);
    const after = secant(at);
    const parabola = (before * nextWidth + after * width) / (width + nextWidth);
    const sign = Math.sign(before) + Math.sign(after);
    slopes[at] = sign * Math.min(Math.abs(before), Math.abs(after), Math.abs(parabola) / 2);
  }
  // At the ends: the parabola through the end that meets the slope of its neighbour; a straight line between two points.
  slopes[0] = count === 2 ? secant(0) : (3 * secant(0) - slopes[1]!) / 2;
  slopes[count - 1] = count === 2 ? secant(0) : (3 * secant(count - 2) - slopes[count - 2]!) / 2;
  return slopes;
}

/**
 * Height of the curve at `x`, for hit-testing and for reading a value between two points. Undefined outside the
 * points: a curve says nothing of where nobody placed one. `slopes` are those of `monotoneSlopes`.
 */
export function heightAt(
  points: readonly CurvePoint[],
  slopes: readonly number[],
  x: number,
): number | undefined {
  const next = points.findIndex((point) => point.x >= x);
  const right = points[next];
  if (!right) return undefined;
  if (right.x === x) return right.y;
  const left = points[next - 1];
  if (!left) return undefined;
  const width = right.x - left.x;
  const t = (x - left.x) / width;
  const u = 1 - t;
  // Cubic Hermite between two points with their slopes.
  return (
    u * u * (1 + 2 * t) * left.y +
    t * t * (3 - 2 * t) * right.y +
    t * u * width * (u * slopes[next - 1]! - t * slopes[next]!)
  );
}

export type CurveTrend = 'falls' | 'rises' | 'stays';

type Spot = { readonly stepId: string; readonly value: number };

/** A stretch of a curve that goes one way: "falls from +2 to −1 between … and …". */
export type CurveStretch = { readonly trend: CurveTrend; readonly from: Spot; readonly to: Spot };

export type CurveDescription = {
  readonly reading: EmotionPoint['reading'];
  readonly personaId: string | null;
  readonly points: readonly Spot[];
  readonly stretches: readonly CurveStretch[];
  /** First of its extremes in reading order; null without points. */
  readonly lowest: Spot | null;
  readonly highest: Spot | null;
  /** The steepest fall between two neighbouring points: where the journey hurts most. Null where nothing falls. */
  readonly steepestFall: CurveStretch | null;
};

/** What a curve says, as data for the sentence that a reader who does not see it hears. */
export function describeCurve(
  map: JourneyMap,
  reading: EmotionPoint['reading'],
  personaId: string | null,
): CurveDescription {
  const points = emotionCurve(map, reading, personaId).map(([, { stepId, value }]) => ({ stepId, value }));
  const moves = points.slice(1).map((to, at) => stretch(points[at]!, to));
  return {
    reading,
    personaId,
    points,
    stretches: joined(moves),
    lowest: best(points, (spot) => -spot.value),
    highest: best(points, (spot) => spot.value),
    steepestFall: best(
      moves.filter(({ trend }) => trend === 'falls'),
      ({ from, to }) => from.value - to.value,
    ),
  };
}

const stretch = (from: Spot, to: Spot): CurveStretch => ({
  trend: to.value < from.value ? 'falls' : to.value > from.value ? 'rises' : 'stays',
  from,
  to,
});

function joined(moves: readonly CurveStretch[]): CurveStretch[] {
  const stretches: CurveStretch[] = [];
  for (const move of moves) {
    const last = stretches.at(-1);
    if (last?.trend === move.trend) stretches[stretches.length - 1] = { ...last, to: move.to };
    else stretches.push(move);
  }
  return stretches;
}

function best<T>(things: readonly T[], worth: (thing: T) => number): T | null {
  let found: T | null = null;
  for (const thing of things) if (found === null || worth(thing) > worth(found)) found = thing;
  return found;
}
