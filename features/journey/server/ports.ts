import type { NewId } from '#kit/ids.ts';
import type { Collaboration } from '#platform/collaboration/collaboration.ts';
import type { DocumentStore } from '#platform/collaboration/document-store.ts';

/** What the handlers of this room need from the world. */
export type JourneyPorts = {
  /** All writing goes through the live document, and so does reading one map: what was acknowledged is there. */
  readonly collaboration: Omit<Collaboration, 'handleUpgrade' | 'stats' | 'destroy'>;
  /** Projections, for lists: no document is opened to count its parts. */
  readonly documents: Pick<DocumentStore, 'find'>;
  readonly newId: NewId;
  /** The clock, in UTC: the evidence of an example is dated from today. */
  readonly now: () => Date;
  /** Who asks, as versions name them. */
  readonly author: string;
};
