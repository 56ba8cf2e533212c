import type { Change } from '#kit/document/changes.ts';
import type { DocumentConnection } from '#kit/document/connect.ts';
import type { Problem } from '#kit/problem.ts';
import { type Presence, presenceOf } from '#ui/live/presence.ts';
import type { journeyMapDocument } from '../domain/document.ts';
import type { JourneyMap } from '../domain/schema.ts';

export type MapConnection = DocumentConnection<typeof journeyMapDocument>;

/**
 * What the map page needs of a live document. Each reading gives the same object until something changed;
 * `subscribe` covers the document and its status, `presence` who else is here and where (places by `placeKey`).
 */
export type MapSource = {
  readonly subscribe: (listener: () => void) => () => void;
  /** undefined until the document is there. */
  readonly map: () => JourneyMap | undefined;
  readonly presence: Presence;
  /** Sends an edit; it is on the page at once. Answers why not, if it was not. */
  readonly change: (changes: readonly Change[]) => Problem | undefined;
  readonly undo: () => void;
  readonly redo: () => void;
};

/** The document of a map and the people on it, as the page reads them. */
export const mapSource = (connection: MapConnection): MapSource => ({
  subscribe: connection.subscribe,
  map: () => connection.snapshot().document,
  presence: presenceOf(connection.awareness, { name: '' }),
  change(changes) {
    const result = connection.change(changes);
    return result.ok ? undefined : result.problem;
  },
  undo: connection.undo,
  redo: connection.redo,
});
