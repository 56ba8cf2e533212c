import { useSyncExternalStore } from 'react';
import type { Peer, Presence } from '#ui/live/presence.ts';

/** Everybody else on the map. */
export const usePeers = (presence: Presence): readonly Peer[] =>
  useSyncExternalStore(presence.subscribe, presence.peers);
