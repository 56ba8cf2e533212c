import { useSyncExternalStore } from 'react';
import { placeOfTarget } from '../../domain/reference.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { addressOf } from '../view/place.ts';

/** How many open threads are about which place, and whether the comments are beside the map. */
export type TalkStore = {
  readonly subscribe: (listener: () => void) => () => void;
  /** Open threads about this place itself. */
  readonly at: (placeKey: string) => number;
  /** Open threads of the whole map. */
  readonly open: () => number;
  /** Counts anew; tells who listens only where a count changed. */
  readonly take: (map: JourneyMap) => void;
  /** null: closed. `writing` counts the demands to write, 0 when the comments were only opened to be read. */
  readonly panel: () => TalkPanel | null;
  readonly show: (panel: 'read' | 'write' | null) => void;
};
export type TalkPanel = { readonly writing: number };

export function createTalkStore(): TalkStore {
  const listeners = new Set<() => void>();
  let seen: Pick<JourneyMap, 'comments' | 'cards' | 'touchpoints' | 'lanes' | 'steps'> | undefined;
  let counts = new Map<string, number>();
  let panel: TalkPanel | null = null;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    at: (key) => counts.get(key) ?? 0,
    open: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    take(map) {
      const { comments, cards, touchpoints, lanes, steps } = map;
      if (
        seen?.comments === comments &&
        (Object.keys(comments).length === 0 ||
          (seen.cards === cards &&
            seen.touchpoints === touchpoints &&
            seen.lanes === lanes &&
            seen.steps === steps))
      )
        return;
      seen = { comments, cards, touchpoints, lanes, steps };
      const now = countsOf(map);
      const same = now.size === counts.size && [...now].every(([key, count]) => counts.get(key) === count);
      if (same) return;
      counts = now;
      tell();
    },
    panel: () => panel,
    show(wanted) {
      if (wanted === null && panel === null) return;
      panel = wanted === null ? null : { writing: (panel?.writing ?? 0) + (wanted === 'write' ? 1 : 0) };
      tell();
    },
  };
}

/** Threads about the map as a whole are counted under the empty key. */
function countsOf(map: JourneyMap): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { target, resolved } of Object.values(map.comments)) {
    if (resolved !== null) continue;
    const key = addressOf(placeOfTarget(map, target));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export const useTalkAt = (store: TalkStore, key: string): number =>
  useSyncExternalStore(store.subscribe, () => store.at(key));

export const useOpenThreads = (store: TalkStore): number => useSyncExternalStore(store.subscribe, store.open);

export const useTalkPanel = (store: TalkStore): TalkPanel | null =>
  useSyncExternalStore(store.subscribe, store.panel);
