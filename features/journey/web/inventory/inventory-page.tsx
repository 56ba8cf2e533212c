import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { knownChannels } from '#kit/channel.ts';
import type { Change } from '#kit/document/changes.ts';
import { Choice } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { type InventoryMap, inventory } from '../../domain/inventory/inventory.ts';
import type { MapReference } from '../../domain/reference.ts';
import classes from './inventory.module.css';
import { InventoryGrid } from './inventory-grid.tsx';
import { useText } from './text.ts';

type InventoryPageProps = {
  /** One map, or all maps of the workspace. */
  readonly maps: readonly InventoryMap[];
  readonly readOnly?: boolean;
  readonly onChange: (mapId: string, changes: readonly Change[]) => void;
  readonly onGo: (mapId: string, reference: MapReference) => void;
};

/** T1: every step against every channel: what is there, what is missing, what says the same twice. */
export function InventoryPage({ maps, readOnly = false, onChange, onGo }: InventoryPageProps) {
  const t = useText();
  const ui = useUiText();
  const [also, setAlso] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<'all' | 'missing' | 'redundant'>('all');
  const found = useMemo(() => inventory(maps, also), [maps, also]);
  const { channels, counts } = found;
  const steps = found.maps.flatMap(({ stages }) => stages.flatMap(({ rows }) => rows)).length;
  const used = channels.filter(({ count }) => count > 0).length;
  const unused = knownChannels.filter(
    (channel) => channel !== 'other' && !channels.some((one) => one.channel === channel),
  );
  const addChannel = !readOnly && steps > 0 && (
    <Select
      className={classes.addChannel ?? ''}
      aria-label={t('addChannel')}
      placeholder={t('addChannel')}
      size="xs"
      value={null}
      data={unused.map((channel) => ({ value: channel, label: ui(`channel.${channel}`) }))}
      onChange={(channel) => {
        if (channel !== null) setAlso([...also, channel]);
      }}
    />
  );
  if (steps === 0) {
    return (
      <div className={classes.page}>
        <EmptyState title={t('noStep')} text={t('noStepText')} actions={null} />
      </div>
    );
  }
  const remarks = [
    counts.missing > 0 ? t('missing', { count: counts.missing }) : null,
    counts.redundant > 0 ? t('redundant', { count: counts.redundant }) : null,
  ].filter((words) => words !== null);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        {counts.touchpoints === 0 ? (
          <>
            <p className={classes.summary}>{t('none')}</p>
            <p className={classes.small}>{t('noneText')}</p>
          </>
        ) : (
          <>
            <p className={classes.summary}>
              {t('summary', { count: counts.touchpoints, channels: t('channels', { count: used }) })}
            </p>
            <p className={classes.small}>{remarks.length > 0 ? remarks.join(' · ') : t('sound')}</p>
          </>
        )}
        <div className={classes.tools}>
          {remarks.length > 0 && (
            <Choice
              label={t('filter')}
              options={[
                { value: 'all', label: t('all') },
                ...(counts.missing > 0 ? [{ value: 'missing' as const, label: t('onlyMissing') }] : []),
                ...(counts.redundant > 0 ? [{ value: 'redundant' as const, label: t('onlyRedundant') }] : []),
              ]}
              value={shown}
              onChange={setShown}
            />
          )}
          {addChannel}
        </div>
      </header>
      <InventoryGrid
        found={found}
        maps={maps}
        shown={shown}
        readOnly={readOnly}
        onChange={onChange}
        onGo={onGo}
      />
    </div>
  );
}
