import { useSyncExternalStore } from 'react';
import type { MapSource, Peer } from '../source.ts';

/** Who looks at which place, by place: a cell asks only for itself. */
export type PeerStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly at: (placeKey: string) => Peer | undefined;
};

export function createPeerStore(source: MapSource): PeerStore {
  let seen: readonly Peer[] | undefined;
  let byPlace = new Map<string, Peer>();
  return {
    subscribe: source.subscribePeers,
    at(key) {
      const peers = source.peers();
      if (peers !== seen) {
        seen = peers;
        byPlace = new Map(
          peers.flatMap((peer) => (peer.place === null ? [] : [[peer.place, peer] as const])),
        );
      }
      return byPlace.get(key);
    },
  };
}

export const usePeerAt = (store: PeerStore, key: string): Peer | undefined =>
  useSyncExternalStore(store.subscribe, () => store.at(key));

/** Everybody else on the map. */
export const usePeers = (source: MapSource): readonly Peer[] =>
  useSyncExternalStore(source.subscribePeers, source.peers);
