import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
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

/** Into a list of its own. */
const fresh = '';

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
  const { workspaceId, contactList: listPage, Link } = useWays();
  const preview = useQuery({
    ...query.persona.previewContacts.queryOptions({ input: { workspaceId, uploadId } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const [into, setInto] = useState(fresh);
  const lists = useQuery(query.persona.contactLists.queryOptions({ input: { workspaceId } }));
  const start = useMutation(
    query.persona.importContacts.mutationOptions({
      onSuccess: ({ importId }) => {
        if (importId !== null) onStarted(importId);
      },
    }),
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
  const others = list === null ? (lists.data ?? []) : [];
  const replaced = list ?? others.find(({ id }) => id === into) ?? null;
  const known = replaced !== null && columns.includes(replaced.idColumn) ? replaced.idColumn : guessed;
  const idColumn = chosen ?? known;
  const name = named ?? replaced?.name ?? fileName.replace(/(\.[a-z0-9]{1,7})+$/i, '');
  const there = start.data?.outcome === 'already-there' ? start.data.listId : null;
  if (there !== null) {
    const itsName = lists.data?.find(({ id }) => id === there)?.name ?? fileName;
    return (
      <section className={classes.part} role="status">
        <h2 className={classes.heading}>{t('contacts.there')}</h2>
        <p className={classes.text}>{t('contacts.thereText', { name: itsName, file: fileName })}</p>
        <div className={classes.actions}>
          <Link href={listPage(there)} className={buttonClass('action')}>
            {t('contacts.thereOpen', { name: itsName })}
          </Link>
          {another}
        </div>
      </section>
    );
  }
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (idColumn === null || name.trim() === '') return;
        start.mutate({ workspaceId, uploadId, name, idColumn, ...(replaced ? { listId: replaced.id } : {}) });
      }}
    >
      {titled && <h2 className={classes.heading}>{fileName}</h2>}
      {replaced !== null && (
        <p className={classes.text}>{t('contacts.againHint', { name: replaced.name })}</p>
      )}
      <div className={classes.form}>
        {others.length > 0 && (
          <Select
            label={t('contacts.into')}
            data={[
              { value: fresh, label: t('contacts.fresh') },
              ...others.map((other) => ({ value: other.id, label: other.name })),
            ]}
            value={into}
            onChange={(value) => {
              setInto(value ?? fresh);
              setChosen(null);
              setNamed(null);
            }}
            allowDeselect={false}
          />
        )}
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
          {replaced === null ? t('contacts.start') : t('contacts.startAgain', { name: replaced.name })}
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
