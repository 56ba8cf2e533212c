import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Peer, Presence } from '#ui/live/presence.ts';
import { usePeers } from '../view/peer-store.ts';
import { parsePlace } from '../view/place.ts';
import type { ViewStore } from '../view/view-store.ts';

export type Following = {
  /** Who is followed; undefined: nobody. */
  readonly leader: Peer | undefined;
  readonly follow: (peerId: number | null) => void;
};

/**
 * Looks where somebody else looks, until Escape, until one acts on the map oneself, or until they leave. The focus stays
 * where it is: only the sight is led.
 */
export function useFollowing(presence: Presence, view: ViewStore): Following {
  const [leaderId, setLeaderId] = useState<number | null>(null);
  const leader = usePeers(presence).find(({ id }) => id === leaderId);
  const gone = leaderId !== null && leader === undefined;
  const key = leader?.place ?? null;
  const follow = useCallback(
    (peerId: number | null) => {
      setLeaderId(peerId);
      presence.following(peerId);
    },
    [presence],
  );
  useEffect(() => {
    if (gone) follow(null);
  }, [gone, follow]);
  useEffect(() => {
    const place = parsePlace(key);
    if (!place || view.get().editing) return;
    view.goTo(place, { quiet: true });
    document
      .querySelector(`[data-place="${CSS.escape(key ?? '')}"]`)
      ?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [key, view]);
  useEffect(() => {
    if (leaderId === null) return;
    const stop = (event: Event) => {
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      if (!escaped && !(event.target as Element | null)?.closest?.('[role="grid"]')) return;
      if (escaped) event.stopPropagation();
      follow(null);
    };
    document.addEventListener('keydown', stop, true);
    document.addEventListener('pointerdown', stop, true);
    return () => {
      document.removeEventListener('keydown', stop, true);
      document.removeEventListener('pointerdown', stop, true);
    };
  }, [leaderId, follow]);
  return useMemo(() => ({ leader, follow }), [leader, follow]);
}
