import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { RoomPage } from '../room-page.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { AttributionPart } from './attribution-part.tsx';
import { ContactListPart } from './contact-list-part.tsx';

type ContactListPageProps = { readonly crumbs: ReactNode; readonly listId: string };

/** One list of contacts: who they are, and what is known of them. */
export function ContactListPage({ crumbs, listId }: ContactListPageProps) {
  const t = useText();
  const ways = useWays();
  const { workspaceId } = ways;
  const format = useFormat(ways.zone);
  const { query } = useApi();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(
    query.persona.contactList.queryOptions({ input: { workspaceId, listId } }),
  );
  const remove = useMutation(
    query.persona.removeContactList.mutationOptions({
      onSuccess: async () => {
        ways.go(ways.contacts());
        await client.invalidateQueries({ queryKey: query.persona.contactLists.key() });
      },
    }),
  );
  if (data === undefined)
    return (
      <RoomPage crumbs={crumbs} title={t('contacts.title')} lead={t('contacts.lead')}>
        {error !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
      </RoomPage>
    );
  const { list, contacts } = data;
  return (
    <RoomPage
      crumbs={crumbs}
      title={list.name}
      lead={`${t('contacts.count', { count: list.contacts, said: format.integer(list.contacts) })} · ${
        list.fileName
      } · ${t('contacts.version', { version: list.version, date: format.date(list.importedAt) })}`}
      actions={
        <>
          <ways.Link href={ways.contacts(listId)} className={buttonClass('plain')}>
            {t('contacts.again')}
          </ways.Link>
          <Button onClick={() => setAsking(true)}>{t('contacts.remove')}</Button>
        </>
      }
    >
      <AttributionPart list={list} />
      <ContactListPart list={list} contacts={contacts} />
      <Confirm
        opened={asking}
        title={t('contacts.removeTitle', { name: list.name })}
        confirm={t('contacts.removeVerb')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ workspaceId, listId })}
        onCancel={() => setAsking(false)}
      >
        {t('contacts.removeText')}
        {remove.error !== null && <FailureNotice error={remove.error} />}
      </Confirm>
    </RoomPage>
  );
}
