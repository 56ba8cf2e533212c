import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';

/** Somebody else in the same document. */
export type Peer = {
  readonly id: number;
  /** From 1, in the order everybody sees: names a guest who did not say who they are. */
  readonly rank: number;
  /** Empty: they did not say. */
  readonly name: string;
  /** Index in the six colours. */
  readonly colour: number;
  /** What they look at, as the page names its places. */
  readonly place: string | null;
  /** They ask the others to look where they look. */
  readonly inviting: boolean;
  /** Whom they follow, by id. */
  readonly following: number | null;
};

/** Who else is here and where; `peers` gives the same list until somebody came, went or moved. */
export type Presence = {
  /** One's own id among the peers of the others. */
  readonly self: number;
  readonly subscribe: (listener: () => void) => () => void;
  readonly peers: () => readonly Peer[];
  readonly peerAt: (place: string) => Peer | undefined;
  /** All places somebody looks at, with who does; never altered, another object once somebody moved. */
  readonly places: () => ReadonlyMap<string, Peer>;
  /** Tells the others what I look at. */
  readonly show: (place: string | null) => void;
  /** Tells the others my name. */
  readonly introduce: (name: string) => void;
  /** Asks the others to follow me, or no longer. */
  readonly invite: (inviting: boolean) => void;
  /** Tells whom I follow. */
  readonly following: (peerId: number | null) => void;
};

/** Peers send anything: what does not parse is somebody without a name who looks nowhere. */
const stateSchema = z.object({
  presence: z.object({
    name: z.string().max(80).catch(''),
    colour: z.int().min(0).max(5).catch(0),
    place: z.string().max(300).nullable().catch(null),
    inviting: z.boolean().catch(false),
    following: z.int().nullable().catch(null),
  }),
});

/** The people in a live document. `me` is what the others see of this reader. */
export function presenceOf(awareness: Awareness, me: { readonly name: string }): Presence {
  let known: readonly Peer[] | undefined;
  let before: ReadonlyMap<number, Peer> = new Map();
  let byPlace: ReadonlyMap<string, Peer> = new Map();
  const listeners = new Set<() => void>();
  awareness.on('change', () => {
    known = undefined;
    for (const listener of [...listeners]) listener();
  });
  let own: Omit<Peer, 'id' | 'rank'> = {
    name: me.name,
    colour: awareness.clientID % 6,
    place: null,
    inviting: false,
    following: null,
  };
  const say = (patch: Partial<typeof own>) => {
    own = { ...own, ...patch };
    awareness.setLocalStateField('presence', own);
  };
  say({});
  const peers = () => {
    if (known === undefined) {
      known = othersOf(awareness.getStates(), awareness.clientID, before);
      before = new Map(known.map((peer) => [peer.id, peer]));
      byPlace = new Map(
        known.flatMap((peer) => (peer.place === null ? [] : [[peer.place, peer] as const])).reverse(),
      );
    }
    return known;
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    peers,
    peerAt: (place) => {
      peers();
      return byPlace.get(place);
    },
    places: () => {
      peers();
      return byPlace;
    },
    show: (place) => say({ place }),
    introduce: (name) => say({ name }),
    invite: (inviting) => say({ inviting }),
    following: (following) => say({ following }),
    self: awareness.clientID,
  };
}

/** Everybody else; who did not change stays the same object. */
function othersOf(
  states: ReadonlyMap<number, unknown>,
  self: number,
  before: ReadonlyMap<number, Peer>,
): Peer[] {
  return [...states]
    .sort(([a], [b]) => a - b)
    .flatMap(([id, state], index) => {
      const parsed = stateSchema.safeParse(state);
      if (!parsed.success || id === self) return [];
      const peer: Peer = { id, rank: index + 1, ...parsed.data.presence };
      const former = before.get(id);
      return [former && samePeer(former, peer) ? former : peer];
    });
}

const samePeer = (a: Peer, b: Peer): boolean =>
  (Object.keys(a) as (keyof Peer)[]).every((field) => a[field] === b[field]);
