import { type Estimate, smallestMinimum } from '#kit/statistics/estimate.ts';
import type { TouchpointsAnswer } from '#measure/domain/impact/answer.ts';
import { type TouchpointFigure, touchpointFigures } from '#measure/domain/impact/touchpoints.ts';
import { scoreEnds, scoreText, shareEnds } from '../ends.ts';
import type { ImpactView } from './view.ts';

type Format = ImpactView['paths']['format'];

/** Figures this source can tell: without scores there is no satisfaction, without a goal no conversion. */
export const tellableFigures = (
  answer: Pick<TouchpointsAnswer, 'scale'> | undefined,
  goal: string | undefined,
): TouchpointFigure[] =>
  touchpointFigures.filter(
    (figure) =>
      (figure !== 'satisfaction' || answer?.scale !== null) &&
      (figure !== 'conversion' || goal !== undefined),
  );

/** A figure as it is read: a share, or a mean score. */
export const figureText = (format: Format, figure: TouchpointFigure, value: number): string =>
  figure === 'satisfaction' ? scoreText(format, { kind: 'mean' }, value, 2) : format.share(value);

/** Its interval: "14 à 18 %". */
export function figureRange(
  { paths: { format, speech } }: ImpactView,
  figure: TouchpointFigure,
  bounds: { readonly low: number; readonly high: number },
): string {
  const ends =
    figure === 'satisfaction' ? scoreEnds(format, { kind: 'mean' }, bounds, 2) : shareEnds(format, bounds);
  return speech.t('range', ends);
}

/** What stands in place of a figure that is withheld; nothing where nobody is concerned. */
export const withheldText = ({ t }: ImpactView, estimate: Estimate): string =>
  estimate.n === 0
    ? '–'
    : estimate.n < smallestMinimum
      ? t('fewHidden')
      : t('tooFewShort', { n: estimate.n });
