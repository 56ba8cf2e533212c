import { IconLock } from '@tabler/icons-react';
import classes from './talk.module.css';
import { useText } from './text.ts';

/** Why what stands here cannot be changed now. */
export function LockedNote() {
  const t = useText();
  return (
    <p className={classes.locked}>
      <IconLock size={14} stroke={1.8} aria-hidden="true" />
      {t('lock.hint')}
    </p>
  );
}
