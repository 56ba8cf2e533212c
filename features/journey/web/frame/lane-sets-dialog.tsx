import { TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { lanesToKeep } from '../../domain/lane-set.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import classes from './lanes.module.css';
import { useStock } from './stock.ts';
import { useText } from './text.ts';

type LaneSetsDialogProps = { readonly map: JourneyMap; readonly onClose: () => void };

/** Keeps the lanes of this map under a name for the next ones, and forgets sets no longer wanted. */
export function LaneSetsDialog({ map, onClose }: LaneSetsDialogProps) {
  const stock = useStock();
  const t = useText();
  const [title, setTitle] = useState('');
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!stock) return null;
  const lanes = lanesToKeep(map);
  const run = (work: Promise<void>, after: () => void) => {
    setBusy(true);
    setError(null);
    work.then(after, setError).finally(() => setBusy(false));
  };
  return (
    <Dialog
      opened
      title={t('sets.title')}
      submit={t('sets.keep')}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        setSent(true);
        if (title.trim() !== '') run(stock.keepLanes(title.trim(), lanes), onClose);
      }}
    >
      <TextInput
        data-autofocus
        label={t('sets.name')}
        description={t('sets.lanes', { count: lanes.length })}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={sent && title.trim() === '' ? t('sets.nameMissing') : null}
      />
      {stock.laneSets.length > 0 && (
        <ul className={classes.sets} aria-label={t('sets.kept')}>
          {stock.laneSets.map((set) => (
            <li key={set.id}>
              <span>
                {set.title} <small>{t('sets.count', { count: set.lanes.length })}</small>
              </span>
              <IconButton
                label={t('sets.forget', { name: set.title })}
                icon={<IconTrash />}
                onClick={() => run(stock.forgetLanes(set.id), () => {})}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
