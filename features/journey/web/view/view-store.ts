import { useSyncExternalStore } from 'react';
import type { Block } from '../../domain/clipboard/block.ts';
import type { EmotionPoint } from '../../domain/schema.ts';
import { type CellPlace, type Place, placeKey } from './place.ts';

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
  /** Where Tab enters the map when nothing is chosen. */
  readonly home: string | null;
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
  /** Place keys of the cells and items chosen together; empty when only the place is. */
  readonly marked: ReadonlySet<string>;
  /** Where choosing several began: the corner of the block that stays. */
  readonly anchor: CellPlace | null;
  /** A block that is wider than what is left of the map: the reader is asked what to do. */
  readonly beyond: {
    readonly place: CellPlace;
    readonly block: Block;
    readonly columns: number;
    readonly locked: boolean;
  } | null;
  /** Where the reader was before following links, the latest last. */
  readonly trail: readonly Place[];
  /** Place keys where the words looked for are. */
  readonly hits: ReadonlySet<string>;
  /** The one of them looked at. */
  readonly found: string | null;
  /** The search is open. */
  readonly finding: boolean;
  /** How large the map is drawn; 1 is as designed. */
  readonly zoom: number;
  /** The small picture of the whole map is in sight. */
  readonly overview: boolean;
  /** Personas put side by side; else empty. */
  readonly compared: readonly string[];
  /** Place keys of the cells that differ between them. */
  readonly differing: ReadonlySet<string>;
  /** Ids of the cards that the filter puts in the background. */
  readonly faded: ReadonlySet<string>;
};

/**
 * What one reader looks at and types; never stored, never shared (the others see the place through awareness).
 * Outside React's tree so that moving the focus redraws the two cells concerned and not the map.
 */
export type ViewStore = {
  readonly get: () => ViewState;
  readonly set: (patch: Partial<ViewState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Moves the selection, and the focus of the page with it unless `quiet`. What was chosen together is let go unless `keep`. */
  readonly goTo: (
    place: Place | null,
    options?: { readonly quiet?: boolean; readonly keep?: boolean },
  ) => void;
  /** Place whose element must get the focus as soon as it is drawn. */
  wanted: string | null;
};

const nothing: ReadonlySet<string> = new Set();

export function createViewStore(): ViewStore {
  let state: ViewState = {
    place: null,
    key: null,
    home: null,
    asked: 0,
    editing: null,
    reading: 'felt',
    menu: null,
    laneMenu: null,
    sheetOpen: false,
    helpOpen: false,
    marked: nothing,
    anchor: null,
    beyond: null,
    trail: [],
    hits: nothing,
    found: null,
    finding: false,
    zoom: 1,
    overview: false,
    compared: [],
    differing: nothing,
    faded: nothing,
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
      const unmarked =
        options?.keep || key === state.key || state.marked.size === 0
          ? {}
          : { marked: nothing, anchor: null };
      set({ place: key === state.key ? state.place : place, key, asked, editing: null, ...unmarked });
    },
    wanted: null,
  };
  return store;
}

export const useView = <T>(store: ViewStore, select: (state: ViewState) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store.get()));
