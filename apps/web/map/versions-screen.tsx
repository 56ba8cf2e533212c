import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { ComparePage } from '#journey/web/compare/compare-page.tsx';
import { StockContext } from '#journey/web/frame/stock.ts';
import { MapSheet } from '#journey/web/read/map-reading.tsx';
import { addressOf } from '#journey/web/view/place.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { useFormat } from '#ui/i18n.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText } from '../text.ts';
import { useStock } from './use-stock.ts';
import classes from './versions-screen.module.css';

type VersionsScreenProps = { readonly workspace: Workspace; readonly mapId: string };

/** The map as it was: what has changed since, and the way back. */
export function VersionsScreen({ workspace, mapId }: VersionsScreenProps) {
  const t = useText();
  const format = useFormat(workspace.zone);
  const navigate = useNavigate();
  const { api, query } = useApi();
  const queries = useQueryClient();
  const input = { workspaceId: workspace.id, mapId };
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  /** What has changed since the version, or the map as it was then. */
  const [shown, setShown] = useState<'changes' | 'map'>('changes');
  const [personaId, setPersonaId] = useState<string | null>(null);
  const stock = useStock(workspace.id);
  const present = useQuery(query.journey.get.queryOptions({ input }));
  const versions = useQuery(query.journey.versions.queryOptions({ input }));
  const versionId = chosen ?? versions.data?.[0]?.id ?? '';
  const version = useQuery({
    ...query.journey.version.queryOptions({ input: { ...input, versionId } }),
    enabled: versionId !== '',
  });
  const again = () => queries.invalidateQueries({ queryKey: query.journey.key() });
  const keep = useMutation({
    mutationFn: () => api.journey.saveVersion({ ...input, name: name.trim() }),
    onSuccess: async () => {
      setName('');
      await again();
    },
  });
  const restore = useMutation({
    mutationFn: () => api.journey.restoreVersion({ ...input, versionId }),
    onSuccess: async () => {
      await again();
      await navigate({ to: '/w/$workspaceId/maps/$mapId', params: input });
    },
  });
  const nameOf = (one: { name: string; createdAt: string }) =>
    `${one.name || t('versions.automatic')} · ${format.moment(one.createdAt)}`;
  const error = present.error ?? versions.error ?? version.error ?? keep.error ?? restore.error;
  return (
    <>
      <PageHeader
        crumbs={
          <Link to="/w/$workspaceId/maps/$mapId" params={input}>
            {present.data?.map.title ?? workspace.name}
          </Link>
        }
        title={t('versions.title')}
        actions={
          <Link to="/w/$workspaceId/maps/$mapId" params={input} className={buttonClass()}>
            {t('mapTools.back')}
          </Link>
        }
      />
      <div className={classes.page}>
        <p className={classes.lead}>{t(versions.data?.length === 0 ? 'versions.none' : 'versions.lead')}</p>
        {error && <FailureNotice error={error} />}
        <form
          className={classes.bar}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') keep.mutate();
          }}
        >
          <TextInput
            label={t('versions.name')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === '' || keep.isPending}>
            {t('versions.keep')}
          </Button>
          <output className={classes.said}>{keep.isSuccess && t('versions.kept')}</output>
        </form>
        {versions.data !== undefined && versions.data.length > 0 && (
          <div className={classes.bar}>
            <Select
              className={classes.choose}
              label={t('versions.choose')}
              data={versions.data.map((one) => ({ value: one.id, label: nameOf(one) }))}
              value={versionId}
              onChange={setChosen}
              allowDeselect={false}
            />
            <Button onClick={() => setAsking(true)}>{t('versions.restore')}</Button>
            <Choice
              label={t('versions.shown')}
              options={[
                { value: 'changes', label: t('versions.changes') },
                { value: 'map', label: t('versions.map') },
              ]}
              value={shown}
              onChange={setShown}
            />
          </div>
        )}
      </div>
      {version.data && shown === 'map' && (
        <StockContext value={stock}>
          <div className={classes.sheet}>
            <MapSheet map={version.data.map} live={null} personaId={personaId} onPersona={setPersonaId} />
          </div>
        </StockContext>
      )}
      {present.data && version.data && shown === 'changes' && (
        <ComparePage
          before={{ name: nameOf(version.data), map: version.data.map }}
          after={{ name: t('versions.now'), map: present.data.map }}
          onGo={(reference) =>
            void navigate({ to: '/w/$workspaceId/maps/$mapId', params: input, hash: addressOf(reference) })
          }
        />
      )}
      <Confirm
        opened={asking}
        title={t('versions.restore')}
        confirm={t('versions.restoreVerb')}
        busy={restore.isPending}
        onConfirm={() => restore.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('versions.restoreText')}</p>
      </Confirm>
    </>
  );
}
