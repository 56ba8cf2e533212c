import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { Upload } from '#kit/upload.ts';
import type { EventPreview } from '#measure/contract.ts';
import { draftOf, faultsOf, mappingOf } from '#measure/web/import/event-draft.ts';
import { EventMappingForm } from '#measure/web/import/event-mapping-form.tsx';
import { useText as useMeasureText } from '#measure/web/text.ts';
import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import type { Followed } from './import-address.ts';
import classes from './import-page.module.css';
import { nameOf } from './likely-kind.ts';
import { useText } from './text.ts';

type ConfirmEventsProps = {
  readonly workspace: Workspace;
  readonly upload: Upload;
  readonly preview: EventPreview;
  readonly onStarted: (started: Followed) => void;
};

const fresh = '';

/** The file as events: how it is read, under which name, and the one button that imports it. */
export function ConfirmEvents({ workspace, upload, preview, onStarted }: ConfirmEventsProps) {
  const t = useText();
  const measure = useMeasureText();
  const { query } = useApi();
  const { table } = preview;
  const growing = table.format === 'json-lines' || table.format === 'xes';
  const [draft, setDraft] = useState(() => draftOf(preview.mapping, table.columns, workspace.zone, growing));
  const [name, setName] = useState(() => nameOf(upload.fileName));
  const [sourceId, setSourceId] = useState<string>(fresh);
  const [asked, setAsked] = useState(false);
  const sources = useQuery(query.measure.sources.queryOptions({ input: { workspaceId: workspace.id } }));
  const start = useMutation(
    query.measure.startImport.mutationOptions({
      onSuccess: ({ outcome, importId }) =>
        onStarted({ kind: 'events', importId, already: outcome === 'already-imported' }),
    }),
  );
  const faults = faultsOf(draft);
  const mapping = mappingOf(draft, table.columns);
  const known = sources.data?.filter(({ stats }) => stats !== null) ?? [];
  const into = known.find(({ id }) => id === sourceId);
  const submit = (replace: boolean) => {
    setAsked(true);
    if (mapping === null || (into === undefined && name.trim() === '')) return;
    start.mutate({
      workspaceId: workspace.id,
      uploadId: upload.uploadId,
      sourceId: into?.id ?? null,
      name: into?.name ?? name,
      mapping,
      replace,
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <EventMappingForm preview={preview} draft={draft} onChange={setDraft} />
      <div className={classes.start}>
        <div className={classes.names}>
          {into === undefined && (
            <TextInput
              label={t('name.events')}
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={name.trim() === '' ? t('name.missing') : null}
            />
          )}
          {known.length > 0 && (
            <Select
              label={t('name.into')}
              data={[
                { value: fresh, label: t('name.fresh') },
                ...known.map((source) => ({ value: source.id, label: source.name })),
              ]}
              allowDeselect={false}
              value={sourceId}
              onChange={(value) => setSourceId(value ?? fresh)}
            />
          )}
          <Button look="action" type="submit" disabled={faults.length > 0 || start.isPending}>
            {t('start')}
          </Button>
        </div>
        <p className={classes.hint}>{t('startHint')}</p>
        {faults.length > 0 && (
          <p className={classes.faults} role={asked ? 'alert' : undefined}>
            {t('repair')}{' '}
            {faults
              .map((fault) =>
                t(
                  `fault.${fault.code}`,
                  fault.code === 'role-missing' ? { role: measure(`role.${fault.role}`) } : {},
                ),
              )
              .join(' · ')}
          </p>
        )}
        {start.error !== null && <StartFailure error={start.error} onReplace={() => submit(true)} />}
      </div>
    </form>
  );
}

type StartFailureProps = { readonly error: unknown; readonly onReplace: () => void };

/** The file is there already, read otherwise: the reader may put the new reading in its place. */
function StartFailure({ error, onReplace }: StartFailureProps) {
  const t = useText();
  const code =
    typeof error === 'object' && error !== null && 'details' in error
      ? (error.details as { code?: unknown }).code
      : null;
  return (
    <>
      <FailureNotice error={error} />
      {code === 'import.other-mapping' && (
        <p>
          <Button onClick={onReplace}>{t('follow.replace')}</Button>
        </p>
      )}
    </>
  );
}
