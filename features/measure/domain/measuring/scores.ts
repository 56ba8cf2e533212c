import { clusteredMean } from '#kit/statistics/clustered.ts';
import type { Estimate, Shown } from '#kit/statistics/estimate.ts';
import type { Score } from '../figures.ts';
import { addScores, emptyScores, type ScoreTally } from './tally.ts';

type Scale = Score['scale'];

/** Scores of events at a place, from one source. */
export type ScorePart = {
  readonly scores: ScoreTally;
  readonly scale: Scale;
  readonly designEffect: number;
};

/**
 * Mean score of the events at a place: the mean of each customer, then of the customers (Student's interval over customers,
 * kept within the scale). Sources on the same scale are added; of several scales, the one most customers answered on is told.
 */
export function eventScore(parts: readonly ScorePart[], minimum: number): Score | null {
  const byScale = new Map<string, { scale: Scale; scores: ScoreTally }>();
  for (const { scores, scale } of parts) {
    const key = `${scale.min}…${scale.max}`;
    const known = byScale.get(key) ?? { scale, scores: emptyScores() };
    addScores(known.scores, scores);
    byScale.set(key, known);
  }
  const [best] = [...byScale.values()].sort((a, b) => b.scores.n - a.scores.n);
  if (!best || best.scores.n === 0) return null;
  const { scale, scores } = best;
  const designEffect = Math.max(1, ...parts.map((part) => part.designEffect));
  const position = clusteredMean(scores, { minimum, designEffect });
  const estimate = onScale(position, (x) => scale.min + x * (scale.max - scale.min), scale);
  return { kind: 'mean', scale, estimate, refused: 0 };
}

/**
 * One score for a place with several: that with the most people behind it. Survey columns asked in the same way (kind and
 * scale) are averaged first, see {@link averageScore}.
 */
export function placeScore(events: Score | null, columns: readonly Score[]): Score | null {
  const families = new Map<string, Score[]>();
  for (const score of columns) {
    const key = `${score.kind} ${score.scale.min}…${score.scale.max}`;
    families.set(key, [...(families.get(key) ?? []), score]);
  }
  const candidates = [...(events ? [events] : []), ...[...families.values()].map(averageScore)];
  return candidates.reduce<Score | null>(
    (best, score) => (best && peopleOf(best) >= peopleOf(score) ? best : score),
    null,
  );
}

export const peopleOf = ({ estimate }: Score): number => estimate.n;

/**
 * The mean of several columns answered by the same people: mean of the values, and mean of the bounds. Whatever the answers of
 * one person have in common, the true interval of the mean is never wider than that (the deviation of a mean is at most the
 * mean of the deviations). n is the smallest of the columns.
 */
export function averageScore(scores: readonly Score[]): Score {
  const [first] = scores;
  if (!first) throw new Error('no score to average');
  const shown = scores.flatMap(({ estimate }) => (estimate.withheld ? [] : [estimate]));
  const refused = scores.reduce((sum, score) => sum + score.refused, 0);
  const [one] = shown;
  if (!one) {
    const fullest = scores.reduce((best, score) => (peopleOf(best) >= peopleOf(score) ? best : score));
    return { ...fullest, refused };
  }
  if (shown.length === 1) return { ...first, estimate: one, refused };
  const mean = (read: (estimate: Shown) => number): number =>
    shown.reduce((sum, estimate) => sum + read(estimate), 0) / shown.length;
  const weights = shown.flatMap(({ weighted }) => weighted ?? []);
  const [weighted] = weights;
  const { answers: _each, weighted: _one, ...rest } = one;
  return {
    ...first,
    refused,
    estimate: {
      ...rest,
      value: mean(({ value }) => value),
      low: mean(({ low }) => low),
      high: mean(({ high }) => high),
      n: Math.min(...shown.map(({ n }) => n)),
      ...(weighted && weights.length === shown.length
        ? {
            weighted: {
              ...weighted,
              value: meanOf(weights.map(({ value }) => value)),
              low: meanOf(weights.map(({ low }) => low)),
              high: meanOf(weights.map(({ high }) => high)),
              effectiveN: Math.min(...weights.map(({ effectiveN }) => effectiveN)),
            },
          }
        : {}),
    },
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A mean on a scale a…b said as an emotion: −3 + 6·(m − a)/(b − a), its interval likewise. Not for an NPS. */
export const emotionOf = ({ estimate, scale }: Score): Estimate =>
  onScale(estimate, (m) => -3 + (6 * (m - scale.min)) / (scale.max - scale.min), { min: -3, max: 3 });

/** An estimate in another unit (an increasing straight line), its bounds kept within the scale: no mean lies outside. */
function onScale(estimate: Estimate, unit: (value: number) => number, { min, max }: Scale): Estimate {
  if (estimate.withheld) return estimate;
  const within = (value: number): number => Math.min(max, Math.max(min, unit(value)));
  const { weighted } = estimate;
  return {
    ...estimate,
    value: within(estimate.value),
    low: within(estimate.low),
    high: within(estimate.high),
    ...(weighted
      ? {
          weighted: {
            ...weighted,
            value: within(weighted.value),
            low: within(weighted.low),
            high: within(weighted.high),
          },
        }
      : {}),
  };
}
