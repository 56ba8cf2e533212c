import type { Shown } from '#kit/statistics/estimate.ts';
import type { Score } from '#measure/domain/figures.ts';
import { scoreEnds, scoreText } from '../ends.ts';
import { toneOf } from '../place.ts';
import { explain, type FigureRow, type Parts, withheldDetail } from './explanations.ts';
import { type PlaceView, saidCount, scoreName } from './place-figures.ts';

/** The score of a place and, when the survey has weights, the same with them: both named. */
export function scoreRows(view: PlaceView): (FigureRow | null)[] {
  const { speech, figures } = view;
  const { t, format } = speech;
  const score = figures.satisfaction;
  if (score === null) return [];
  const name = scoreName(speech, score);
  const definition = t(
    `definition.${score.kind === 'nps' || score.kind === 'ces' ? score.kind : 'satisfaction'}`,
    {
      min: format.decimal(score.scale.min),
      max: format.decimal(score.scale.max),
    },
  );
  const refused =
    score.refused > 0
      ? t('refused', { count: score.refused, said: format.integer(score.refused) })
      : undefined;
  const parts = {
    title: name,
    definition: [definition, refused].filter((part) => part !== undefined).join(' '),
  };
  const { estimate } = score;
  if (estimate.withheld) {
    return [
      {
        id: 'satisfaction',
        name,
        value: '',
        detail: withheldDetail(view, estimate),
        tone: 'neutral',
        explanation: explain(view, parts),
      },
    ];
  }
  return [scoreRow(view, score, estimate, parts, refused), weightedRow(view, score, estimate, parts)];
}

function scoreRow(
  view: PlaceView,
  score: Score,
  estimate: Shown,
  parts: Parts,
  refused: string | undefined,
): FigureRow {
  const { speech } = view;
  const { t, format } = speech;
  return {
    id: 'satisfaction',
    name: estimate.weighted ? `${parts.title}, ${t('unweighted')}` : parts.title,
    value: scoreText(format, score, estimate.value, 2),
    detail: [
      t('figure.range', {
        range: t('range', scoreEnds(format, score, estimate, 2)),
        n: format.integer(estimate.n),
      }),
      refused,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
    tone: toneOf(score, estimate.value),
    explanation: explain(view, {
      ...parts,
      n: saidAnswers(view, estimate),
      method: t.maybe(`method.${estimate.method}`),
    }),
  };
}

function saidAnswers({ speech }: PlaceView, { n, answers }: Shown): string {
  const { t } = speech;
  const people = saidCount(speech, 'people', n);
  return answers === undefined || answers === n
    ? people
    : t('count.answersOf', { answers: saidCount(speech, 'answers', answers), people });
}

function weightedRow(view: PlaceView, score: Score, { weighted }: Shown, parts: Parts): FigureRow | null {
  if (!weighted) return null;
  const { speech } = view;
  const { t, format } = speech;
  return {
    id: 'weighted',
    name: `${parts.title}, ${t('panel.weighted')}`,
    value: scoreText(format, score, weighted.value, 2),
    detail: t('range', scoreEnds(format, score, weighted, 2)),
    tone: toneOf(score, weighted.value),
    explanation: explain(view, {
      ...parts,
      title: `${parts.title}, ${t('panel.weighted')}`,
      n: t('effectiveN', { said: format.integer(Math.round(weighted.effectiveN)) }),
      method: t.maybe(`method.${weighted.method}`),
    }),
  };
}
