import type { DurationShown, Shown } from '#kit/statistics/estimate.ts';
import type { Count, Group, MapMeasure, PlaceFigures, Population, Score } from '#measure/domain/figures.ts';
import { otherKey, undecidedKey } from '#measure/domain/measuring/split.ts';
import type { Tone } from '#ui/figure.tsx';
import { durationEnds, type Ends, scoreEnds, scoreText, shareEnds } from '../ends.ts';
import type { Speech } from '../figure-words.ts';
import { countOf, onlyAnswers, type Place, shown, tellable, toneOf } from '../place.ts';

/** Where the reader looks, with all that is needed to say it. */
export type PlaceView = {
  readonly speech: Speech;
  readonly measure: MapMeasure;
  readonly place: Place;
  readonly figures: PlaceFigures;
  /** Key of the group the figures are of. */
  readonly group: string;
};

/** "18 clients sur 100". */
export function peopleOutOf({ t, format }: Speech, share: number): string {
  const [said = '', , base = ''] = format.outOf(share).split('\u00a0');
  return t('people', { said, base });
}

/** A duration, "≈" when it was read on a scale of marks. */
export function saidDuration({ t, format }: Speech, measure: MapMeasure, milliseconds: number): string {
  return t(measure.durationsRounded ? 'duration.about' : 'duration.exact', {
    value: format.duration(milliseconds),
  });
}

/** Ends of a duration; beyond what was observed they read "more than". */
export const saidDurationEnds = ({ t, format }: Speech, time: DurationShown): Ends | null =>
  durationEnds(format, time, (value) => t('duration.beyond', { value }));

export const scoreName = ({ t }: Speech, { kind }: Pick<Score, 'kind'>): string =>
  t(kind === 'nps' ? 'name.nps' : kind === 'ces' ? 'name.ces' : 'name.satisfaction');

/** "1 904 parcours", "2 746 personnes": what an n counts here. */
export function saidN({ t, format }: Speech, figures: PlaceFigures, n: number): string {
  return t(onlyAnswers(figures) ? 'count.people' : 'count.journeys', { count: n, said: format.integer(n) });
}

export function saidCount(
  { t, format }: Speech,
  unit: 'people' | 'journeys' | 'answers',
  count: Count,
): string {
  const known = countOf(count);
  return known === null
    ? t('count.fewer')
    : t(`count.${unit}`, { count: known, said: format.integer(known) });
}

/** How many people a withheld figure has: under five they are not told. */
export function saidFew({ t, format }: Speech, n: number): string {
  const told = tellable(n);
  return told === null ? t('count.fewer') : format.integer(told);
}

/** The sources of lived journeys that stand behind the figures of a place. */
export const populationsOf = (measure: MapMeasure, figures: PlaceFigures): Population[] =>
  measure.populations.filter(({ sourceId }) =>
    figures.freshness.some((fresh) => fresh.sourceId === sourceId),
  );

/** From the first to the last event of these sources; else up to the last answer; undefined when nobody knows. */
export function periodOf({ format }: Speech, measure: MapMeasure, figures: PlaceFigures): string | undefined {
  const stats = populationsOf(measure, figures).map((population) => population.stats);
  const firsts = stats.flatMap(({ first }) => first ?? []).sort();
  const lasts = stats.flatMap(({ last }) => last ?? []).sort();
  const [first, last] = [firsts[0], lasts.at(-1)];
  if (first !== undefined && last !== undefined) return format.period(first, last);
  const latest = figures.freshness
    .flatMap(({ lastAt }) => lastAt ?? [])
    .sort()
    .at(-1);
  return latest === undefined ? undefined : format.date(latest);
}

/** After how long a silence a journey is held to be over, for this place. */
export function patienceOf({ format }: Speech, measure: MapMeasure, figures: PlaceFigures): string {
  const patiences = [
    ...new Set(populationsOf(measure, figures).map(({ patienceSeconds }) => patienceSeconds)),
  ].sort((a, b) => a - b);
  return patiences.map((seconds) => format.durationInWords(seconds * 1000)).join(', ');
}

export type ShareId = 'goesOn' | 'stopsHere' | 'share';
export type HeadlineId = ShareId | 'satisfaction' | 'timeToNext' | 'customers';

/** That nearly everyone goes on is no news: who comes here says more. */
const noNews = 0.95;

/**
 * The figure a place opens with, in the panel as on the map: where people are lost, else a poor score, else how many go
 * on, else who comes.
 */
