import { useCallback, useSyncExternalStore } from 'react';
import type { EmotionPoint } from '../../domain/schema.ts';
import { type Place, placeKey } from './place.ts';

/** What is being typed: an existing text, or a card or touchpoint that exists only once a letter is there. */
export type Editing = {
  readonly key: string;
  /** The letter that began it, typed on the cell; null when asked for otherwise. */
  readonly typed: string | null;
  /** A card or touchpoint to come, at this place in its cell. */
  readonly draft: { readonly afterId: string | null; readonly createdId: string | null } | null;
};

export type PagePoint = { readonly x: number; readonly y: number };

export type ViewState = {
  readonly place: Place | null;
  /** `placeKey` of the place, made once. */
  readonly key: string | null;
  /** Counts the demands of focus, so that asking again for the same place is seen. */
  readonly asked: number;
  readonly editing: Editing | null;
  /** Reading whose points are dragged. */
  readonly reading: EmotionPoint['reading'];
  /** Where a menu is open, in page pixels; null: beside the thing it is about. */
  readonly menu: { readonly place: Place; readonly at: PagePoint | null } | null;
  /** The list of lanes that can be added or shown again. */
  readonly laneMenu: { readonly after: string | undefined; readonly at: PagePoint | null } | null;
  readonly sheetOpen: boolean;
  readonly helpOpen: boolean;
};

/**
 * What one reader looks at and types; never stored, never shared (the others see the place through awareness).
 * Outside React's tree so that moving the focus redraws the two cells concerned and not the map.
 */
export type ViewStore = {
  readonly get: () => ViewState;
  readonly set: (patch: Partial<ViewState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Moves the selection, and the focus of the page with it unless `quiet`. */
  readonly goTo: (place: Place | null, options?: { readonly quiet?: boolean }) => void;
  /** Place whose element must get the focus as soon as it is drawn. */
  wanted: string | null;
  /** Where Tab enters the map when nothing is chosen. */
  home: string | null;
};

export function createViewStore(): ViewStore {
  let state: ViewState = {
    place: null,
    key: null,
    asked: 0,
    editing: null,
    reading: 'felt',
    menu: null,
    laneMenu: null,
    sheetOpen: false,
    helpOpen: false,
  };
  const listeners = new Set<() => void>();
  const set = (patch: Partial<ViewState>) => {
    state = { ...state, ...patch };
    for (const listener of [...listeners]) listener();
  };
  const store: ViewStore = {
    get: () => state,
    set,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    goTo(place, options) {
      const key = place ? placeKey(place) : null;
      store.wanted = options?.quiet ? null : key;
      const asked = state.asked + (store.wanted === null ? 0 : 1);
      set({ place: key === state.key ? state.place : place, key, asked, editing: null });
    },
    wanted: null,
    home: null,
  };
  return store;
}

export const useView = <T>(store: ViewStore, select: (state: ViewState) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store.get()));

/** Is this place the chosen one? */
export const useIsHere = (store: ViewStore, key: string): boolean =>
  useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.get().key === key, [store, key]),
  );

/** What is being typed at this place, if anything. */
export const useEditing = (store: ViewStore, key: string): Editing | null =>
  useSyncExternalStore(
    store.subscribe,
    useCallback(() => {
      const { editing } = store.get();
      return editing?.key === key ? editing : null;
    }, [store, key]),
  );

/** Tab stops once in the map: at the chosen place, else at its beginning. */
export const useTabIndex = (store: ViewStore, key: string): 0 | -1 =>
  useSyncExternalStore(
    store.subscribe,
    useCallback(() => ((store.get().key ?? store.home) === key ? 0 : -1), [store, key]),
  );
