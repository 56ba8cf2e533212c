import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import type { TrendPoint } from '#measure/domain/indicator/trend.ts';
import { cell, type Twin } from '../paths/twin.tsx';
import { figureText, type IndicatorSpeech, periodWords, rangeText } from './words.ts';

/** A trend as a table, the newest period first. */
export function trendTwin(
  speech: IndicatorSpeech,
  indicator: Indicator,
  points: readonly TrendPoint[],
): Twin {
  const { t, format } = speech;
  return {
    caption: t('picture.label', { name: indicator.name }),
    columns: [
      { key: 'period', header: t('table.period'), names: true },
      { key: 'value', header: t('table.value'), figures: true },
      { key: 'interval', header: t('table.interval'), figures: true },
      { key: 'n', header: t('table.n'), figures: true },
      { key: 'state', header: t('table.state') },
    ],
    rows: points
      .toReversed()
      .map(({ from, state, undecided, figure }) => [
        cell(periodWords(speech, indicator.grain, from), from),
        cell(figureText(speech, indicator, figure), figure.is === 'shown' ? figure.value : ''),
        figure.is === 'shown'
          ? cell(rangeText(speech, indicator, figure), `${figure.low ?? ''}…${figure.high ?? ''}`)
          : cell(''),
        figure.is === 'none' ? cell('') : cell(format.integer(figure.n), figure.n),
        cell(state === 'unsettled' ? t('state.unsettled', { count: undecided }) : t(`state.${state}`), state),
      ]),
  };
}
