import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { type Identities, takenBack } from '#measure/domain/identity/identity.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pill } from '#ui/pill.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useTitle } from '#ui/use-title.ts';
import classes from '../sources/source-page.module.css';
import { useText } from '../text.ts';
import { FileDialog } from './file-dialog.tsx';
import { JoinDialog } from './join-dialog.tsx';

type IdentitiesPageProps = {
  readonly workspaceId: WorkspaceId;
  readonly zone: string;
  /** Where the page lies: links. */
  readonly crumbs: ReactNode;
};

type Change = Identities['changes'][number];

/** Who is who in a workspace: what holds, how it came to be, and what can be said or taken back. */
export function IdentitiesPage({ workspaceId, zone, crumbs }: IdentitiesPageProps) {
  const t = useText();
  const format = useFormat(zone);
  const { query } = useApi();
  const client = useQueryClient();
  const found = useQuery({
    ...query.measure.identities.queryOptions({ input: { workspaceId } }),
    refetchInterval: ({ state: { data } }) => (data && data.progress !== null ? 500 : false),
  });
  const [asking, setAsking] = useState<'file' | 'join' | 'part' | null>(null);
  const undo = useMutation(
    query.measure.undoIdentities.mutationOptions({ onSettled: () => found.refetch() }),
  );
  useTitle(t('identities.title'));
  const now = found.data;
  const gone = takenBack(now?.changes ?? []);
  const under = now ? now.progress !== null : false;
  const wasUnder = useRef(false);
  useEffect(() => {
    // The journeys are others now, and every figure made of them.
    if (wasUnder.current && !under) void client.invalidateQueries({ queryKey: query.measure.key() });
    wasUnder.current = under;
  }, [under, client, query]);
  const actions = (
    <>
      <Button onClick={() => setAsking('join')}>{t('identities.join')}</Button>
      {now !== undefined && now.version > 0 && (
        <Button onClick={() => setAsking('part')}>{t('identities.part')}</Button>
      )}
      <Button look="action" onClick={() => setAsking('file')}>
        {t('identities.file')}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={t('identities.title')}
        actions={now !== undefined && now.version > 0 ? actions : undefined}
      />
      <div className={classes.page} aria-busy={found.isPending}>
        <p className={classes.lead}>{t('identities.lead')}</p>
        {found.error !== null && <FailureNotice error={found.error} onRetry={() => void found.refetch()} />}
        {undo.error !== null && <FailureNotice error={undo.error} />}
        {now?.version === 0 && (
          <EmptyState title={t('identities.none')} text={t('identities.noneText')} actions={actions} />
        )}
        {now !== undefined && now.version > 0 && (
          <div className={classes.main}>
            <div>
              <p className={classes.said}>
                {t(now.aliases === 0 ? 'identities.nowNone' : 'identities.now', {
                  aliases: format.integer(now.aliases),
                  persons: format.integer(now.persons),
                  version: now.version,
                })}
              </p>
              <p className={classes.small} role="status">
                {now.progress !== null && t('identities.progress', now.progress)}
              </p>
            </div>
            <section aria-labelledby="identity-history">
              <SectionTitle id="identity-history">{t('identities.history')}</SectionTitle>
              <PlainTable
                caption={t('identities.history')}
                rows={now.changes}
                rowKey={({ version }) => String(version)}
                columns={[
                  {
                    key: 'version',
                    header: t('identities.version'),
                    cell: ({ version }) => version,
                    figures: true,
                    names: true,
                  },
                  { key: 'when', header: t('identities.when'), cell: ({ at }) => format.moment(at) },
                  {
                    key: 'what',
                    header: t('identities.what'),
                    cell: (change) => <What change={change} zone={zone} />,
                  },
                  {
                    key: 'undo',
                    header: t('identities.undo'),
                    cell: ({ version }) =>
                      gone.has(version) ? (
                        <Pill tone="neutral">{t('identities.gone')}</Pill>
                      ) : (
                        <Button
                          aria-label={t('identities.undoLong', { version })}
                          disabled={undo.isPending}
                          onClick={() => undo.mutate({ workspaceId, version })}
                        >
                          {t('identities.undo')}
                        </Button>
                      ),
                  },
                ]}
              />
            </section>
          </div>
        )}
      </div>
      {(asking === 'join' || asking === 'part') && (
        <JoinDialog
          workspaceId={workspaceId}
          apart={asking === 'part'}
          onDone={() => void found.refetch()}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'file' && (
        <FileDialog
          workspaceId={workspaceId}
          onDone={() => void found.refetch()}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function What({ change, zone }: { readonly change: Change; readonly zone: string }) {
  const t = useText();
  const format = useFormat(zone);
  if (change.undoes !== null) return t('identities.undoes', { version: change.undoes });
  const said = { count: change.links, said: format.integer(change.links) };
  const lines =
    change.fileName !== null
      ? [
          t('identities.fromFile', { ...said, file: change.fileName }),
          ...(change.setAside > 0
            ? [t('identities.aside', { count: change.setAside, said: format.integer(change.setAside) })]
            : []),
        ]
      : change.links > change.written.length
        ? [t('identities.links', said)]
        : change.written.map(({ alias, person }) =>
            alias === person
              ? t('identities.setApart', { id: alias })
              : t('identities.joined', { id: alias, person }),
          );
  return lines.join(' · ');
}
