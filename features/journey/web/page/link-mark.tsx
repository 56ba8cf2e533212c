import { useEffect, useState, useSyncExternalStore } from 'react';
import classes from '../map-page.module.css';
import type { LinkStatus } from '../source.ts';
import { useText } from '../text.ts';

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

/** How the page stands with the server, in plain words, said when it changes. */
export function LinkMark({ status }: { readonly status: LinkStatus }) {
  const t = useText();
  const shown = useSettled(status);
  const hint = shown === 'connecting' || shown === 'saving' ? undefined : t(`status.${shown}Hint`);
  return (
    <span className={classes.status} data-status={shown} role="status" title={hint}>
      <span data-dot="" />
      {t(`status.${shown}`)}
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
