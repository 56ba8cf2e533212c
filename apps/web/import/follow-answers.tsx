import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApi } from '#client/react.tsx';
import { BalanceReport } from '#measure/web/import/balance-report.tsx';
import { ImportProgressLine } from '#measure/web/import/import-progress.tsx';
import { useText as useMeasureText } from '#measure/web/text.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { useFormat, useLocale } from '#ui/i18n.ts';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { useProposeMap } from '../sources/propose-map.ts';
import { FollowFrame } from './follow-frame.tsx';
import classes from './import-page.module.css';
import { useText } from './text.ts';

type FollowAnswersProps = {
  readonly workspace: Workspace;
  readonly importId: string;
  readonly onBack: (() => void) | null;
  readonly onAgain: () => void;
};

/** An import of answers: how far it is, then its balance and the map to make of it. */
export function FollowAnswers({ workspace, importId, onBack, onAgain }: FollowAnswersProps) {
  const t = useText();
  const measure = useMeasureText();
  const locale = useLocale();
  const { query } = useApi();
  const client = useQueryClient();
  const input = { workspaceId: workspace.id, importId };
  const state = useQuery({
    ...query.voice.surveyImportState.queryOptions({ input }),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.status === 'running' ? 400 : false),
  });
  const cancel = useMutation(
    query.voice.cancelSurveyImport.mutationOptions({ onSettled: () => void state.refetch() }),
  );
  const { data } = state;
  const done = data?.status === 'complete';
  useEffect(() => {
    if (!done) return;
    const { surveys, survey, surveyScores } = query.voice;
    for (const changed of [surveys, survey, surveyScores, query.measure.measureMap]) {
      void client.invalidateQueries({ queryKey: changed.key() });
    }
  }, [done, client, query]);

  if (state.error !== null) {
    return (
      <FollowFrame title={t('title')} onAgain={onAgain}>
        <FailureNotice error={state.error} onRetry={() => void state.refetch()} />
      </FollowFrame>
    );
  }
  if (data === undefined || data.status === 'running') {
    return (
      <FollowFrame title={data === undefined ? t('title') : t('follow.running', { file: data.fileName })}>
        <ImportProgressLine
          progress={data?.progress ?? null}
          cancelling={cancel.isPending}
          onCancel={() => cancel.mutate(input)}
        />
        <p className={classes.hint}>
          {measure('progress.nothingLeft')} {measure('progress.stay')}
        </p>
      </FollowFrame>
    );
  }
  const file = data.fileName;
  if (data.status === 'cancelled') {
    return (
      <FollowFrame title={t('follow.cancelled')} onBack={onBack} onAgain={onAgain}>
        <p>{t('follow.cancelledText', { file })}</p>
      </FollowFrame>
    );
  }
  const balance = data.balance !== null && (
    <BalanceReport
      balance={data.balance}
      downloadHref={`/api/v1/workspaces/${workspace.id}/survey-imports/${importId}/set-aside.csv`}
    />
  );
  if (data.status === 'failed') {
    const { problem } = data;
    const sentence = problem
      ? problemSentence({ code: problem.code, params: problem.params ?? {} }, locale)
      : null;
    return (
      <FollowFrame title={t('follow.failed', { file })} onBack={onBack} onAgain={onAgain}>
        <ProblemNotice title={sentence ?? t('follow.unknown')} cure={t('follow.failedText')} />
        {balance}
      </FollowFrame>
    );
  }
  const already = data.status === 'already-imported';
  return (
    <FollowFrame
      title={already ? t('follow.already') : t('follow.complete', { file })}
      onAgain={onAgain}
      next={<NextStep workspace={workspace} surveyId={data.surveyId} />}
    >
      {already && <p>{t('follow.alreadyText')}</p>}
      {balance}
    </FollowFrame>
  );
}

type NextStepProps = { readonly workspace: Workspace; readonly surveyId: string };

function NextStep({ workspace, surveyId }: NextStepProps) {
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const input = { workspaceId: workspace.id, surveyId };
  const survey = useQuery(query.voice.survey.queryOptions({ input }));
  const propose = useProposeMap(workspace);
  return (
    <>
      {survey.data && (
        <p>
          {t('next.answers', {
            count: survey.data.respondents,
            said: format.integer(survey.data.respondents),
          })}
        </p>
      )}
      {propose.error !== null && <FailureNotice error={propose.error} />}
      <div className={classes.actions}>
        <Button
          look="action"
          disabled={survey.data === undefined || propose.isPending}
          onClick={() => survey.data && propose.fromSurvey(survey.data)}
        >
          {t(propose.isPending ? 'next.proposing' : 'next.propose')}
        </Button>
        <Link
          className={buttonClass('plain')}
          to="/w/$workspaceId/surveys/$surveyId"
          params={{ workspaceId: workspace.id, surveyId }}
        >
          {t('next.survey')}
        </Link>
      </div>
    </>
  );
}
