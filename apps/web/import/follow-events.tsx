import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApi } from '#client/react.tsx';
import type { Upload } from '#kit/upload.ts';
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
import type { Followed } from './import-address.ts';
import classes from './import-page.module.css';
import { useText } from './text.ts';

type FollowEventsProps = {
  readonly workspace: Workspace;
  readonly importId: string;
  /** The file was there before: nothing was added. */
  readonly already: boolean;
  /** The file is still at hand: it can be read otherwise. */
  readonly upload: Upload | null;
  readonly onStarted: (started: Followed) => void;
  readonly onBack: (() => void) | null;
  readonly onAgain: () => void;
};

const underWay = new Set(['running', 'publishing', 'removing']);

/** An import of events: how far it is, then what it brought, what it set aside and why, and the map to make of it. */
export function FollowEvents(props: FollowEventsProps) {
  const { workspace, importId, already, upload, onStarted, onBack, onAgain } = props;
  const t = useText();
  const measure = useMeasureText();
  const locale = useLocale();
  const { query } = useApi();
  const client = useQueryClient();
  const input = { workspaceId: workspace.id, importId };
  const state = useQuery({
    ...query.measure.importState.queryOptions({ input }),
    refetchInterval: ({ state: { data } }) => (data === undefined || underWay.has(data.status) ? 400 : false),
  });
  const cancel = useMutation(
    query.measure.cancelImport.mutationOptions({ onSettled: () => void state.refetch() }),
  );
  const replace = useMutation(
    query.measure.startImport.mutationOptions({
      onSuccess: (started) => onStarted({ kind: 'events', importId: started.importId, already: false }),
    }),
  );
  const { data } = state;
  const done = data?.status === 'complete';
  useEffect(() => {
    if (!done) return;
    // What the file changed; not its preview, which went with the file.
    const { sources, source, eventKinds, attributes, measureMap } = query.measure;
    for (const changed of [sources, source, eventKinds, attributes, measureMap]) {
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
  if (data === undefined || underWay.has(data.status)) {
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
  const downloadHref = `/api/v1/workspaces/${workspace.id}/imports/${importId}/set-aside.csv`;
  if (data.status === 'failed') {
    const { problem } = data;
    const sentence = problem
      ? problemSentence({ code: problem.code, params: problem.params ?? {} }, locale)
      : null;
    return (
      <FollowFrame title={t('follow.failed', { file })} onBack={onBack} onAgain={onAgain}>
        <ProblemNotice
          title={sentence ?? t('follow.unknown')}
          cure={t('follow.failedText')}
          actions={
            problem?.code === 'import.other-mapping' && upload !== null ? (
              <Button
                look="action"
                disabled={replace.isPending}
                onClick={() =>
                  replace.mutate({
                    workspaceId: workspace.id,
                    uploadId: upload.uploadId,
                    sourceId: data.sourceId,
                    name: file,
                    mapping: data.mapping,
                    replace: true,
                  })
                }
              >
                {t('follow.replace')}
              </Button>
            ) : undefined
          }
        />
        {replace.error !== null && <FailureNotice error={replace.error} />}
        {data.balance !== null && data.balance.read > 0 && (
          <BalanceReport balance={data.balance} downloadHref={downloadHref} />
        )}
      </FollowFrame>
    );
  }
  return (
    <FollowFrame
      title={already ? t('follow.already') : t('follow.complete', { file })}
      onAgain={onAgain}
      next={<NextStep workspace={workspace} sourceId={data.sourceId} />}
    >
      {already && <p>{t('follow.alreadyText')}</p>}
      {data.balance !== null && <BalanceReport balance={data.balance} downloadHref={downloadHref} />}
    </FollowFrame>
  );
}

type NextStepProps = { readonly workspace: Workspace; readonly sourceId: string };

/** What the file brought, and the one thing to do now: see it on a map. */
function NextStep({ workspace, sourceId }: NextStepProps) {
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const input = { workspaceId: workspace.id, sourceId };
  const source = useQuery(query.measure.source.queryOptions({ input }));
  const propose = useProposeMap(workspace);
  const stats = source.data?.stats;
  return (
    <>
      {stats && (
        <p>
          {t('next.events', {
            count: stats.customers,
            said: format.integer(stats.customers),
            events: format.integer(stats.events),
          })}
        </p>
      )}
      {propose.error !== null && <FailureNotice error={propose.error} />}
      <div className={classes.actions}>
        <Button
          look="action"
          disabled={source.data === undefined || propose.isPending}
          onClick={() => source.data && propose.fromSource(source.data)}
        >
          {t(propose.isPending ? 'next.proposing' : 'next.propose')}
        </Button>
        <Link
          className={buttonClass('plain')}
          to="/w/$workspaceId/sources/$sourceId"
          params={{ workspaceId: workspace.id, sourceId }}
        >
          {t('next.source')}
        </Link>
      </div>
    </>
  );
}
