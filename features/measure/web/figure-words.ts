import { figureIds, type LiveFigure, type Tone } from '#journey/domain/live-figures.ts';
import type { Shown } from '#kit/statistics/estimate.ts';
import type { PlaceFigures } from '#measure/domain/figures.ts';
import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import { durationEnds, scoreEnds, scoreText, shareEnds } from './ends.ts';
import type { messages } from './messages.ts';
import { countOf, onlyAnswers, shown, toneOf } from './place.ts';

export type Words = Translate<(typeof messages)['en']>;
export type Speech = { readonly t: Words; readonly format: Format };

/** Every figure of one place, said, in a constant order; what is withheld or does not apply is left out. */
export function liveFiguresOf(speech: Speech, figures: PlaceFigures): LiveFigure[] {
  const said: (LiveFigure | null)[] = [
    customersFigure(speech, figures),
    shareFigure(speech, 'goesOn', shown(figures.goesOn), 'neutral'),
    shareFigure(speech, 'stopsHere', shown(figures.stopsHere), stopTone(figures)),
    delayFigure(speech, figures),
    satisfactionFigure(speech, figures),
  ];
  return said.filter((figure) => figure !== null);
}

/** As above with what a lane may ask for besides: how many events, what share of all, how many under way. */
export function allFiguresOf(speech: Speech, figures: PlaceFigures): LiveFigure[] {
  const { t, format } = speech;
  const counted = (id: 'volume' | 'inProgress'): LiveFigure[] => {
    const count = countOf(figures[id]);
    return count === null
      ? []
      : [
          {
            id,
            headline: format.integer(count),
            caption: t(`figure.${id}`, { count }),
            detail: '',
            tone: 'neutral',
          },
        ];
  };
  const share = shareFigure(speech, 'share', shown(figures.share), 'neutral');
  const said = [
    ...liveFiguresOf(speech, figures),
    ...(onlyAnswers(figures) ? [] : [...counted('volume'), ...counted('inProgress')]),
    ...(share ? [share] : []),
  ];
  return figureIds.flatMap((id) => said.find((figure) => figure.id === id) ?? []);
}

/** Which data stand behind a place, how many of them, of when. */
export const freshWords = ({ t, format }: Speech, { freshness }: PlaceFigures): string =>
  freshness
    .map(({ sourceName, n, importedAt, lastAt }) => {
      const at = importedAt ?? lastAt;
      const words = [
        ...(at === null ? [] : [format.date(at)]),
        t('figure.n', { n: format.integer(n) }),
        sourceName,
      ];
      return words.join(' · ');
    })
    .join(' · ');

const stopTone = (figures: PlaceFigures): Tone => {
  const stops = shown(figures.stopsHere);
  return stops && stops.low >= 0.1 ? 'negative' : 'neutral';
};

/** The figure told in large comes first; the others keep their order. */
export const headlineFirst = (said: readonly LiveFigure[], headline: string | null): LiveFigure[] => [
  ...said.filter(({ id }) => id === headline),
  ...said.filter(({ id }) => id !== headline),
];

function customersFigure({ t, format }: Speech, figures: PlaceFigures): LiveFigure | null {
  const customers = countOf(figures.customers);
  if (customers === null) return null;
  const share = shown(figures.share);
  return {
    id: 'customers',
    headline: format.integer(customers),
    caption: t(onlyAnswers(figures) ? 'figure.respondents' : 'figure.customers', { count: customers }),
    detail: share ? t('figure.ofAll', { share: format.share(share.value) }) : '',
    tone: 'neutral',
  };
}

function shareFigure(
  speech: Speech,
  id: 'share' | 'goesOn' | 'stopsHere',
  estimate: Shown | null,
  tone: Tone,
): LiveFigure | null {
  if (!estimate) return null;
  const { t, format } = speech;
  return {
    id,
    headline: id === 'stopsHere' ? format.outOf(estimate.value) : format.share(estimate.value),
    caption: t(`figure.${id}`),
    detail: t('figure.range', {
      range: t('range', shareEnds(format, estimate)),
      n: format.integer(estimate.n),
    }),
    tone,
  };
}

function delayFigure({ t, format }: Speech, { timeToNext }: PlaceFigures): LiveFigure | null {
  if (!timeToNext || timeToNext.withheld) return null;
  const ends = durationEnds(format, timeToNext, () => t('figure.beyond'));
  return {
    id: 'timeToNext',
    headline: timeToNext.value === null ? t('figure.notReached') : format.duration(timeToNext.value),
    caption: t('figure.timeToNext'),
    detail: ends
      ? t('figure.range', { range: t('range', ends), n: format.integer(timeToNext.n) })
      : t('figure.n', { n: format.integer(timeToNext.n) }),
    tone: 'neutral',
  };
}

function satisfactionFigure(speech: Speech, { satisfaction }: PlaceFigures): LiveFigure | null {
  const estimate = shown(satisfaction?.estimate);
  if (!satisfaction || !estimate) return null;
  const { t, format } = speech;
  return {
    id: 'satisfaction',
    headline: scoreText(format, satisfaction, estimate.value),
    caption:
      satisfaction.kind === 'nps'
        ? t('figure.nps')
        : t(`figure.${satisfaction.kind}`, { max: format.decimal(satisfaction.scale.max) }),
    detail: t('figure.range', {
      range: t('range', scoreEnds(format, satisfaction, estimate)),
      n: format.integer(estimate.n),
    }),
    tone: toneOf(satisfaction, estimate.value),
  };
}
