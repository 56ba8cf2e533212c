import { useSyncExternalStore } from 'react';
import { awaits, type Thread, threadsOf } from '#kit/document/threads.ts';
import { placeOfTarget } from '../../domain/reference.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { addressOf } from '../view/place.ts';

/** How many open threads are about which place, and whether the comments are beside the map. */
export type TalkStore = {
  readonly subscribe: (listener: () => void) => () => void;
  /** Open threads about this place itself. */
  readonly at: (placeKey: string) => number;
  /** The same of all places that have some; the same object until a count changed. */
  readonly counts: () => ReadonlyMap<string, number>;
  /** Open threads of the whole map. */
  readonly open: () => number;
  /** Open threads in which this person is called and has not answered. */
  readonly awaiting: (name: string) => number;
  /** Counts anew; tells who listens only where a count changed. */
  readonly take: (map: JourneyMap) => void;
  /** null: closed. */
  readonly panel: () => TalkPanel | null;
  readonly show: (panel: 'read' | 'write' | 'mine' | null) => void;
};
/**
 * `writing` counts the demands to write, 0 when the comments were only opened to be read; `mine` those to see what waits
 * for this reader, 0 when the last demand was another one.
 */
export type TalkPanel = { readonly writing: number; readonly mine: number };

export function createTalkStore(): TalkStore {
  const listeners = new Set<() => void>();
  let seen:
    | Pick<JourneyMap, 'comments' | 'replies' | 'cards' | 'touchpoints' | 'lanes' | 'steps'>
    | undefined;
  let counts = new Map<string, number>();
  let threads: readonly Thread[] = [];
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
    counts: () => counts,
    open: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    awaiting: (name) => threads.filter((thread) => awaits(thread, name)).length,
    take(map) {
      const { comments, replies, cards, touchpoints, lanes, steps } = map;
      const silent = seen !== undefined && seen.comments === comments && seen.replies === replies;
      if (
        seen !== undefined &&
        silent &&
        (Object.keys(comments).length === 0 ||
          (seen.cards === cards &&
            seen.touchpoints === touchpoints &&
            seen.lanes === lanes &&
            seen.steps === steps))
      )
        return;
      seen = { comments, replies, cards, touchpoints, lanes, steps };
      if (!silent) threads = threadsOf(map);
      const now = countsOf(map);
      const same = now.size === counts.size && [...now].every(([key, count]) => counts.get(key) === count);
      if (same && silent) return;
      counts = now;
      tell();
    },
    panel: () => panel,
    show(wanted) {
      if (wanted === null && panel === null) return;
      panel =
        wanted === null
          ? null
          : {
              writing: (panel?.writing ?? 0) + (wanted === 'write' ? 1 : 0),
              mine: wanted === 'mine' ? (panel?.mine ?? 0) + 1 : 0,
            };
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

export const useOpenThreads = (store: TalkStore): number => useSyncExternalStore(store.subscribe, store.open);

export const useAwaiting = (store: TalkStore, name: string): number =>
  useSyncExternalStore(store.subscribe, () => store.awaiting(name));

export const useTalkPanel = (store: TalkStore): TalkPanel | null =>
  useSyncExternalStore(store.subscribe, store.panel);
