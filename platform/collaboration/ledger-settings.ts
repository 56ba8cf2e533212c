import type { NewId } from '#kit/ids.ts';
import type { Logger } from '#platform/telemetry/log.ts';
import type { DocumentStore } from './document-store.ts';
import type { Limits } from './limits.ts';

/** What every open document works with. */
export type LedgerSettings = {
  readonly store: DocumentStore;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly newId: NewId;
  /** Milliseconds the JSON projection may lag behind. */
  readonly projectionDelay: number;
  /** Milliseconds of activity covered by one automatic version. */
  readonly versionEvery: number;
  readonly limits: Limits;
};
