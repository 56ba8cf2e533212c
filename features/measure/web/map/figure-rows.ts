import { scoreText, shareEnds } from '../ends.ts';
import { countOf, onlyAnswers, shown } from '../place.ts';
import { explain, type FigureRow, withheldDetail } from './explanations.ts';
import {
  type PlaceView,
  patienceOf,
  type ShareId,
  saidCount,
  saidDuration,
  saidDurationEnds,
  saidN,
} from './place-figures.ts';
import { scoreRows } from './score-rows.ts';

/** Every figure of a place in a constant order; those that do not apply here are left out, those withheld say so. */
export function rowsOf(view: PlaceView): FigureRow[] {
  const rows = [
    customersRow(view),
    shareRow(view, 'goesOn'),
    shareRow(view, 'stopsHere'),
    inProgressRow(view),
    timeRow(view),
    ...scoreRows(view),
    emotionRow(view),
    volumeRow(view),
  ];
  return rows.filter((row) => row !== null);
}

function customersRow(view: PlaceView): FigureRow {
  const { speech, figures } = view;
  const { t, format } = speech;
  const share = shown(figures.share);
  const answers = onlyAnswers(figures);
  return {
    id: 'customers',
    name: answers ? t('name.respondents') : t('name.customers'),
    value:
      countOf(figures.customers) === null
        ? t('count.fewer')
        : format.integer(countOf(figures.customers) ?? 0),
    detail: share
      ? `${format.share(share.value)} ${t('panel.share')} (${t('range', shareEnds(format, share))})`
      : '',
    tone: 'neutral',
    explanation: explain(view, {
      title: answers ? t('name.respondents') : t('name.customers'),
      definition: answers
        ? t('definition.respondents')
        : `${t('definition.customers')} ${t('definition.share')}`,
      ...(share ? { n: saidN(speech, figures, share.n), method: t.maybe(`method.${share.method}`) } : {}),
    }),
  };
}

function shareRow(view: PlaceView, id: Exclude<ShareId, 'share'>): FigureRow | null {
  const { speech, measure, figures } = view;
  const { t, format } = speech;
  const estimate = figures[id];
  if (estimate === null) return null;
  const parts = {
    title: t(`name.${id}`),
    definition: t(`definition.${id}`, { patience: patienceOf(speech, measure, figures) }),
  };
  if (estimate.withheld) {
    return {
      id,
      name: t(`name.${id}`),
      value: '',
      detail: withheldDetail(view, estimate),
      tone: 'neutral',
      explanation: explain(view, parts),
    };
  }
  return {
    id,
    name: t(`name.${id}`),
    value: format.share(estimate.value),
    detail: t('figure.range', {
      range: t('range', shareEnds(format, estimate)),
      n: format.integer(estimate.n),
    }),
    tone: id === 'stopsHere' && estimate.low >= 0.1 ? 'negative' : 'neutral',
    explanation: explain(view, {
      ...parts,
      n: saidN(speech, figures, estimate.n),
      method: t.maybe(`method.${estimate.method}`),
    }),
  };
}

function inProgressRow(view: PlaceView): FigureRow | null {
  const { speech, measure, figures } = view;
  const { t } = speech;
  if (countOf(figures.inProgress) === 0 || onlyAnswers(figures)) return null;
  return {
    id: 'inProgress',
    name: t('name.inProgress'),
    value: saidCount(speech, 'journeys', figures.inProgress),
    detail: '',
    tone: 'neutral',
    explanation: explain(view, {
      title: t('name.inProgress'),
      definition: t('definition.inProgress', { patience: patienceOf(speech, measure, figures) }),
    }),
  };
}

function timeRow(view: PlaceView): FigureRow | null {
  const { speech, measure, figures } = view;
  const { t, format } = speech;
  const time = figures.timeToNext;
  if (time === null) return null;
  const parts = { title: t('name.timeToNext'), definition: t('definition.timeToNext') };
  const row = { id: 'timeToNext', name: t('name.timeToNext'), tone: 'neutral' } as const;
  if (time.withheld) {
    return { ...row, value: '', detail: withheldDetail(view, time), explanation: explain(view, parts) };
  }
  const ends = saidDurationEnds(speech, time);
  return {
    ...row,
    value: time.value === null ? t('figure.notReached') : saidDuration(speech, measure, time.value),
    detail: ends
      ? t('figure.range', { range: t('range', ends), n: format.integer(time.n) })
      : t('figure.n', { n: format.integer(time.n) }),
    explanation: explain(view, {
      ...parts,
      n: `${saidN(speech, figures, time.n)}, ${t('inProgressAmong', { said: format.integer(time.stillInProgress) })}`,
      method: [t.maybe(`method.${time.method}`), measure.durationsRounded ? t('panel.rounded') : undefined]
        .filter((part) => part !== undefined)
        .join(' '),
    }),
  };
}

function emotionRow(view: PlaceView): FigureRow | null {
  const { speech, measure, place } = view;
  const { t, format } = speech;
  if (place.kind !== 'step') return null;
  const point = measure.emotion[view.group]?.find(({ stepId }) => stepId === place.id);
  const estimate = shown(point?.estimate);
  if (!estimate) return null;
  const say = (value: number) => scoreText(format, { kind: 'nps' }, value);
  return {
    id: 'emotion',
    name: t('name.emotion'),
    value: say(estimate.value),
    detail: t('figure.range', {
      range: t('range', { low: say(estimate.low), high: say(estimate.high) }),
      n: format.integer(estimate.n),
    }),
    tone: estimate.value < -0.5 ? 'negative' : estimate.value >= 1.5 ? 'positive' : 'neutral',
    explanation: explain(view, {
      title: t('name.emotion'),
      definition: t('measured.definition'),
      n: saidCount(speech, 'people', estimate.n),
      method: t.maybe(`method.${estimate.method}`),
    }),
  };
}

function volumeRow(view: PlaceView): FigureRow {
  const { speech, figures } = view;
  const { t, format } = speech;
  const answers = onlyAnswers(figures);
  const volume = countOf(figures.volume);
  return {
    id: 'volume',
    name: t(answers ? 'name.answers' : 'name.volume'),
    value: volume === null ? t('count.fewer') : format.integer(volume),
    detail: '',
    tone: 'neutral',
    explanation: explain(view, {
      title: t(answers ? 'name.answers' : 'name.volume'),
      definition: t(answers ? 'definition.answers' : 'definition.volume'),
    }),
  };
}
