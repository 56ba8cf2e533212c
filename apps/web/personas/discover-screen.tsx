import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { DiscoveryList } from '#persona/web/discovery/discovery-list.tsx';
import { FollowDiscovery } from '#persona/web/discovery/follow-discovery.tsx';
import { ReadCustomers } from '#persona/web/discovery/read-customers.tsx';
import { RoomPage } from '#persona/web/room-page.tsx';
import { useText as usePersonaText } from '#persona/web/text.ts';
import { Button } from '#ui/button.tsx';
import { DropZone } from '#ui/drop-zone.tsx';
import { useLocale } from '#ui/i18n.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { Uploading } from '../import/uploading.tsx';
import classes from './discover-screen.module.css';
import { PersonaCrumbs, PersonaWays } from './persona-ways.tsx';

type DiscoverScreenProps = {
  readonly workspace: Workspace;
  /** The table looked at, kept in the address. */
  readonly table: string | undefined;
  /** The earlier search whose corrections are taken up. */
  readonly from: string | undefined;
};

/** A table of customers: sent, looked at column by column, and searched for personas. */
export function DiscoverScreen({ workspace, table, from }: DiscoverScreenProps) {
  const t = usePersonaText();
  const locale = useLocale();
  const navigate = useNavigate();
  const { query } = useApi();
  const [file, setFile] = useState<File | null>(null);
  const params = { workspaceId: workspace.id };
  const earlier = useQuery({
    ...query.persona.discovery.queryOptions({
      input: { workspaceId: workspace.id, discoveryId: from ?? '' },
    }),
    enabled: from !== undefined,
  });
  const look = (uploadId?: string) =>
    void navigate({
      to: '/w/$workspaceId/personas/discover',
      params,
      search: uploadId === undefined ? {} : { table: uploadId },
    });
  const waiting = from !== undefined && earlier.isPending;
  return (
    <PersonaWays workspace={workspace}>
      <RoomPage
        crumbs={<PersonaCrumbs workspace={workspace} />}
        title={t('discovery.title')}
        lead={t('discovery.lead')}
      >
        {table === undefined && (
          <div className={classes.choose}>
            {file === null ? (
              <DropZone title={t('discovery.drop')} hint={t('discovery.dropHint')} onFile={setFile} />
            ) : (
              <Uploading
                workspaceId={workspace.id}
                file={file}
                onDone={({ uploadId }) => {
                  setFile(null);
                  look(uploadId);
                }}
                onCancel={() => setFile(null)}
              />
            )}
            <DiscoveryList />
          </div>
        )}
        {table !== undefined && !waiting && (
          <ReadCustomers
            key={`${table} ${from}`}
            uploadId={table}
            corrections={earlier.data?.settings.corrections ?? {}}
            sentence={(note) => problemSentence(note, locale)}
            another={<Button onClick={() => look()}>{t('discovery.another')}</Button>}
            onStarted={(discoveryId) =>
              void navigate({
                to: '/w/$workspaceId/personas/discover/$discoveryId',
                params: { ...params, discoveryId },
              })
            }
          />
        )}
      </RoomPage>
    </PersonaWays>
  );
}

type DiscoveryScreenProps = { readonly workspace: Workspace; readonly discoveryId: string };

/** One search for personas. */
export function DiscoveryScreen({ workspace, discoveryId }: DiscoveryScreenProps) {
  const t = usePersonaText();
  const locale = useLocale();
  return (
    <PersonaWays workspace={workspace}>
      <RoomPage
        crumbs={<PersonaCrumbs workspace={workspace} />}
        title={t('discovery.title')}
        lead={t('discovery.lead')}
      >
        <FollowDiscovery discoveryId={discoveryId} sentence={(note) => problemSentence(note, locale)} />
      </RoomPage>
    </PersonaWays>
  );
}
