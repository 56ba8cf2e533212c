import { useEffect, useState, useSyncExternalStore } from 'react';
import { useText } from '../text.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import type { LinkStatus } from './link-status.ts';
import classes from './live.module.css';

/** A save shorter than this is not worth a word: it would flicker at each letter. */
const worthSaying = 1200;

const subscribeOnline = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};
export const useOnline = (): boolean => useSyncExternalStore(subscribeOnline, () => navigator.onLine);

/** How the page stands with the server, in plain words, said when it changes. `terse`: drawn as a dot while all is well. */
export function LinkMark({
  status,
  terse = false,
}: {
  readonly status: LinkStatus;
  readonly terse?: boolean;
}) {
  const t = useText();
  const shown = useSettled(status);
  const hint = shown === 'connecting' || shown === 'saving' ? undefined : t(`live.${shown}Hint`);
  return (
    <span className={classes.status} data-status={shown} role="status" title={hint}>
      <span data-dot="" />
      {terse && shown === 'live' ? <VisuallyHidden>{t('live.live')}</VisuallyHidden> : t(`live.${shown}`)}
    </span>
  );
}

function useSettled(status: LinkStatus): LinkStatus {
  const [late, setLate] = useState(false);
  const saving = status === 'saving';
  useEffect(() => {
    setLate(false);
    if (!saving) return;
    const timer = window.setTimeout(() => setLate(true), worthSaying);
    return () => window.clearTimeout(timer);
  }, [saving]);
  return saving && !late ? 'live' : status;
}
