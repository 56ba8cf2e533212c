import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useApi } from '#client/react.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import type { ContactImportState } from '../../contract-contacts.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';

type FollowContactsProps = {
  readonly importId: string;
  /** What a problem of the import says, in the reader's language. */
  readonly sentence: (problem: NonNullable<ContactImportState['problem']>) => string;
  readonly another: ReactNode;
  readonly onDone: (listId: string) => void;
};

/** An import of contacts under way: how far it is, and the way out; its list once it is there. */
export function FollowContacts({ importId, sentence, another, onDone }: FollowContactsProps) {
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const client = useQueryClient();
  const input = { workspaceId, importId };
  const state = useQuery({
    ...query.persona.contactImportState.queryOptions({ input }),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.status === 'running' ? 400 : false),
  });
  const cancel = useMutation(
    query.persona.cancelContactImport.mutationOptions({ onSettled: () => void state.refetch() }),
  );
  const done = state.data?.status === 'imported' ? state.data.listId : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is there
  useEffect(() => {
    if (done === null) return;
    void client.invalidateQueries({ queryKey: query.persona.contactLists.key() });
    void client.invalidateQueries({ queryKey: query.persona.contactList.key() });
    void client.invalidateQueries({ queryKey: query.persona.attributions.key() });
    onDone(done);
  }, [done]);
  if (state.error !== null) return <FailureNotice error={state.error} onRetry={() => void state.refetch()} />;
  const { data } = state;
  if (data === undefined || data.status === 'running' || data.status === 'imported') {
    const progress = data?.progress ?? null;
    const file = data?.fileName ?? '';
    return (
      <div className={classes.part}>
        <ProgressLine
          phase={t(`contacts.stage.${progress?.stage ?? 'looking'}`, { file })}
          done={progress?.share ?? null}
          {...(progress
            ? { detail: t('contacts.rows', { count: progress.rows, said: format.integer(progress.rows) }) }
            : {})}
          onCancel={() => cancel.mutate(input)}
          cancelling={cancel.isPending}
        />
      </div>
    );
  }
  return (
    <div className={classes.part}>
      {data.status === 'cancelled' ? (
        <p role="status">{t('contacts.cancelled')}</p>
      ) : (
        <ProblemNotice
          title={t('contacts.failed', { file: data.fileName })}
          cure={data.problem ? sentence(data.problem) : undefined}
        />
      )}
      <div className={classes.actions}>{another}</div>
    </div>
  );
}
