import { useCallback, useSyncExternalStore } from 'react';
import type { Peer, Presence } from '#ui/live/presence.ts';
import type { TalkStore } from '../talk/talk-store.ts';
import { useMapContext } from './map-context.ts';
import type { Editing, ViewState, ViewStore } from './view-store.ts';

/** How a thing stands out: chosen with others, found by its words, looked at among what was found, left out by the filter, other for each persona. */
export type Standing = {
  readonly [mark in 'data-marked' | 'data-hit' | 'data-found' | 'data-faded' | 'data-differs']?: '';
};

/** What holds of one place of the map besides what is written there. The same object while nothing of it changed. */
export type Spot = {
  /** The chosen one. */
  readonly here: boolean;
  /** Tab stops once in the map: at the chosen place, else at its beginning. */
  readonly tabIndex: 0 | -1;
  /** What is being typed there. */
  readonly editing: Editing | null;
  readonly standing: Standing;
  /** Who else looks at it. */
  readonly peer: Peer | undefined;
  /** Open threads about it. */
  readonly comments: number;
};

/**
 * One question for all that can draw a place otherwise. On a map of a thousand places a step of the cursor, of one's own
 * or of somebody else's, is heard by the two places concerned and by no other.
 */
export type Spots = {
  /** `itemId`: the id of the card, which is what a filter names. */
  readonly subscribe: (key: string, itemId: string | null, listener: () => void) => () => void;
  readonly at: (key: string, itemId: string | null) => Spot;
};

const standings = Array.from(
  { length: 32 },
  (_, bits): Standing => ({
    ...(bits & 1 ? { 'data-marked': '' } : {}),
    ...(bits & 2 ? { 'data-hit': '' } : {}),
    ...(bits & 4 ? { 'data-found': '' } : {}),
    ...(bits & 8 ? { 'data-faded': '' } : {}),
    ...(bits & 16 ? { 'data-differs': '' } : {}),
  }),
);

const plain: Spot = {
  here: false,
  tabIndex: -1,
  editing: null,
  standing: standings[0]!,
  peer: undefined,
  comments: 0,
};

const fields = Object.keys(plain) as (keyof Spot)[];

export function createSpots(view: ViewStore, presence: Presence, talk: TalkStore): Spots {
  const listeners = new Map<string, Set<() => void>>();
  /** Places with something to say, as last told. */
  const told = new Map<string, Spot>();
  let detach: (() => void) | undefined;

  const look = (key: string, itemId: string | null): Spot => {
    const { key: chosen, home, editing, marked, hits, found, faded, differing } = view.get();
    const standing =
      (marked.has(key) ? 1 : 0) +
      (hits.has(key) ? 2 : 0) +
      (found === key ? 4 : 0) +
      (itemId !== null && faded.has(itemId) ? 8 : 0) +
      (differing.has(key) ? 16 : 0);
    const stop = (chosen ?? home) === key;
    const typed = editing?.key === key;
    const peer = presence.peerAt(key);
    const comments = talk.at(key);
    if (!stop && !typed && standing === 0 && peer === undefined && comments === 0) return plain;
    return {
      here: chosen === key,
      tabIndex: stop ? 0 : -1,
      editing: typed ? editing : null,
      standing: standings[standing]!,
      peer,
      comments,
    };
  };

  const tell = (names: ReadonlySet<string>) => {
    const concerned = new Set<() => void>();
    for (const name of names) for (const listener of listeners.get(name) ?? []) concerned.add(listener);
    for (const listener of concerned) listener();
  };

  const attach = () => {
    let [state, places, counts] = [view.get(), presence.places(), talk.counts()];
    const stops = [
      view.subscribe(() => {
        const before = state;
        state = view.get();
        tell(viewed(before, state));
      }),
      presence.subscribe(() => {
        const before = places;
        places = presence.places();
        tell(otherAt(before, places));
      }),
      talk.subscribe(() => {
        const before = counts;
        counts = talk.counts();
        tell(otherAt(before, counts));
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };

  const listen = (name: string, listener: () => void) => {
    const known = listeners.get(name);
    if (known) known.add(listener);
    else listeners.set(name, new Set([listener]));
  };
  const leave = (name: string, listener: () => void) => {
    const known = listeners.get(name);
    known?.delete(listener);
    if (known?.size === 0) listeners.delete(name);
  };

  return {
    subscribe(key, itemId, listener) {
      detach ??= attach();
      listen(key, listener);
      if (itemId !== null) listen(itemId, listener);
      return () => {
        leave(key, listener);
        if (itemId !== null) leave(itemId, listener);
        if (listeners.size > 0) return;
        detach?.();
        detach = undefined;
      };
    },
    at(key, itemId) {
      const spot = look(key, itemId);
      const before = told.get(key);
      if (before && fields.every((field) => before[field] === spot[field])) return before;
      if (spot === plain) told.delete(key);
      else told.set(key, spot);
      return spot;
    },
  };
}

/** The places (and the ids of cards) for which something changed between two states of the view. */
function viewed(before: ViewState, now: ViewState): Set<string> {
  const names = new Set<string>();
  const add = (a: string | null | undefined, b: string | null | undefined) => {
    if (typeof a === 'string') names.add(a);
    if (typeof b === 'string') names.add(b);
  };
  if (before.key !== now.key || before.home !== now.home) {
    add(before.key, now.key);
    add(before.home, now.home);
  }
  if (before.editing !== now.editing) add(before.editing?.key, now.editing?.key);
  if (before.found !== now.found) add(before.found, now.found);
  for (const list of ['marked', 'hits', 'faded', 'differing'] as const) {
    if (before[list] === now[list]) continue;
    for (const name of before[list]) if (!now[list].has(name)) names.add(name);
    for (const name of now[list]) if (!before[list].has(name)) names.add(name);
  }
  return names;
}

/** The keys under which two maps hold different things. */
function otherAt<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): Set<string> {
  const names = new Set<string>();
  for (const [name, thing] of before) if (now.get(name) !== thing) names.add(name);
  for (const name of now.keys()) if (!before.has(name)) names.add(name);
  return names;
}

/** What holds of a place now; who asks is drawn again only when an answer changes. */
export function useSpot(key: string, itemId: string | null = null): Spot {
  const { spots } = useMapContext();
  const subscribe = useCallback(
    (listener: () => void) => spots.subscribe(key, itemId, listener),
    [spots, key, itemId],
  );
  return useSyncExternalStore(subscribe, () => spots.at(key, itemId));
}
