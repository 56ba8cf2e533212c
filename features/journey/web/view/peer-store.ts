import { useSyncExternalStore } from 'react';
import type { Peer, Presence } from '#ui/live/presence.ts';

/** Who looks at which place, by place: a cell asks only for itself. */
export const usePeerAt = (presence: Presence, key: string): Peer | undefined =>
  useSyncExternalStore(presence.subscribe, () => presence.peerAt(key));

/** Everybody else on the map. */
export const usePeers = (presence: Presence): readonly Peer[] =>
  useSyncExternalStore(presence.subscribe, presence.peers);
