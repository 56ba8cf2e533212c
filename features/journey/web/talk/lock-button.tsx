import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useMapContext } from '../view/map-context.ts';
import { useText } from './text.ts';

/** Locks the structure of the map, says in words that it is locked, and unlocks it. */
export function LockButton({ locked, readOnly }: { readonly locked: boolean; readonly readOnly: boolean }) {
  const { editor } = useMapContext();
  const t = useText();
  if (!locked) {
    return readOnly ? null : (
      <IconButton label={t('lock.lock')} icon={<IconLockOpen />} onClick={() => editor.lock(true)} />
    );
  }
  return (
    <Button
      icon={<IconLock size={16} aria-hidden="true" />}
      title={t('lock.hint')}
      aria-label={t(readOnly ? 'lock.locked' : 'lock.unlock')}
      disabled={readOnly}
      onClick={() => editor.lock(false)}
    >
      {t('lock.locked')}
    </Button>
  );
}
