import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { uploadFile } from '#client/api.ts';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { Dialog } from '#ui/dialog.tsx';
import { DropZone } from '#ui/drop-zone.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useText } from '../text.ts';

type FileDialogProps = {
  readonly workspaceId: WorkspaceId;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Brings in a table of ids and the persons they belong to: a file, then its two columns. */
export function FileDialog({ workspaceId, onDone, onClose }: FileDialogProps) {
  const t = useText();
  const { api, query, options } = useApi();
  const [alias, setAlias] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const send = useMutation({
    async mutationFn(file: File) {
      const { uploadId } = await uploadFile(options, workspaceId, file);
      const { table } = await api.measure.previewEvents({ workspaceId, uploadId });
      return { uploadId, columns: table.columns.map(({ name }) => name) };
    },
    onSuccess({ columns: [first, second] }) {
      setAlias(first ?? null);
      setPerson(second ?? null);
    },
  });
  const join = useMutation(
    query.measure.importIdentities.mutationOptions({
      onSuccess: () => {
        onDone();
        onClose();
      },
    }),
  );
  const sent = send.data;
  const ready = sent !== undefined && alias !== null && person !== null && alias !== person;
  return (
    <Dialog
      opened
      title={t('identities.fileTitle')}
      submit={t('identities.fileVerb')}
      busy={!ready || join.isPending}
      error={join.error}
      onSubmit={() => {
        if (ready)
          join.mutate({ workspaceId, uploadId: sent.uploadId, aliasColumn: alias, personColumn: person });
      }}
      onClose={onClose}
    >
      {sent === undefined ? (
        <>
          <DropZone
            title={t('identities.drop')}
            hint={t('identities.dropHint')}
            onFile={(file) => send.mutate(file)}
          />
          <p role="status">
            {send.isPending && t('identities.sending', { file: send.variables?.name ?? '' })}
          </p>
          {send.error !== null && <FailureNotice error={send.error} />}
        </>
      ) : (
        <>
          <Select
            label={t('identities.column')}
            data={sent.columns}
            allowDeselect={false}
            value={alias}
            onChange={setAlias}
          />
          <Select
            label={t('identities.personColumn')}
            data={sent.columns}
            allowDeselect={false}
            value={person}
            onChange={setPerson}
          />
        </>
      )}
    </Dialog>
  );
}
