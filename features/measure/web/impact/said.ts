import type { Difference, Estimate } from '#kit/statistics/estimate.ts';
import { shareEnds } from '../ends.ts';
import { cell } from '../paths/twin.tsx';
import { tellable } from '../place.ts';
import type { ImpactView } from './view.ts';

/** A p as it is read: "0,012", "< 0,001". */
export function pWords({ paths: { format } }: ImpactView, p: number): string {
  return p < 0.001 ? `<\u202f${format.fixed(0.001, 3)}` : format.fixed(p, 3);
}

/** "Entre 14 et 22 % · n = 1 904". */
export function betweenWords(
  { t, paths: { format } }: ImpactView,
  estimate: { readonly low: number; readonly high: number; readonly n: number },
): string {
  return t('between', { ...shareEnds(format, estimate), n: format.integer(estimate.n) });
}

/** Why a figure is not told. */
export const fewWords = (
  { t, paths: { format } }: ImpactView,
  { n, minimum }: { readonly n: number; readonly minimum: number },
): string =>
  tellable(n) === null
    ? t('fewHidden')
    : t('few', { n: format.integer(n), minimum: format.integer(minimum) });

/** A gap of shares in points: "−14", and both its ends. */
export function pointsWords({ paths: { format } }: ImpactView, value: number): string {
  const points = value * 100;
  return format.signed(points, Math.abs(points) < 10 ? 1 : 0);
}

/** Figure, low and high end as three cells of a table. */
export const shareCells = (view: ImpactView, estimate: Estimate) =>
  estimate.withheld
    ? [cell(fewWords(view, estimate), ''), cell('', ''), cell('', '')]
    : [estimate.value, estimate.low, estimate.high].map((value) =>
        cell(view.paths.format.share(value), value),
      );

/** A gap in points with both ends and its adjusted p, as four cells. */
export const gapCells = (view: ImpactView, difference: Difference) =>
  difference.withheld
    ? [cell(fewWords(view, difference), ''), cell('', ''), cell('', ''), cell('', '')]
    : [
        ...[difference.value, difference.low, difference.high].map((value) =>
          cell(pointsWords(view, value), 100 * value),
        ),
        cell(pWords(view, difference.adjustedP ?? difference.p), difference.adjustedP ?? difference.p),
      ];
