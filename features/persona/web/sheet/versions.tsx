import { Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { useText as useUiText } from '#ui/text.ts';
import type { Persona } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import { useCopyPersona } from './copy-persona.ts';
import { VersionDifferences } from './version-differences.tsx';
import classes from './versions.module.css';

/** A version being looked at. */
export type LookedAt = { readonly id: string; readonly said: string; readonly persona: Persona };

type VersionsProps = {
  readonly personaId: string;
  readonly onLook: (version: LookedAt) => void;
  readonly onClose: () => void;
};

/** Keeps the portrait as it is under a name; shows what was kept. */
export function Versions({ personaId, onLook, onClose }: VersionsProps) {
  const t = useText();
  const ui = useUiText();
  const { workspaceId, zone } = useWays();
  const format = useFormat(zone);
  const { api, query } = useApi();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const input = { workspaceId, personaId };
  const versions = useQuery(query.persona.versions.queryOptions({ input }));
  const keep = useMutation(
    query.persona.saveVersion.mutationOptions({
      onSuccess: async () => {
        setName('');
        await client.invalidateQueries({ queryKey: query.persona.versions.key() });
      },
    }),
  );
  const look = useMutation({
    mutationFn: (versionId: string) => api.persona.version({ ...input, versionId }),
    onSuccess: ({ id, name: named, createdAt, persona }) => {
      onLook({ id, said: named.trim() || format.moment(createdAt), persona });
      onClose();
    },
  });
  const error = versions.error ?? keep.error ?? look.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('versions.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': ui('dismiss') }}
    >
      <div className={classes.versions}>
        <form
          data-own-undo=""
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') keep.mutate({ ...input, name: name.trim() });
          }}
        >
          <TextInput
            data-autofocus
            label={t('versions.name')}
            placeholder={t('versions.namePlaceholder')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" look="action" disabled={name.trim() === '' || keep.isPending}>
            {t('versions.keep')}
          </Button>
        </form>
        {error !== null && <FailureNotice error={error} />}
        {versions.data?.length === 0 && <p className={classes.none}>{t('versions.none')}</p>}
        {versions.data !== undefined && versions.data.length > 0 && (
          <ul className={classes.list}>
            {versions.data.map((version) => (
              <li key={version.id}>
                <span>
                  {version.name.trim() || t('versions.automatic')}
                  <small>{format.moment(version.createdAt)}</small>
                </span>
                <Button onClick={() => look.mutate(version.id)} disabled={look.isPending}>
                  {t('versions.look')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}

type VersionBannerProps = {
  readonly personaId: string;
  readonly version: LookedAt;
  /** The portrait as it is now. */
  readonly now: Persona;
  readonly onBack: () => void;
};

/** Over a version that is looked at: what it is, back, and bring it back. */
export function VersionBanner({ personaId, version, now, onBack }: VersionBannerProps) {
  const t = useText();
  const { workspaceId } = useWays();
  const { query } = useApi();
  const copy = useCopyPersona();
  const restore = useMutation(query.persona.restoreVersion.mutationOptions({ onSuccess: onBack }));
  return (
    <div className={classes.banner} role="status">
      <strong>{t('versions.shown', { name: version.said })}</strong>
      <span>{t('versions.shownHint')}</span>
      <span className={classes.bannerActions}>
        <Button onClick={onBack}>{t('versions.back')}</Button>
        <Button disabled={copy.isPending} onClick={() => copy.mutate(version.persona)}>
          {t('versions.reuse')}
        </Button>
        <Button
          look="action"
          disabled={restore.isPending}
          onClick={() => restore.mutate({ workspaceId, personaId, versionId: version.id })}
        >
          {t('versions.restore')}
        </Button>
      </span>
      <VersionDifferences version={version.persona} now={now} />
      {restore.error !== null && <FailureNotice error={restore.error} />}
      {copy.error !== null && <FailureNotice error={copy.error} />}
    </div>
  );
}
