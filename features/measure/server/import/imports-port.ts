import type { WorkspaceId } from '#kit/ids.ts';
import type { ImportRecord } from '#measure/domain/event-import/import-record.ts';

/** What may change on a record once it exists. */
export type ImportChange = Partial<
  Pick<ImportRecord, 'status' | 'fingerprint' | 'endedAt' | 'balance' | 'problem' | 'replaces'>
>;

/**
 * The memory of imports. Every method is durable when its promise resolves: the import protocol counts on it
 * (`publishing` is the commit point). Contract suite: testing/imports-suite.ts.
 */
export type Imports = {
  add(workspaceId: ImportRecord['workspaceId'], record: ImportRecord): Promise<void>;
  /** Does nothing when the record is not there. */
  change(workspaceId: WorkspaceId, id: string, change: ImportChange): Promise<void>;
  get(workspaceId: WorkspaceId, id: string): Promise<ImportRecord | undefined>;
  /** Newest first. */
  list(workspaceId: WorkspaceId, sourceId?: string): Promise<ImportRecord[]>;
  remove(workspaceId: WorkspaceId, id: string): Promise<void>;
  /** `running`, `publishing` or `removing`, of every workspace: asked once, at start, before anything can import. */
  unfinished(): Promise<ImportRecord[]>;
};
