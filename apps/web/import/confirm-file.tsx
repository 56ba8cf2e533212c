import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { Upload } from '#kit/upload.ts';
import { FileSummary } from '#measure/web/import/file-summary.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { ConfirmAnswers } from './confirm-answers.tsx';
import { ConfirmContacts } from './confirm-contacts.tsx';
import { ConfirmEvents } from './confirm-events.tsx';
import type { Followed } from './import-address.ts';
import classes from './import-page.module.css';
import { type FileKind, fileKinds, likelyKind } from './likely-kind.ts';
import { useText } from './text.ts';

type ConfirmFileProps = {
  readonly workspace: Workspace;
  readonly upload: Upload;
  readonly onAnother: () => void;
  readonly onStarted: (started: Followed) => void;
};

/** What the file is, what it seems to hold and why, and how each column will be read: shown before anything is imported. */
export function ConfirmFile({ workspace, upload, onAnother, onStarted }: ConfirmFileProps) {
  const t = useText();
  const { query } = useApi();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<FileKind | null>(null);
  const input = { workspaceId: workspace.id, uploadId: upload.uploadId };
  const once = { staleTime: Number.POSITIVE_INFINITY, retry: false } as const;
  const events = useQuery({ ...query.measure.previewEvents.queryOptions({ input }), ...once });
  const answers = useQuery({ ...query.voice.previewSurvey.queryOptions({ input }), ...once });
  const contacts = useQuery({ ...query.persona.previewContacts.queryOptions({ input }), ...once });
  const pending = events.isPending || answers.isPending || contacts.isPending;
  useEffect(() => {
    if (!pending) heading.current?.focus();
  }, [pending]);
  const another = <Button onClick={onAnother}>{t('upload.another')}</Button>;
  if (pending) {
    return (
      <ProgressLine phase={t('upload.reading', { file: upload.fileName })} done={null} onCancel={onAnother} />
    );
  }
  const table = events.data?.table ?? answers.data?.table;
  const likely = likelyKind(events.data ?? null, answers.data ?? null, contacts.data ?? null);
  const kind = chosen ?? likely.kind ?? 'events';
  const asked = { events, answers, contacts }[kind];
  return (
    <div className={classes.page} style={{ marginTop: 0 }}>
      <div className={classes.file}>
        <div>
          <h2 ref={heading} tabIndex={-1} className={classes.fileName}>
            {upload.fileName}
          </h2>
          {table !== undefined && <FileSummary table={table} />}
        </div>
        {another}
      </div>
      {table !== undefined && (
        <div className={classes.kind}>
          <Choice
            label={t('kind.label')}
            labelled
            options={fileKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChange={setChosen}
          />
          <p>{t(`kind.because.${likely.code}`, likely.params)}</p>
        </div>
      )}
      {asked.error !== null && <FailureNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {/* All are kept, so that looking at the other reading loses no correction. */}
      {events.data && (
        <div hidden={kind !== 'events'}>
          <ConfirmEvents workspace={workspace} upload={upload} preview={events.data} onStarted={onStarted} />
        </div>
      )}
      {answers.data && (
        <div hidden={kind !== 'answers'}>
          <ConfirmAnswers
            workspace={workspace}
            upload={upload}
            preview={answers.data}
            onStarted={onStarted}
          />
        </div>
      )}
      {contacts.data && (
        <div hidden={kind !== 'contacts'}>
          <ConfirmContacts workspace={workspace} uploadId={upload.uploadId} />
        </div>
      )}
    </div>
  );
}
