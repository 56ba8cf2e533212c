import type { Locale } from '#kit/locale.ts';
import { daysOf } from '#measure/domain/report/report.ts';
import type { ReportPorts } from '#measure/server/report/report-pdf.ts';
import type { messages as reportMessages } from '#measure/web/report/messages.ts';
import { monthWords, type ReportSpeech, reportWords as wordsOf } from '#measure/web/report/report-words.ts';
import '#measure/web/report/text.ts';
import { translate } from '#ui/i18n.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import { problemSentence } from '../problem-sentence.ts';
import { indicatorSpeech } from './alert-words.ts';

type Words = Extract<Awaited<ReturnType<ReportPorts['reportWords']>>, { ok: true }>['value'];

/** Periods drawn beside the words. */
const drawn = 24;

/** What is printed says what the page says, in the same words. */
export function reportWords(workspace: Workspace, language: Locale, now: Date): Words {
  const indicator = indicatorSpeech(workspace, language);
  const t = translate<(typeof reportMessages)['en']>('measure-report', language);
  const speech: ReportSpeech = {
    t,
    indicator,
    sayProblem: ({ code, params = {} }) => problemSentence({ code, params }, language),
  };
  return (report) => {
    const { lead, sections, notes } = wordsOf(speech, report);
    const month = monthWords(speech, report.month);
    const { to } = daysOf(report.month);
    return {
      title: t('titleOf', { month }),
      fileName: t('file', { month: report.month }),
      facts: [
        t('facts', { workspace: workspace.name, day: indicator.format.date(now) }),
        ...(workspace.demonstration ? [t('simulated')] : []),
      ].join(' · '),
      lead,
      sections: sections.map(({ key, title, entries }) => ({
        title,
        entries: entries.map(({ entry: { trend }, sentences, groups }) => ({
          name: trend.indicator.name,
          sentences: [...sentences, ...groups],
          points:
            trend.outcome.is === 'told' && key !== 'look' && key !== 'silent'
              ? trend.outcome.points.filter((point) => point.to <= to).slice(-drawn)
              : [],
          target: trend.indicator.target?.value ?? null,
          alt: indicator.t('picture.label', { name: trend.indicator.name }),
        })),
      })),
      notes,
    };
  };
}
