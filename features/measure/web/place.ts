import { type Estimate, type Shown, smallestMinimum } from '#kit/statistics/estimate.ts';
import type { Count, MapMeasure, PlaceFigures, Score } from '#measure/domain/figures.ts';

/** What of the map is being looked at. */
export type Place =
  | { readonly kind: 'touchpoint'; readonly id: string }
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'stage'; readonly id: string };

export const everyone = 'all';

/** The figures of one place for one group; undefined when nothing is bound there. */
export function figuresOf(measure: MapMeasure, place: Place, group: string): PlaceFigures | undefined {
  const places = { touchpoint: measure.touchpoints, step: measure.steps, stage: measure.stages }[place.kind];
  return places[place.id]?.[group];
}

export const shown = (estimate: Estimate | null | undefined): Shown | null =>
  estimate && !estimate.withheld ? estimate : null;

export const countOf = (count: Count): number | null => (typeof count === 'number' ? count : null);

/** Only answers to surveys are bound here: people are respondents, not lived journeys. */
export const onlyAnswers = (figures: PlaceFigures): boolean =>
  figures.share === null && figures.satisfaction !== null;

/** How many people stand behind a figure that is withheld; null under five, who could be pointed at. */
export const tellable = (n: number): number | null => (n > 0 && n < smallestMinimum ? null : n);

/** Where a score stands on its scale, 0 (worst) … 1 (best). */
export const positionOf = ({ kind, scale }: Pick<Score, 'kind' | 'scale'>, value: number): number =>
  kind === 'nps' ? (value + 100) / 200 : (value - scale.min) / (scale.max - scale.min);

/**
 * Good, bad or neither, by convention: on a scale, the upper quarter is good and the lower half is bad; an NPS is good
 * from +30 and bad below 0; an effort (CES) as a scale where high is easy.
 */
export function toneOf(score: Score, value: number): 'positive' | 'neutral' | 'negative' {
  if (score.kind === 'nps') return value >= 30 ? 'positive' : value < 0 ? 'negative' : 'neutral';
  const position = positionOf(score, value);
  return position >= 0.75 ? 'positive' : position <= 0.5 ? 'negative' : 'neutral';
}
