import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { randomId } from '#kit/random-id.ts';
import { type Tile, type TileSize, tileSizes } from '#measure/domain/dashboard/dashboard.ts';
import { Choice } from '#ui/choice.tsx';
import { Dialog } from '#ui/dialog.tsx';
import classes from './dashboard.module.css';
import { useText } from './text.ts';

type TileDialogProps = {
  readonly workspaceId: WorkspaceId;
  readonly readAddress: (address: string) => { sourceId: string; search: Record<string, unknown> } | null;
  readonly onAdd: (tile: Tile) => void;
  readonly onClose: () => void;
};

/** What a new tile shows. */
export function TileDialog({ workspaceId, readAddress, onAdd, onClose }: TileDialogProps) {
  const t = useText();
  const { query } = useApi();
  const [shows, setShows] = useState<Tile['shows']>('indicator');
  const [indicatorId, setIndicator] = useState('');
  const [mapId, setMap] = useState('');
  const [part, setPart] = useState<'stages' | 'curve'>('stages');
  const [address, setAddress] = useState('');
  const [size, setSize] = useState<TileSize>('third');
  const [asked, setAsked] = useState(false);
  const indicators = useQuery(query.indicator.indicators.queryOptions({ input: { workspaceId } }));
  const maps = useQuery(query.journey.list.queryOptions({ input: { workspaceId } }));
  const read = shows === 'paths' ? readAddress(address) : null;
  const tile = (): Tile | null => {
    const placed = { id: randomId(), size };
    if (shows === 'indicator') return indicatorId === '' ? null : { ...placed, shows, indicatorId };
    if (shows === 'map') return mapId === '' ? null : { ...placed, shows, mapId, part };
    return read && { ...placed, shows, ...read };
  };
  return (
    <Dialog
      opened
      title={t('add')}
      submit={t('add')}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        const made = tile();
        if (made) onAdd(made);
      }}
    >
      <Choice
        label={t('form.shows')}
        labelled
        options={(['indicator', 'paths', 'map'] as const).map((value) => ({
          value,
          label: t(`form.${value}`),
        }))}
        value={shows}
        onChange={(value) => {
          setShows(value);
          setSize(value === 'indicator' ? 'third' : 'whole');
        }}
      />
      {shows === 'indicator' &&
        (indicators.data?.length === 0 ? (
          <p>{t('form.noIndicator')}</p>
        ) : (
          <Select
            label={t('form.which')}
            data={(indicators.data ?? []).map(({ indicator: { id, name } }) => ({ value: id, label: name }))}
            searchable
            value={indicatorId === '' ? null : indicatorId}
            onChange={(id) => setIndicator(id ?? '')}
          />
        ))}
      {shows === 'paths' && (
        <TextInput
          label={t('form.address')}
          description={t('form.addressHint')}
          value={address}
          error={address !== '' && !read ? t('form.badAddress') : undefined}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
      )}
      {shows === 'map' && (
        <>
          <Select
            label={t('form.which')}
            data={(maps.data ?? []).map(({ id, title }) => ({ value: id, label: title || id }))}
            searchable
            value={mapId === '' ? null : mapId}
            onChange={(id) => setMap(id ?? '')}
          />
          <Choice
            label={t('form.part')}
            labelled
            options={(['stages', 'curve'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
            value={part}
            onChange={setPart}
          />
        </>
      )}
      <Choice
        label={t('form.size')}
        labelled
        options={tileSizes.map((value) => ({ value, label: t(`tile.${value}`) }))}
        value={size}
        onChange={setSize}
      />
      {asked && tile() === null && (
        <p role="alert" className={classes.small}>
          {t('form.missing')}
        </p>
      )}
    </Dialog>
  );
}
