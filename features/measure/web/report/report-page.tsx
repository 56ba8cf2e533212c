import { TextInput } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { daysOf, monthAfter, monthSchema, type ReportEntry } from '#measure/domain/report/report.ts';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { GroupsPicture } from '../indicator/groups-picture.tsx';
import type { SayProblem } from '../indicator/indicator-card.tsx';
import { TrendLine } from '../indicator/trend-picture.tsx';
import { useSpeech } from '../indicator/use-speech.ts';
import classes from './report.module.css';
import { monthWords, type ReportSpeech, reportWords } from './report-words.ts';
import { useText } from './text.ts';

type ReportPageProps = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  /** The month of the address; undefined: the last that is over. */
  readonly month: string | undefined;
  readonly onMonth: (month: string) => void;
  readonly sayProblem: SayProblem;
  /** The name of an indicator, as a link to its page. */
  readonly name: (entry: ReportEntry) => ReactNode;
  /** Links from a figure to what is behind it. */
  readonly links: (entry: ReportEntry) => ReactNode;
};

/** The lines of the groups, in the room there is; their figures are in the sentences. */
function ReportGroups(props: Omit<Parameters<typeof GroupsPicture>[0], 'width' | 'caption'>) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const caption = props.speech.t('groups.caption', { name: props.indicator.name });
  return (
    <div ref={ref} className={classes.groupsPicture}>
      {width > 0 && <GroupsPicture {...props} width={Math.floor(width)} caption={caption} />}
    </div>
  );
}

/** What a month says to the committee, in sentences; each figure leads on. */
export function ReportPage({ workspaceId, zone, month, onMonth, sayProblem, name, links }: ReportPageProps) {
  const t = useText();
  const language = useLocale();
  const indicator = useSpeech(zone);
  const { query, api } = useApi();
  const asked = { workspaceId, ...(month !== undefined && { month }) };
  const found = useQuery(query.report.report.queryOptions({ input: asked }));
  const save = useMutation({
    mutationFn: () => api.report.reportPdf({ ...asked, language }),
    onSuccess: (file) => saveFile(file, file.name),
  });
  if (found.error !== null) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <p role="status">{t('loading')}</p>;
  const report = found.data;
  const speech: ReportSpeech = {
    t,
    indicator,
    sayProblem: ({ code, params }) => sayProblem({ code, params: { ...params } }),
  };
  const { to } = daysOf(report.month);
  const { lead, sections, notes } = reportWords(speech, report);
  return (
    <article className={classes.report}>
      <div className={classes.bar}>
        <Button onClick={() => onMonth(monthAfter(report.month, -1))}>{t('earlier')}</Button>
        <TextInput
          size="xs"
          type="month"
          label={t('month')}
          value={report.month}
          onChange={({ currentTarget: { value } }) => monthSchema.safeParse(value).success && onMonth(value)}
        />
        <Button onClick={() => onMonth(monthAfter(report.month, 1))}>{t('later')}</Button>
        <Button look="action" disabled={save.isPending} onClick={() => save.mutate()}>
          {t('pdf')}
        </Button>
        <Button look="quiet" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {save.error !== null && <FailureNotice error={save.error} />}
      <h2 className={classes.month}>{t('titleOf', { month: monthWords(speech, report.month) })}</h2>
      {lead.map((sentence) => (
        <p key={sentence} className={classes.lead}>
          {sentence}
        </p>
      ))}
      {sections.map(({ key, title, entries }) => (
        <section key={key} aria-labelledby={`report-${key}`} className={classes.section}>
          <SectionTitle id={`report-${key}`}>{title}</SectionTitle>
          {entries.map(({ entry, sentences, groups }) => {
            const { indicator: own, outcome } = entry.trend;
            return (
              <div key={own.id} className={classes.entry}>
                <div className={classes.words}>
                  <h3 className={classes.name}>{name(entry)}</h3>
                  {sentences.map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                  {groups.length > 0 && (
                    <ul className={classes.groups}>
                      {groups.map((said) => (
                        <li key={said}>{said}</li>
                      ))}
                    </ul>
                  )}
                  <p className={classes.links}>{links(entry)}</p>
                </div>
                {outcome.is === 'told' && key !== 'look' && key !== 'silent' && (
                  <TrendLine
                    speech={indicator}
                    indicator={own}
                    points={outcome.points.filter((point) => point.to <= to).slice(-24)}
                  />
                )}
                {outcome.is === 'told' && groups.length > 0 && (
                  <ReportGroups
                    {...(entry.point && { from: entry.point.from })}
                    speech={indicator}
                    indicator={own}
                    points={outcome.points.filter((point) => point.to <= to).slice(-24)}
                    groups={entry.groups.map((group) => ({
                      ...group,
                      points: group.points.filter((point) => point.to <= to).slice(-24),
                    }))}
                  />
                )}
              </div>
            );
          })}
        </section>
      ))}
      <footer className={classes.notes}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </footer>
    </article>
  );
}
