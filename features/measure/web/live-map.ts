import type { LiveFigures, LiveTouchpoint } from '#journey/domain/live-figures.ts';
import type { MapMeasure, PlaceFigures } from '#measure/domain/figures.ts';
import { scoreEnds, scoreText } from './ends.ts';
import { allFiguresOf, freshWords, headlineFirst, liveFiguresOf, type Speech } from './figure-words.ts';
import { groupLabel, headlineOf } from './map/place-figures.ts';
import { countOf, shown, toneOf } from './place.ts';

/** All that the canvas shows of the measures, for one group, already said. Pure. */
export function liveMap(speech: Speech, measure: MapMeasure, group: string): LiveFigures {
  const busiest = Math.max(
    1,
    ...Object.values(measure.touchpoints).map((by) => countOf(by[group]?.volume ?? 0) ?? 0),
  );
  const shownGroup = measure.groups.find(({ key }) => key === group);
  const journeys = measure.populations.reduce((sum, { stats }) => sum + stats.journeys, 0);
  const respondents = measure.surveys.reduce((sum, survey) => sum + survey.respondents, 0);
  const { t, format } = speech;
  return {
    touchpoints: mapValues(measure.touchpoints, (by) => liveTouchpoint(speech, by[group], busiest)),
    steps: mapValues(measure.steps, (by) => {
      const figures = by[group];
      return figures ? headlineFirst(liveFiguresOf(speech, figures), headlineOf(figures)) : [];
    }),
    all: placesOf({ ...measure.steps, ...measure.touchpoints }, group, (figures) =>
      allFiguresOf(speech, figures),
    ),
    fresh: placesOf({ ...measure.steps, ...measure.touchpoints }, group, (figures) =>
      freshWords(speech, figures),
    ),
    measured: (measure.emotion[group] ?? []).flatMap(({ stepId, estimate }) =>
      estimate.withheld
        ? []
        : [{ stepId, value: estimate.value, low: estimate.low, high: estimate.high, n: estimate.n }],
    ),
    caption: [
      group === 'all' || !shownGroup ? undefined : groupLabel(speech, shownGroup),
      journeys > 0 ? t('journeys', { count: journeys, said: format.integer(journeys) }) : undefined,
      respondents > 0
        ? t('respondents', { count: respondents, said: format.integer(respondents) })
        : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' · '),
  };
}

function liveTouchpoint(speech: Speech, figures: PlaceFigures | undefined, busiest: number): LiveTouchpoint {
  if (!figures) return { volumeShare: null, volume: null, score: null, absent: 'unbound' };
  const { t, format } = speech;
  const volume = countOf(figures.volume);
  const { satisfaction } = figures;
  const estimate = shown(satisfaction?.estimate);
  const score =
    satisfaction && estimate
      ? {
          text: scoreText(format, satisfaction, estimate.value),
          tone: toneOf(satisfaction, estimate.value),
          spoken: t('figure.spoken', {
            value: scoreText(format, satisfaction, estimate.value),
            ...scoreEnds(format, satisfaction, estimate),
            n: format.integer(estimate.n),
          }),
        }
      : null;
  const withheld = volume === null || satisfaction?.estimate.withheld === true;
  return {
    volumeShare: volume === null ? null : volume / busiest,
    volume: volume === null ? null : format.integer(volume),
    score,
    absent: score ? null : withheld ? 'withheld' : volume === 0 ? 'no-data' : null,
  };
}

/** One thing of each place that has figures for the group. */
const placesOf = <Result>(
  places: MapMeasure['steps'],
  group: string,
  tell: (figures: PlaceFigures) => Result,
): Record<string, Result> =>
  Object.fromEntries(
    Object.entries(places).flatMap(([id, by]) => {
      const figures = by[group];
      return figures ? [[id, tell(figures)] as const] : [];
    }),
  );

const mapValues = <Value, Result>(
  record: Readonly<Record<string, Value>>,
  transform: (value: Value) => Result,
): Record<string, Result> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, transform(value)]));
