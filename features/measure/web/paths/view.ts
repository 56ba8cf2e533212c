import type { WorkspaceId } from '#kit/ids.ts';
import type { PathBasis } from '#measure/domain/paths/answer.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import { shareEnds } from '../ends.ts';
import type { Speech } from '../figure-words.ts';
import { type PathSearch, unitOf } from './address.ts';
import type { messages } from './messages.ts';

export type PathWords = Translate<(typeof messages)['en']>;

/** All that a picture of lived journeys needs besides its own answer. */
export type PathsView = {
  readonly workspaceId: WorkspaceId;
  readonly sourceId: string;
  readonly search: PathSearch;
  /** Only the picture, as on a dashboard: nothing of the question can be changed here. */
  readonly still?: boolean;
  /** Opens the page with another question; the former one stays behind, in the history of the browser. */
  readonly onSearch: (next: PathSearch) => void;
  readonly t: PathWords;
  /** Words and formats of the measure room. */
  readonly speech: Speech;
  readonly format: Format;
  /** Zone in which moments are told. */
  readonly zone: string;
  /** Every place a journey can pass, in reading order. */
  readonly places: PathBasis['places'];
  readonly label: (key: string) => string;
  /** Different places of the commonest path, in its order: what a question starts from. */
  readonly commonest: readonly string[];
  /** Journeys of the source, whatever the filters. */
  readonly all: number;
};

export function labelFrom(places: PathBasis['places'], unnamed: string): (key: string) => string {
  const labels = new Map(places.map(({ key, label }) => [key, label]));
  return (key) => labels.get(key) || (labels.has(key) ? unnamed : key);
}

/** A filter as words: "passent par Appel". */
export function filterWords(
  { t, format, label }: Pick<PathsView, 't' | 'format' | 'label'>,
  filter: PathFilter,
): string {
  switch (filter.is) {
    case 'through':
    case 'not-through':
      return t(`filters.${filter.is}`, { place: label(filter.place) });
    case 'then': {
      const params = { place: label(filter.place), later: label(filter.later) };
      return filter.withinSeconds === undefined
        ? t('filters.thenLater', params)
        : t('filters.thenWithin', { ...params, time: format.durationInWords(filter.withinSeconds * 1000) });
    }
    case 'one-of':
    case 'none-of':
      return t(`filters.${filter.is}`, {
        attribute: filter.attribute,
        values: filter.values.map((value) => value || t('filters.noValue')).join(', '),
      });
  }
}

/** Noon keeps a calendar day the same day in every zone it is written in. */
const day = (date: string) => `${date}T12:00:00Z`;

/** The days asked about, as words; undefined where none are. */
function periodWords({ t, format, search: { from, to } }: PathsView): string | undefined {
  if (from !== undefined && to !== undefined)
    return t('basis.period', { from: format.date(day(from)), to: format.date(day(to)) });
  if (from !== undefined) return t('basis.since', { from: format.date(day(from)) });
  return to === undefined ? undefined : t('basis.until', { to: format.date(day(to)) });
}

/** Period of a picture: the days asked, else all that the source holds. */
export const periodOr = (view: PathsView, whole: string | undefined): string | undefined =>
  periodWords(view) ?? whole;

export function journeysWords({ t, format, all }: PathsView, journeys: number): string {
  const said = t('basis.journeys', { count: journeys, said: format.integer(journeys) });
  return journeys < all
    ? t('basis.ofAll', {
        journeys: format.integer(journeys),
        all: t('basis.journeys', { count: all, said: format.integer(all) }),
      })
    : said;
}

/** What stands under every picture: source, journeys, period, date of the data, patience, what was filtered. */
export function basisWords(view: PathsView, basis: PathBasis, whole: string | undefined): readonly string[] {
  const { t, format, search } = view;
  const { filter = [] } = search;
  return [
    t('basis.source', { source: basis.sourceName }),
    journeysWords(view, basis.journeys),
    periodOr(view, whole),
    basis.importedAt === null ? undefined : t('basis.imported', { when: format.moment(basis.importedAt) }),
    t('basis.of', { unit: t(`scope.${unitOf(search)}`) }),
    filter.length === 0
      ? undefined
      : t('basis.filters', { filters: filter.map((each) => filterWords(view, each)).join(' · ') }),
    t('basis.patience', { time: format.durationInWords(basis.patienceSeconds * 1000) }),
    basis.simulated ? t('basis.simulated') : undefined,
  ].filter((part) => part !== undefined);
}

/** "Entre 60 et 64 % · n = 1 904". */
export const rangeWords = (
  { t, format }: Pick<PathsView, 't' | 'format'>,
  estimate: { readonly low: number; readonly high: number; readonly n: number },
): string => t('funnel.range', { ...shareEnds(format, estimate), n: format.integer(estimate.n) });

/** Words cut to the room there is, in pixels of a letter of 12 px; the whole words are told otherwise. */
export function shortened(text: string, room: number, letter = 6.6): string {
  const most = Math.max(3, Math.floor(room / letter));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** A name inside a sentence. */
export const quoted = ({ speech }: Pick<PathsView, 'speech'>, name: string): string =>
  speech.t('quoted', { text: name });
