import { area, curveMonotoneX, line } from 'd3-shape';

/**
 * Geometry of the emotion lane. Horizontally the unit is the column (`columnUnit` wide), so that the picture stretches
 * with the page and the paper without being computed again; vertically it is the pixel.
 */
export const laneHeight = 190;
export const columnUnit = 100;
const margin = 24;

/** Middle of a column, in units of the picture. */
export const columnCentre = (column: number): number => (column + 0.5) * columnUnit;

/** Height of a value −3…+3, in pixels from the top. */
export const heightOf = (value: number): number => margin + ((3 - value) / 6) * (laneHeight - 2 * margin);

/** The value −3…+3 at a height, kept inside the scale and rounded to a tenth: a hand does not place hundredths. */
export function valueAt(height: number): number {
  const value = 3 - ((height - margin) / (laneHeight - 2 * margin)) * 6;
  return roundValue(value);
}

export const roundValue = (value: number): number =>
  Math.round(Math.min(3, Math.max(-3, value)) * 10) / 10 + 0;

/** Thickness of a curve in pixels, for an intensity 0…1. */
export const thicknessOf = (intensity: number): number => Math.round((1.5 + intensity * 3) * 100) / 100;

export type CurvePoint = { readonly column: number; readonly value: number; readonly intensity: number };
export type BandPoint = {
  readonly column: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/** A piece of a curve with one thickness. */
export type Stroke = { readonly path: string; readonly width: number };

/** Monotone in x (never over-shoots the points): Steffen 1990, as d3's `curveMonotoneX`. */
const smooth = line<{ column: number; value: number }>()
  .x((point) => columnCentre(point.column))
  .y((point) => heightOf(point.value))
  .curve(curveMonotoneX);

/** The path through the points, in the order of the columns; empty under two points. */
export function curvePath(points: readonly { readonly column: number; readonly value: number }[]): string {
  return points.length < 2 ? '' : (smooth([...points]) ?? '');
}

/**
 * The curve cut into pieces whose thickness follows the intensity. One piece when the intensity is the same all along;
 * else `pieces` between two points, so that the eye sees a thickness that grows and not steps.
 */
export function curveStrokes(points: readonly CurvePoint[], pieces = 8): Stroke[] {
  const path = curvePath(points);
  const first = points[0];
  if (!path || !first) return [];
  if (points.every((point) => point.intensity === first.intensity)) {
    return [{ path, width: thicknessOf(first.intensity) }];
  }
  return beziersOf(path).flatMap((bezier, index) => {
    const from = points[index]!;
    const to = points[index + 1]!;
    if (from.intensity === to.intensity) {
      return [{ path: bezierPath(bezier), width: thicknessOf(from.intensity) }];
    }
    return Array.from({ length: pieces }, (_, piece) => {
      const [start, end] = [piece / pieces, (piece + 1) / pieces];
      const intensity = from.intensity + (to.intensity - from.intensity) * ((start + end) / 2);
      return { path: bezierPath(cut(bezier, start, end)), width: thicknessOf(intensity) };
    });
  });
}

/** The surface between the bounds; empty under two points. */
export function bandPath(points: readonly BandPoint[]): string {
  if (points.length < 2) return '';
  const shape = area<BandPoint>()
    .x((point) => columnCentre(point.column))
    .y0((point) => heightOf(point.low))
    .y1((point) => heightOf(point.high))
    .curve(curveMonotoneX);
  return shape([...points]) ?? '';
}

/**
 * Runs of neighbouring columns. A measured curve is drawn run by run: between two measured steps with an unmeasured
 * one in the middle nothing is known, so nothing is drawn.
 */
export function runsOf<T extends { readonly column: number }>(points: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const point of [...points].sort((a, b) => a.column - b.column)) {
    const run = runs.at(-1);
    if (run && run.at(-1)!.column === point.column - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

type Point = readonly [x: number, y: number];
type Bezier = readonly [Point, Point, Point, Point];

/** The cubic pieces of a path made of one `M` and of `C` or `L` commands (what `curveMonotoneX` writes). */
function beziersOf(path: string): Bezier[] {
  const beziers: Bezier[] = [];
  let at: Point = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([MCL])([^MCL]*)/g)) {
    const values = (numbers ?? '').split(/[ ,]/).map(Number);
    const points = values.flatMap((x, index): Point[] =>
      index % 2 === 0 ? [[x, values[index + 1] ?? 0]] : [],
    );
    const end = points.at(-1) ?? at;
    if (command === 'C') beziers.push([at, points[0]!, points[1]!, end]);
    if (command === 'L') beziers.push([at, mix(at, end, 1 / 3), mix(at, end, 2 / 3), end]);
    at = end;
  }
  return beziers;
}

/** De Casteljau: the part of a cubic between two parameters. */
function cut(bezier: Bezier, start: number, end: number): Bezier {
  const [, right] = split(bezier, start);
  return split(right, (end - start) / (1 - start || 1))[0];
}

function split([a, b, c, d]: Bezier, t: number): [Bezier, Bezier] {
  const ab = mix(a, b, t);
  const bc = mix(b, c, t);
  const cd = mix(c, d, t);
  const abc = mix(ab, bc, t);
  const bcd = mix(bc, cd, t);
  const middle = mix(abc, bcd, t);
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ];
}

const mix = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

const bezierPath = ([a, b, c, d]: Bezier): string => `M${pair(a)}C${pair(b)} ${pair(c)} ${pair(d)}`;

const pair = ([x, y]: Point): string => `${round(x)},${round(y)}`;
const round = (value: number): number => Math.round(value * 100) / 100;
