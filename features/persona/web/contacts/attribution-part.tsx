import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { RunWithDrift } from '../../contract-contacts.ts';
import type { ContactListSummary } from '../../domain/contacts/contact-list.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';
import { DriftWords } from './drift-words.tsx';
import { RunHistory } from './run-history.tsx';
import { RunResult } from './run-result.tsx';
import { SendDialog } from './send-dialog.tsx';
import { WriteModel } from './write-model.tsx';

/** Who is who in a list: choose a model, run it, read what it found, take it elsewhere. */
export function AttributionPart({ list }: { readonly list: ContactListSummary }) {
  const t = useText();
  const ways = useWays();
  const { workspaceId } = ways;
  const { query } = useApi();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const models = useQuery(query.persona.detectionModels.queryOptions({ input: { workspaceId } }));
  const runs = useQuery(query.persona.attributions.queryOptions({ input: { workspaceId, listId: list.id } }));
  const attribute = useMutation(
    query.persona.attributeList.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.persona.attributions.key() }),
    }),
  );
  const search = useMutation(
    query.persona.contactTable.mutationOptions({
      onSuccess: ({ uploadId }) => ways.go(ways.discover(uploadId)),
    }),
  );
  const error = models.error ?? runs.error;
  if (error !== null) return <FailureNotice error={error} />;
  if (models.data === undefined || runs.data === undefined) return null;
  const [run] = runs.data;
  const known = models.data.some(({ id }) => id === run?.modelId) ? run?.modelId : undefined;
  const modelId = chosen ?? known ?? models.data.at(-1)?.id ?? null;
  const write = <Button onClick={() => setWriting(true)}>{t('attribution.write')}</Button>;
  return (
    <section className={classes.wide} aria-labelledby="who-is-who">
      <h2 id="who-is-who" className={classes.heading}>
        {t('attribution.title')}
      </h2>
      {models.data.length === 0 && !writing && (
        <EmptyState
          level={3}
          title={t('attribution.noModel')}
          text={t('attribution.noModelText')}
          actions={
            <>
              <Button
                look="action"
                disabled={search.isPending}
                onClick={() => search.mutate({ workspaceId, listId: list.id })}
              >
                {t('attribution.search')}
              </Button>
              {write}
            </>
          }
        />
      )}
      {models.data.length > 0 && !writing && (
        <div className={classes.run}>
          <Select
            label={t('attribution.model')}
            data={models.data.map(({ id, name, personas }) => ({
              value: id,
              label: t('attribution.option', { name, count: personas.length }),
            }))}
            value={modelId}
            onChange={setChosen}
            allowDeselect={false}
          />
          <Button
            look={run === undefined ? 'action' : 'plain'}
            disabled={modelId === null || attribute.isPending}
            onClick={() => modelId !== null && attribute.mutate({ workspaceId, listId: list.id, modelId })}
          >
            {t(
              attribute.isPending
                ? 'attribution.running'
                : run === undefined
                  ? 'attribution.run'
                  : 'attribution.runAgain',
            )}
          </Button>
          {write}
        </div>
      )}
      {writing && (
        <WriteModel
          columns={list.columns}
          onKept={(id) => {
            setChosen(id);
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      )}
      {[search.error, attribute.error].map(
        (error, at) =>
          error !== null && (
            <div key={at === 0 ? 'search' : 'attribute'} className={classes.refused}>
              <FailureNotice error={error} />
            </div>
          ),
      )}
      {run !== undefined && (
        <>
          {run.drift !== null && <DriftWords drift={run.drift} />}
          <RunResult run={run} list={list} model={models.data.find(({ id }) => id === run.modelId)} />
          <Take run={run} />
          {runs.data.length > 1 && <RunHistory runs={runs.data} />}
        </>
      )}
    </section>
  );
}

/** Takes what was found elsewhere: a file, or an address. */
function Take({ run }: { readonly run: RunWithDrift }) {
  const t = useText();
  const { workspaceId } = useWays();
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  if (!run.rowsKept) return <p className={classes.note}>{t('attribution.rowsGone')}</p>;
  return (
    <div className={classes.actions}>
      <a
        className={buttonClass('plain')}
        href={`/api/v1/workspaces/${workspaceId}/attributions/${run.id}/contacts.csv`}
        download
      >
        {t('attribution.download')}
      </a>
      <Button onClick={() => setSending(true)}>{t('attribution.send')}</Button>
      <span role="status">{sent}</span>
      {sending && <SendDialog run={run} onSent={setSent} onClose={() => setSending(false)} />}
    </div>
  );
}
