import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { ContactListPage } from '#persona/web/contacts/contact-list-page.tsx';
import { ContactLists } from '#persona/web/contacts/contact-lists.tsx';
import classes from '#persona/web/contacts/contacts.module.css';
import { FollowContacts } from '#persona/web/contacts/follow-contacts.tsx';
import { ReadContacts } from '#persona/web/contacts/read-contacts.tsx';
import { RoomPage } from '#persona/web/room-page.tsx';
import { useText as usePersonaText } from '#persona/web/text.ts';
import { Button } from '#ui/button.tsx';
import { DropZone } from '#ui/drop-zone.tsx';
import { useLocale } from '#ui/i18n.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { Uploading } from '../import/uploading.tsx';
import { PersonaCrumbs, PersonaWays } from './persona-ways.tsx';

/** Where the page is on the way from a file to contacts, kept in the address. */
export type ContactsSearch = {
  /** The file looked at. */
  readonly table?: string;
  /** The list it replaces. */
  readonly list?: string;
  /** The import that is followed. */
  readonly import?: string;
};

type ContactsScreenProps = { readonly workspace: Workspace; readonly search: ContactsSearch };

/** Contacts: the lists there are, and a file on its way to be one. */
export function ContactsScreen({ workspace, search }: ContactsScreenProps) {
  const t = usePersonaText();
  const locale = useLocale();
  const navigate = useNavigate();
  const { query } = useApi();
  const [file, setFile] = useState<File | null>(null);
  const params = { workspaceId: workspace.id };
  const lists = useQuery(query.persona.contactLists.queryOptions({ input: { workspaceId: workspace.id } }));
  const list = lists.data?.find(({ id }) => id === search.list) ?? null;
  const go = (next: ContactsSearch, replace = false) =>
    void navigate({ to: '/w/$workspaceId/personas/contacts', params, search: next, replace });
  const again = () => go(search.list === undefined ? {} : { list: search.list });
  const following = search.import;
  const looking = following === undefined ? search.table : undefined;
  return (
    <PersonaWays workspace={workspace}>
      <RoomPage
        crumbs={<PersonaCrumbs workspace={workspace} />}
        title={t('contacts.title')}
        lead={t('contacts.lead')}
      >
        {following === undefined && looking === undefined && (
          <div className={classes.choose}>
            {file === null ? (
              <DropZone
                title={list ? t('contacts.startAgain', { name: list.name }) : t('contacts.drop')}
                hint={list ? t('contacts.againHint', { name: list.name }) : t('contacts.dropHint')}
                onFile={setFile}
              />
            ) : (
              <Uploading
                workspaceId={workspace.id}
                file={file}
                onDone={({ uploadId }) => {
                  setFile(null);
                  go({ ...search, table: uploadId });
                }}
                onCancel={() => setFile(null)}
              />
            )}
            <ContactLists />
          </div>
        )}
        {looking !== undefined && (search.list === undefined || lists.data !== undefined) && (
          <ReadContacts
            key={looking}
            uploadId={looking}
            list={list}
            another={<Button onClick={again}>{t('contacts.another')}</Button>}
            onStarted={(importId) => go({ ...search, import: importId })}
          />
        )}
        {following !== undefined && (
          <FollowContacts
            importId={following}
            sentence={(problem) => problemSentence(problem, locale)}
            another={<Button onClick={again}>{t('contacts.back')}</Button>}
            onDone={(listId) =>
              void navigate({
                to: '/w/$workspaceId/personas/contacts/$listId',
                params: { ...params, listId },
                replace: true,
              })
            }
          />
        )}
      </RoomPage>
    </PersonaWays>
  );
}

type ContactListScreenProps = { readonly workspace: Workspace; readonly listId: string };

/** One list of contacts. */
export function ContactListScreen({ workspace, listId }: ContactListScreenProps) {
  const t = usePersonaText();
  return (
    <PersonaWays workspace={workspace}>
      <ContactListPage
        listId={listId}
        crumbs={
          <>
            <PersonaCrumbs workspace={workspace} />
            <span>
              <Link to="/w/$workspaceId/personas/contacts" params={{ workspaceId: workspace.id }}>
                {t('contacts.title')}
              </Link>
            </span>
          </>
        }
      />
    </PersonaWays>
  );
}
