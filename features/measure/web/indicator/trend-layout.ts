import type { TrendPoint } from '#measure/domain/indicator/trend.ts';

export type TrendFrame = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type TrendDot = { readonly point: TrendPoint; readonly x: number; readonly y: number };

export type TrendLayout = {
  readonly dots: readonly TrendDot[];
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

/** Where everything of a trend stands, in pixels; null when no period has a figure. */
export function layOutTrend(
  points: readonly TrendPoint[],
  target: number | null,
  frame: TrendFrame,
  room = 110,
): TrendLayout | null {
  const values = points.flatMap(({ figure }) =>
    figure.is === 'shown' ? [figure.value, figure.low ?? figure.value, figure.high ?? figure.value] : [],
  );
  if (values.length === 0) return null;
  const all = target === null ? values : [...values, target];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const [inside, wide] = [frame.height - frame.top - frame.bottom, frame.width - frame.left - frame.right];
  const range = most - least || Math.abs(most) || 1;
  const y = (value: number): number => frame.top + inside * (1 - (value - least) / range);
  const x = (at: number): number =>
    frame.left + (points.length === 1 ? wide / 2 : (wide * at) / (points.length - 1));
  const stretches: TrendDot[][] = [];
  for (const [at, point] of points.entries()) {
    if (point.figure.is !== 'shown') continue;
    const dot = { point, x: x(at), y: y(point.figure.value) };
    const last = stretches.at(-1);
    if (last && at > 0 && points[at - 1]?.figure.is === 'shown') last.push(dot);
    else stretches.push([dot]);
  }
  const bound = ({ point: { figure }, x: across }: TrendDot, end: 'low' | 'high'): string =>
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
