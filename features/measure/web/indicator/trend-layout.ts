import type { GroupPoint } from '#measure/domain/indicator/groups.ts';

/** What a line is drawn of: the periods of everyone, or of a group. */
type LinePoint = Pick<GroupPoint, 'from' | 'state' | 'figure'>;

export type TrendFrame = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type TrendDot<P> = { readonly point: P; readonly x: number; readonly y: number };

export type TrendLayout<P> = {
  readonly dots: readonly TrendDot<P>[];
  /** Stretches of periods that follow each other with a figure: a gap is never drawn over. */
  readonly lines: readonly string[];
  readonly bands: readonly string[];
  readonly target: number | null;
  /** Values of the two horizontal lines, with their heights. */
  readonly marks: readonly { readonly value: number; readonly y: number }[];
  /** Periods named under the picture: as many as there is room for, the first and the last always. */
  readonly named: readonly { readonly from: string; readonly x: number }[];
};

const coordinate = (value: number): string => value.toFixed(1);

/** Least and most of all values, bounds and the target; null when no period has a figure. */
export function rangeOf(
  series: readonly (readonly LinePoint[])[],
  target: number | null,
): readonly [number, number] | null {
  const values = series
    .flat()
    .flatMap(({ figure }) =>
      figure.is === 'shown' ? [figure.value, figure.low ?? figure.value, figure.high ?? figure.value] : [],
    );
  if (values.length === 0) return null;
  const all = target === null ? values : [...values, target];
  return [Math.min(...all), Math.max(...all)];
}

/** Where everything of a trend stands, in pixels; null when no period has a figure. `range`: a scale shared with other trends. */
export function layOutTrend<P extends LinePoint>(
  points: readonly P[],
  target: number | null,
  frame: TrendFrame,
  room = 110,
  range: ReturnType<typeof rangeOf> = rangeOf([points], target),
): TrendLayout<P> | null {
  if (range === null || points.every(({ figure }) => figure.is !== 'shown')) return null;
  const [least, most] = range;
  const [inside, wide] = [frame.height - frame.top - frame.bottom, frame.width - frame.left - frame.right];
  const extent = most - least || Math.abs(most) || 1;
  const y = (value: number): number => frame.top + inside * (1 - (value - least) / extent);
  const x = (at: number): number =>
    frame.left + (points.length === 1 ? wide / 2 : (wide * at) / (points.length - 1));
  const stretches: TrendDot<P>[][] = [];
  for (const [at, point] of points.entries()) {
    if (point.figure.is !== 'shown') continue;
    const dot = { point, x: x(at), y: y(point.figure.value) };
    const last = stretches.at(-1);
    if (last && at > 0 && points[at - 1]?.figure.is === 'shown') last.push(dot);
    else stretches.push([dot]);
  }
  const bound = ({ point: { figure }, x: across }: TrendDot<P>, end: 'low' | 'high'): string =>
    `${coordinate(across)},${coordinate(y(figure.is === 'shown' ? (figure[end] ?? figure.value) : 0))}`;
  const every = Math.max(1, Math.ceil(points.length / Math.max(1, Math.floor(wide / room))));
  const end = points.length - 1;
  return {
    dots: stretches.flat(),
    lines: stretches.map(
      (dots) => `M${dots.map((dot) => `${coordinate(dot.x)},${coordinate(dot.y)}`).join('L')}`,
    ),
    bands: stretches.map(
      (dots) =>
        `M${dots.map((dot) => bound(dot, 'high')).join('L')}L${dots
          .toReversed()
          .map((dot) => bound(dot, 'low'))
          .join('L')}Z`,
    ),
    target: target === null ? null : y(target),
    marks:
      least === most
        ? [{ value: least, y: y(least) }]
        : [most, least].map((value) => ({ value, y: y(value) })),
    named: points.flatMap(({ from }, at) =>
      at === end || (at % every === 0 && ((end - at) * wide) / end >= room * 1.5) ? [{ from, x: x(at) }] : [],
    ),
  };
}
