import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import type { Note } from '../../domain/discovery/attribute.ts';
import type { DiscoveryState } from '../../domain/discovery/record.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { CandidatesTable } from './candidates-table.tsx';
import classes from './found.module.css';
import { FoundPersonas, Notes } from './found-personas.tsx';
import { forgetDecisions } from './kept-decisions.ts';

type FollowDiscoveryProps = {
  readonly discoveryId: string;
  readonly sentence: (note: Pick<Note, 'code' | 'params'>) => string;
};

/** A search for personas: how far it is, then what it found, or why it found nothing. Loading the page anew shows the same. */
export function FollowDiscovery({ discoveryId, sentence }: FollowDiscoveryProps) {
  const t = useText();
  const { workspaceId, discover, discovery, Link, go } = useWays();
  const { query } = useApi();
  const client = useQueryClient();
  const input = { workspaceId, discoveryId };
  const state = useQuery({
    ...query.persona.discovery.queryOptions({ input }),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.status === 'running' ? 500 : false),
  });
  const cancel = useMutation(
    query.persona.cancelDiscovery.mutationOptions({ onSettled: () => void state.refetch() }),
  );
  const remove = useMutation(
    query.persona.removeDiscovery.mutationOptions({
      onSuccess: () => {
        forgetDecisions(discoveryId);
        void client.invalidateQueries({ queryKey: query.persona.discoveries.key() });
        go(discover());
      },
    }),
  );
  const start = useMutation(
    query.persona.startDiscovery.mutationOptions({
      onSuccess: (started) => go(discovery(started.discoveryId)),
    }),
  );
  const { data } = state;
  if (state.error !== null)
    return (
      <div className={classes.page}>
        <FailureNotice error={state.error} onRetry={() => void state.refetch()} />
        <p>
          <Link href={discover()}>{t('discovery.elsewhere')}</Link>
        </p>
      </div>
    );
  if (data === undefined || data.status === 'running') {
    const progress = data?.progress;
    return (
      <Told
        title={data === undefined ? t('discovery.title') : t('discovery.running', { file: data.fileName })}
      >
        <ProgressLine
          phase={t(`discoveryStage.${progress?.stage ?? 'reading'}`)}
          done={progress && progress.stage !== 'reading' ? progress.done / progress.total : null}
          cancelling={cancel.isPending}
          onCancel={() => cancel.mutate(input)}
        />
        <p className={classes.hint}>{t('discovery.wait')}</p>
      </Told>
    );
  }
  const lookWith = (k: number) => {
    const { uploadId, settings } = data;
    start.mutate({ workspaceId, uploadId, corrections: settings.corrections, k });
  };
  const actions = (
    <>
      {start.error !== null && <FailureNotice error={start.error} />}
      <Link href={discover(data.uploadId, discoveryId)} className={buttonClass('plain')}>
        {t('discovery.lookAgain')}
      </Link>
      <Link href={discover()} className={buttonClass('plain')}>
        {t('discovery.elsewhere')}
      </Link>
      <Button disabled={remove.isPending} onClick={() => remove.mutate(input)}>
        {t('discovery.remove')}
      </Button>
    </>
  );
  if (data.status === 'cancelled')
    return (
      <Told title={t('discovery.cancelled')}>
        <p>{t('discovery.cancelledText')}</p>
        <div className={classes.actions}>{actions}</div>
      </Told>
    );
  if (data.found === null)
    return (
      <Told title={t('discovery.failed', { file: data.fileName })}>
        <ProblemNotice
          title={data.problem ? sentence({ code: data.problem.code, params: data.problem.params ?? {} }) : ''}
          cure={t('discovery.failedText')}
        />
        <div className={classes.actions}>{actions}</div>
      </Told>
    );
  const { found } = data;
  if (found.result.verdict === 'none')
    return (
      <Told title={t('discovery.none')}>
        <p className={classes.why}>{t(`discoveryReason.${found.result.reason}`)}</p>
        <p className={classes.lead}>
          {t('discovery.noneText')} {t('discovery.noneCure')}
        </p>
        <Notes
          notes={found.result.notes.filter(({ severity }) => severity === 'warning')}
          sentence={sentence}
        />
        <CandidatesTable result={found.result} onTry={lookWith} />
        <div className={classes.actions}>{actions}</div>
      </Told>
    );
  return (
    <Found
      state={data}
      actions={actions}
      sentence={sentence}
      onTry={lookWith}
      onKept={() => void state.refetch()}
    />
  );
}

type FoundProps = {
  readonly state: DiscoveryState;
  readonly actions: ReactNode;
  readonly sentence: (note: Note) => string;
  readonly onTry: (k: number) => void;
  readonly onKept: () => void;
};

function Found({ state, actions, sentence, onTry, onKept }: FoundProps) {
  const t = useText();
  const format = useFormat();
  const { gallery, questions, Link } = useWays();
  const [again, setAgain] = useState(false);
  const { found, kept } = state;
  if (found === null) return null;
  const { result } = found;
  return (
    <Told
      title={t('discovery.found', { count: result.personas.length, rows: format.integer(result.usable) })}
      key={kept?.modelId ?? ''}
    >
      {kept !== null && (
        <div className={classes.kept}>
          <p>{t('discovery.kept', { count: kept.personaIds.length })}</p>
          <div className={classes.actions}>
            <Link href={gallery} className={buttonClass('action')}>
              {t('discovery.toPersonas')}
            </Link>
            <Link href={questions(kept.modelId)} className={buttonClass('plain')}>
              {t('discovery.toQuestions')}
            </Link>
            {!again && <Button onClick={() => setAgain(true)}>{t('discovery.keepAgain')}</Button>}
          </div>
        </div>
      )}
      {(kept === null || again) && (
        <FoundPersonas
          state={state}
          found={found}
          sentence={sentence}
          actions={actions}
          onTry={onTry}
          onKept={() => {
            setAgain(false);
            onKept();
          }}
        />
      )}
      {kept !== null && !again && <div className={classes.actions}>{actions}</div>}
    </Told>
  );
}

/** What has become of the search: the title gets the focus when it changes, so that it is read aloud. */
function Told({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new state to be told
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section className={classes.page}>
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
