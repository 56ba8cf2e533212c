import { daysOf, type Report, type ReportEntry } from '#measure/domain/report/report.ts';
import type { Translate } from '#ui/i18n.ts';
import { findingSentences } from '../indicator/finding-words.ts';
import { groupSentenceOf } from '../indicator/group-words.ts';
import {
  detailText,
  type IndicatorSpeech,
  movementText,
  movementTone,
  periodWords,
  sentenceOf,
} from '../indicator/words.ts';
import type { messages } from './messages.ts';

/** What the report is said with: on its page and printed. */
export type ReportSpeech = {
  readonly t: Translate<(typeof messages)['en']>;
  readonly indicator: IndicatorSpeech;
  readonly sayProblem: (problem: {
    readonly code: string;
    readonly params?: Readonly<Record<string, string | number>> | undefined;
  }) => string;
};

type SaidEntry = {
  readonly entry: ReportEntry;
  readonly sentences: readonly string[];
  /** One sentence per group it is also told by. */
  readonly groups: readonly string[];
};
export type SaidSection = {
  readonly key: 'moved' | 'look' | 'steady' | 'silent';
  readonly title: string;
  readonly entries: readonly SaidEntry[];
};

export const monthWords = ({ indicator }: ReportSpeech, month: string): string =>
  periodWords(indicator, 'month', daysOf(month).from);

const bare = (text: string): string => text.replaceAll('**', '');

/** The figure, then how it moved. */
function figureSentences(
  { t, indicator: speech }: ReportSpeech,
  { trend, point, movement }: ReportEntry,
): string[] {
  const { indicator } = trend;
  if (!point) return [];
  const detail = detailText(speech, indicator, point.figure);
  const figure = bare(sentenceOf(speech, indicator, point)).replace(/\.$/, '');
  const difference = movement?.difference ?? null;
  const tone = movementTone(indicator, difference);
  const moved = movement ? bare(movementText(speech, indicator, difference)) : '';
  return [
    detail === '' ? `${figure}.` : `${figure} (${detail}).`,
    ...(moved === ''
      ? []
      : [
          `${moved.charAt(0).toUpperCase()}${moved.slice(1)}${tone === 'neutral' ? '' : ` ${t(tone === 'positive' ? 'movedWell' : 'movedBadly')}`}`,
        ]),
  ];
}

/** Each group in the period of the entry. */
const groupSentences = (
  speech: IndicatorSpeech,
  { trend: { indicator }, point, groups }: ReportEntry,
): string[] => (point ? groups.map((group) => groupSentenceOf(speech, indicator, group, point.from)) : []);

function silentSentences({ t, sayProblem }: ReportSpeech, { trend: { outcome } }: ReportEntry): string[] {
  return [outcome.is === 'broken' ? sayProblem(outcome.problem) : t('silent')];
}

/** The report in words: in few sentences first, then indicator by indicator. */
export function reportWords(
  speech: ReportSpeech,
  report: Report,
): {
  readonly lead: readonly string[];
  readonly sections: readonly SaidSection[];
  readonly notes: readonly string[];
} {
  const { t, indicator } = speech;
  const { moved, steady, silent, compared } = report;
  const all = moved.length + steady.length + silent.length;
  if (all === 0) return { lead: [t('lead.none')], sections: [], notes: [] };
  const look = [...moved, ...steady].filter(({ finding }) => finding !== null);
  const section = (
    key: SaidSection['key'],
    entries: readonly ReportEntry[],
    say: (entry: ReportEntry) => readonly string[],
  ): SaidSection => ({
    key,
    title: t(`sections.${key}`),
    entries: entries.map((entry) => ({
      entry,
      sentences: say(entry),
      groups: key === 'look' ? [] : groupSentences(indicator, entry),
    })),
  });
  return {
    lead: [
      moved.length === 0 ? t('lead.still', { all }) : t('lead.moved', { count: moved.length, all }),
      ...(look.length > 0 ? [t('lead.look', { count: look.length })] : []),
    ],
    sections: [
      section('moved', moved, (entry) => figureSentences(speech, entry)),
      section('look', look, ({ trend, finding }) =>
        finding ? findingSentences(indicator, trend.indicator, finding) : [],
      ),
      section('steady', steady, (entry) => figureSentences(speech, entry)),
      section('silent', silent, (entry) => silentSentences(speech, entry)),
    ].filter(({ entries }) => entries.length > 0),
    notes: [...(compared > 0 ? [t('notes.noise', { count: compared })] : []), t('notes.over')],
  };
}