export function headlineOf(figures: PlaceFigures): HeadlineId | null {
  const stops = shown(figures.stopsHere);
  if (stops && stops.low >= 0.1) return 'stopsHere';
  const score = shown(figures.satisfaction?.estimate);
  if (figures.satisfaction && score && toneOf(figures.satisfaction, score.value) === 'negative')
    return 'satisfaction';
  const goesOn = shown(figures.goesOn);
  if (goesOn && goesOn.value < noNews) return 'goesOn';
  if (goesOn && shown(figures.share)) return 'customers';
  if (score) return 'satisfaction';
  if (figures.timeToNext && !figures.timeToNext.withheld) return 'timeToNext';
  if (shown(figures.share) || countOf(figures.customers) !== 0) return 'customers';
  return null;
}

export type Said = { readonly text: string; readonly tone: Tone; readonly range: string | undefined };

/** The headline as a sentence, with its range, how many and when under it. */
export function sentenceOf(view: PlaceView, id: HeadlineId): Said {
  const { speech, measure, figures } = view;
  const { t, format } = speech;
  const period = periodOf(speech, measure, figures);
  const under = (parts: readonly (string | undefined)[]) =>
    [...parts, period].filter((part) => part !== undefined).join(' · ');
  if (id === 'goesOn' || id === 'stopsHere') {
    const estimate = shown(figures[id]);
    if (estimate) {
      return {
        text: t(`sentence.${id}`, { people: peopleOutOf(speech, estimate.value) }),
        tone: id === 'stopsHere' ? 'negative' : 'neutral',
        range: under([t('between', shareEnds(format, estimate)), saidN(speech, figures, estimate.n)]),
      };
    }
  }
  if (id === 'satisfaction' && figures.satisfaction) {
    const { satisfaction } = figures;
    const estimate = shown(satisfaction.estimate);
    if (estimate) return scoreSentence(view, satisfaction, estimate, under);
  }
  if (id === 'timeToNext' && figures.timeToNext && !figures.timeToNext.withheld) {
    const { timeToNext } = figures;
    const ends = saidDurationEnds(speech, timeToNext);
    return {
      text:
        timeToNext.value === null
          ? t('sentence.timeNotReached')
          : t('sentence.timeToNext', { time: format.durationInWords(timeToNext.value) }),
      tone: 'neutral',
      range: under([ends === null ? undefined : t('between', ends), saidN(speech, figures, timeToNext.n)]),
    };
  }
  const share = onlyAnswers(figures) ? null : shown(figures.share);
  const bounds = share ? [t('between', shareEnds(format, share)), saidN(speech, figures, share.n)] : [];
  return { text: customersSentence(view), tone: 'neutral', range: under(bounds) || undefined };
}

function scoreSentence(
  { speech }: PlaceView,
  score: Score,
  estimate: Shown,
  under: (parts: readonly (string | undefined)[]) => string,
): Said {
  const { t, format } = speech;
  const params = { value: scoreText(format, score, estimate.value, 2), max: format.decimal(score.scale.max) };
  const text = {
    nps: () => t('sentence.nps', params),
    csat: () => t('sentence.satisfaction', params),
    ces: () => t('sentenceOf.ces', params),
    mean: () => t('sentenceOf.mean', params),
  }[score.kind]();
  return {
    text,
    tone: toneOf(score, estimate.value),
    range: under([
      t('between', scoreEnds(format, score, estimate, 2)),
      t('count.people', { count: estimate.n, said: format.integer(estimate.n) }),
    ]),
  };
}

function customersSentence({ speech, figures }: PlaceView): string {
  const { t, format } = speech;
  const customers = countOf(figures.customers);
  if (customers === null) return t('sentenceOf.withheldCount');
  if (customers === 0) return t('sentence.noEvents');
  const params = { count: customers, said: format.integer(customers) };
  if (onlyAnswers(figures)) return t('sentenceOf.answers', params);
  const share = shown(figures.share);
  return share
    ? t('sentenceOf.customersShare', { people: peopleOutOf(speech, share.value) })
    : t('sentenceOf.customers', params);
}

/** How a group is called: persona, value of an attribute, the other values together, everyone. */
export function groupLabel({ t }: Speech, group: Group | undefined): string {
  if (group === undefined) return t('everyone');
  if (group.label !== '') return group.label;
  if (group.key === undecidedKey) return t('panel.undecidedGroup');
  return t(group.key === otherKey ? 'panel.otherGroup' : 'panel.unnamed');
}
