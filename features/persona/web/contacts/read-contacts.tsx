import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';

type ReadContactsProps = {
  readonly uploadId: string;
  /** The list these contacts replace; null for a new one. */
  readonly list: { readonly id: string; readonly name: string; readonly idColumn: string } | null;
  readonly another?: ReactNode;
  /** Says the name of the file; false where the page around does. */
  readonly named?: boolean;
  readonly onStarted: (importId: string) => void;
};

/** A file of contacts before anything is brought in: its first rows, who is who, and under which name. */
export function ReadContacts({
  uploadId,
  list,
  another,
  named: titled = true,
  onStarted,
}: ReadContactsProps) {
  const t = useText();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const preview = useQuery({
    ...query.persona.previewContacts.queryOptions({ input: { workspaceId, uploadId } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const start = useMutation(
    query.persona.importContacts.mutationOptions({ onSuccess: ({ importId }) => onStarted(importId) }),
  );
  if (preview.error !== null)
    return (
      <div className={classes.part}>
        <FailureNotice error={preview.error} />
        <div className={classes.actions}>{another}</div>
      </div>
    );
  if (preview.data === undefined)
    return (
      <div className={classes.part}>
        <ProgressLine phase={t('contacts.reading', { file: '' })} done={null} />
      </div>
    );
  const { columns, rows, fileName, idColumn: guessed } = preview.data;
  const known = list !== null && columns.includes(list.idColumn) ? list.idColumn : guessed;
  const idColumn = chosen ?? known;
  const name = named ?? list?.name ?? fileName.replace(/(\.[a-z0-9]{1,7})+$/i, '');
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (idColumn === null || name.trim() === '') return;
        start.mutate({ workspaceId, uploadId, name, idColumn, ...(list ? { listId: list.id } : {}) });
      }}
    >
      {titled && <h2 className={classes.heading}>{fileName}</h2>}
      {list !== null && <p className={classes.text}>{t('contacts.againHint', { name: list.name })}</p>}
      <div className={classes.form}>
        <Select
          label={t('contacts.id')}
          description={t('contacts.idHint')}
          placeholder={t('contacts.idChoose')}
          data={columns}
          value={idColumn}
          onChange={setChosen}
          searchable={columns.length > 12}
          allowDeselect={false}
        />
        <TextInput
          label={t('contacts.name')}
          maxLength={200}
          value={name}
          onChange={(event) => setNamed(event.currentTarget.value)}
        />
      </div>
      <div className={classes.actions}>
        <Button
          look="action"
          type="submit"
          disabled={idColumn === null || name.trim() === '' || start.isPending}
        >
          {list === null ? t('contacts.start') : t('contacts.startAgain', { name: list.name })}
        </Button>
        {another}
      </div>
      {start.error !== null && <FailureNotice error={start.error} />}
      <div className={classes.wide}>
        <SectionTitle>{t('contacts.firstRows')}</SectionTitle>
        <PlainTable
          caption={t('contacts.firstRows')}
          columns={columns.map((header, at) => ({
            key: `${at} ${header}`,
            header,
            cell: (row: readonly string[]) => (header === idColumn ? '•••' : row[at]),
          }))}
          rows={rows}
          rowKey={(row) => row.join('\u0000')}
        />
      </div>
    </form>
  );
}
