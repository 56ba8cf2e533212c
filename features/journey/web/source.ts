import { z } from 'zod';
import type { Change } from '#kit/document/changes.ts';
import type { DocumentConnection } from '#kit/document/connect.ts';
import type { Problem } from '#kit/problem.ts';
import type { journeyMapDocument } from '../domain/document.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { parsePlace } from './view/place.ts';

export type MapConnection = DocumentConnection<typeof journeyMapDocument>;

/** How the page stands with the server. */
export type LinkStatus =
  | 'connecting'
  | 'live'
  | 'saving'
  | 'reading'
  | 'reconnecting'
  | 'offline'
  /** Offline, and this device keeps nothing (private window, full disk). */
  | 'unkept'
  | 'refused';

/** Somebody else on the map. */
export type Peer = {
  readonly id: number;
  /** From 1, in the order everybody sees: names a guest who did not say who they are. */
  readonly rank: number;
  /** Empty: they did not say. */
  readonly name: string;
  /** Index in the six colours. */
  readonly colour: number;
  /** `placeKey` of what they look at. */
  readonly place: string | null;
};

/**
 * What the map page needs of a live document. Each reading gives the same object until something changed;
 * `subscribe` covers the document and its status, `subscribePeers` who else is here.
 */
export type MapSource = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly subscribePeers: (listener: () => void) => () => void;
  /** undefined until the document is there. */
  readonly map: () => JourneyMap | undefined;
  readonly peers: () => readonly Peer[];
  /** Sends an edit; it is on the page at once. Answers why not, if it was not. */
  readonly change: (changes: readonly Change[]) => Problem | undefined;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Tells the others what I look at. */
  readonly show: (place: string | null) => void;
};

/** Peers send anything: what does not parse is somebody without a name who looks nowhere. */
const presenceSchema = z.object({
  name: z.string().max(80).catch(''),
  colour: z.int().min(0).max(5).catch(0),
  place: z
    .string()
    .refine((key) => parsePlace(key) !== undefined)
    .nullable()
    .catch(null),
});
const awarenessSchema = z.object({ presence: presenceSchema });

/** The document of a map and the people on it, as the page reads them. `me` is what the others see of this reader. */
export function mapSource(connection: MapConnection, me: { readonly name: string }): MapSource {
  const { awareness } = connection;
  let known: readonly Peer[] | undefined;
  const forget = () => {
    known = undefined;
  };
  awareness.setLocalStateField('presence', { name: me.name, colour: awareness.clientID % 6, place: null });
  return {
    subscribe: connection.subscribe,
    subscribePeers(listener) {
      const changed = () => {
        forget();
        listener();
      };
      awareness.on('change', changed);
      return () => awareness.off('change', changed);
    },
    map: () => connection.snapshot().document,
    peers() {
      known ??= othersOf(awareness.getStates(), awareness.clientID);
      return known;
    },
    change(changes) {
      const result = connection.change(changes);
      return result.ok ? undefined : result.problem;
    },
    undo: connection.undo,
    redo: connection.redo,
    show: (place) =>
      awareness.setLocalStateField('presence', { name: me.name, colour: awareness.clientID % 6, place }),
  };
}

function othersOf(states: ReadonlyMap<number, unknown>, self: number): Peer[] {
  return [...states]
    .sort(([a], [b]) => a - b)
    .flatMap(([id, state], index) => {
      const parsed = awarenessSchema.safeParse(state);
      return parsed.success && id !== self ? [{ id, rank: index + 1, ...parsed.data.presence }] : [];
    });
}

/** The status in the words of the page: `offline` of the connection is "no network", or "the server does not answer". */
export function linkStatus(state: ReturnType<MapConnection['snapshot']>, online: boolean): LinkStatus {
  if (state.status === 'offline' && !state.keptHere) return 'unkept';
  if (state.status === 'offline') return online ? 'reconnecting' : 'offline';
  if (state.status === 'live' && state.readOnly) return 'reading';
  if (state.status === 'live') return state.unsynced ? 'saving' : 'live';
  return state.status;
}
