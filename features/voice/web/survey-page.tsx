import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { Choice } from '#ui/choice.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pill } from '#ui/pill.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useTitle } from '#ui/use-title.ts';
import type { Survey, SurveyScore } from '../domain/survey.ts';
import { CorrectSurvey } from './correct-survey.tsx';
import { ScoreSection } from './score-section.tsx';
import { drawnOn, leading, type Reading, readingOf } from './score-words.ts';
import { SurveyActions } from './survey-actions.tsx';
import { SurveyBalance } from './survey-balance.tsx';
import classes from './survey-page.module.css';
import { useText } from './text.ts';

type SurveyPageProps = {
  readonly workspaceId: WorkspaceId;
  /** Zone in which the workspace tells days. */
  readonly zone: string;
  /** Language new content is proposed in. */
  readonly language: Locale;
  readonly surveyId: string;
  /** Where the page lies: links. */
  readonly crumbs?: ReactNode;
  readonly onMap: (mapId: string) => void;
  readonly onRemoved: () => void;
};

type Order = 'file' | 'lowest';

/** What sums the whole up first; then as asked in the file, or from the lowest place on its own scale. */
function inOrder(scores: readonly SurveyScore[], order: Order, reading: Reading): SurveyScore[] {
  const place = (score: SurveyScore): number => {
    const [everyone] = score.groups;
    const figure = everyone && leading(everyone);
    if (!figure || figure.withheld) return 2;
    const { min, max } = drawnOn(score);
    return (readingOf(figure, reading).value - min) / (max - min);
  };
  const rank = (score: SurveyScore): number => (score.kind === 'nps' ? 0 : 1);
  return scores.toSorted((a, b) => rank(a) - rank(b) || (order === 'lowest' ? place(a) - place(b) : 0));
}

/** One survey: every score as a sentence with its interval, for everyone and split, and how its file came in. */
export function SurveyPage(props: SurveyPageProps) {
  const { workspaceId, surveyId, crumbs } = props;
  const { query } = useApi();
  const found = useQuery(query.voice.survey.queryOptions({ input: { workspaceId, surveyId } }));
  useTitle(found.data?.name ?? '');
  if (found.data === undefined) {
    return (
      <div className={classes.page} aria-busy={found.error === null}>
        {crumbs}
        {found.error !== null && <FailureNotice error={found.error} onRetry={() => void found.refetch()} />}
      </div>
    );
  }
  return <ShownSurvey {...props} survey={found.data} />;
}

function ShownSurvey(props: SurveyPageProps & { readonly survey: Survey }) {
  const { workspaceId, zone, language, survey, crumbs, onMap, onRemoved } = props;
  const t = useText();
  const { query } = useApi();
  const [by, setBy] = useState<string | null>(null);
  const [reading, setReading] = useState<Reading>('unweighted');
  const [order, setOrder] = useState<Order>('file');
  const [correcting, setCorrecting] = useState(false);
  const { splits, weight } = survey.mapping;
  const split = by !== null && splits.includes(by) ? by : null;
  const scores = useQuery(
    query.voice.surveyScores.queryOptions({
      input: { workspaceId, surveyId: survey.id, ...(split === null ? {} : { by: split }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={survey.name}
        marks={survey.simulated ? <Pill tone="warning">{t('survey.simulated')}</Pill> : undefined}
        actions={
          correcting ? undefined : (
            <SurveyActions
              workspaceId={workspaceId}
              language={language}
              survey={survey}
              onCorrect={() => setCorrecting(true)}
              onMap={onMap}
              onRemoved={onRemoved}
            />
          )
        }
      />
      <div className={classes.page}>
        {correcting && scores.data !== undefined ? (
          <CorrectSurvey
            workspaceId={workspaceId}
            zone={zone}
            survey={survey}
            scores={scores.data}
            onDone={() => setCorrecting(false)}
          />
        ) : (
          <>
            <div className={classes.controls}>
              {splits.length > 0 && (
                <Select
                  className={classes.by}
                  label={t('survey.by')}
                  placeholder={t('survey.everyone')}
                  data={splits}
                  clearable
                  searchable={splits.length > 8}
                  value={split}
                  onChange={setBy}
                />
              )}
              {survey.mapping.scores.length > 2 && (
                <Choice
                  label={t('survey.order')}
                  labelled
                  options={[
                    { value: 'file', label: t('survey.asFile') },
                    { value: 'lowest', label: t('survey.lowestFirst') },
                  ]}
                  value={order}
                  onChange={setOrder}
                />
              )}
              {weight !== null && (
                <Choice
                  label={t('survey.figures')}
                  labelled
                  options={[
                    { value: 'unweighted', label: t('survey.unweighted') },
                    { value: 'weighted', label: t('survey.weighted') },
                  ]}
                  value={reading}
                  onChange={setReading}
                />
              )}
            </div>
            <div className={classes.columns}>
              <Scores
                survey={survey}
                scores={scores.data && inOrder(scores.data, order, reading)}
                split={split}
                reading={weight === null ? 'unweighted' : reading}
                zone={zone}
                failure={
                  scores.error === null ? null : (
                    <FailureNotice error={scores.error} onRetry={() => void scores.refetch()} />
                  )
                }
              />
              <div className={classes.aside}>
                <SurveyBalance workspaceId={workspaceId} survey={survey} />
                <AboutSurvey survey={survey} zone={zone} />
              </div>
            </div>
          </>
        )}
      </div>
    </>
  );
}

type ScoresProps = {
  readonly survey: Survey;
  readonly scores: readonly SurveyScore[] | undefined;
  readonly split: string | null;
  readonly reading: Reading;
  readonly zone: string;
  readonly failure: ReactNode;
};

function Scores({ survey, scores, split, reading, zone, failure }: ScoresProps) {
  const t = useText();
  return (
    <section aria-labelledby="survey-scores" aria-busy={scores === undefined && failure === null}>
      <SectionTitle id="survey-scores">{t('survey.scores')}</SectionTitle>
      {failure}
      <p className={classes.fact} role="status">
        {split !== null && scores?.[0]?.groups.length === 1 ? t('survey.noGroups') : ''}
      </p>
      {scores !== undefined && (
        <div className={classes.scores}>
          {scores.map((score) => (
            <ScoreSection key={score.column} survey={survey} score={score} reading={reading} zone={zone} />
          ))}
        </div>
      )}
    </section>
  );
}

function AboutSurvey({ survey, zone }: { readonly survey: Survey; readonly zone: string }) {
  const t = useText();
  const format = useFormat(zone);
  const { firstAt, lastAt, mapping } = survey;
  return (
    <ul className={classes.facts}>
      <li>{t('survey.respondents', { count: survey.respondents })}</li>
      {firstAt !== null && lastAt !== null && <li>{format.period(firstAt, lastAt)}</li>}
      {mapping.weight !== null && <li>{t('survey.weightedBy', { column: mapping.weight })}</li>}
      <li>{t('survey.file', { file: survey.fileName })}</li>
      <li>{t('survey.imported', { date: format.date(survey.importedAt) })}</li>
    </ul>
  );
}
