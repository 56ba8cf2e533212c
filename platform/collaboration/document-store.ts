import type { WorkspaceId } from '#kit/ids.ts';
import type { Result } from '#kit/result.ts';

/** What lists show of a document, and where its projection stands. */
export type DocumentSummary = {
  readonly id: string;
  readonly kind: string;
  /** Version of the model of the stored state and of the projection. */
  readonly version: number;
  readonly title: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** True when updates came after the projection (the process died in between): read it again from the log. */
  readonly stale: boolean;
};

export type StoredDocument = DocumentSummary & { readonly projection: Readonly<Record<string, unknown>> };

/** The truth about a document: a snapshot and the updates after it, in order. */
export type DocumentLog = {
  readonly kind: string;
  readonly snapshot: Uint8Array | undefined;
  readonly updates: readonly Uint8Array[];
  /** Number of the last update given here; 0 before the first. */
  readonly seq: number;
};

export type NewDocument = {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly title: string;
  readonly projection: Readonly<Record<string, unknown>>;
  /** The whole collaborative document as one update. */
  readonly state: Uint8Array;
  readonly at: Date;
};

export type Projected = {
  /** Number of the last update this projection has seen; an older one than what is stored is ignored. */
  readonly seq: number;
  readonly version: number;
  readonly title: string;
  readonly projection: Readonly<Record<string, unknown>>;
  readonly at: Date;
};

export type VersionSummary = {
  readonly id: string;
  /** Undefined for a version made automatically. */
  readonly name: string | undefined;
  readonly author: string;
  readonly at: Date;
};

export type StoredVersion = VersionSummary & {
  readonly modelVersion: number;
  /** Number of the last update it holds. */
  readonly seq: number;
  readonly projection: Readonly<Record<string, unknown>>;
};

/**
 * Where documents are kept. A document that was removed is no longer found by any method but `purge`.
 * Problems: `document.not-found` (404), `document.exists` (409).
 */
export type DocumentStore = {
  create(workspaceId: WorkspaceId, document: NewDocument): Promise<Result<void>>;
  /** The newest first. */
  list(workspaceId: WorkspaceId, kind?: string): Promise<DocumentSummary[]>;
  find(workspaceId: WorkspaceId, id: string): Promise<StoredDocument | undefined>;
  load(workspaceId: WorkspaceId, id: string): Promise<DocumentLog | undefined>;
  /** Updates numbered after `seq`; undefined when the document is gone. */
  loadAfter(
    workspaceId: WorkspaceId,
    id: string,
    seq: number,
  ): Promise<Omit<DocumentLog, 'kind'> | undefined>;
  /**
   * Numbers and keeps an update; when this answers, it is on disk. Gives its number. With `after`, only if that is
   * still the number of the last update; otherwise, as when the document is gone, `document.not-found`.
   */
  append(
    workspaceId: WorkspaceId,
    id: string,
    update: Uint8Array,
    at: Date,
    after?: number,
  ): Promise<Result<number>>;
  project(workspaceId: WorkspaceId, id: string, projected: Projected): Promise<void>;
  /** Replaces everything up to `seq` by one state; does nothing when a later snapshot is there. */
  compact(workspaceId: WorkspaceId, id: string, seq: number, state: Uint8Array, at: Date): Promise<void>;
  /** Sets the document aside, as if it were gone. */
  remove(workspaceId: WorkspaceId, id: string, at: Date): Promise<Result<void>>;
  /** Erases, with all their versions, documents removed before a moment; gives how many. */
  purge(workspaceId: WorkspaceId, removedBefore: Date): Promise<number>;
  addVersion(workspaceId: WorkspaceId, documentId: string, version: StoredVersion): Promise<Result<void>>;
  /** Erases the oldest automatic versions but `keep`; named ones stay. */
  pruneVersions(workspaceId: WorkspaceId, documentId: string, keep: number): Promise<void>;
  /** The newest first; of one moment, the one that holds more. */
  listVersions(workspaceId: WorkspaceId, documentId: string): Promise<VersionSummary[]>;
  findVersion(workspaceId: WorkspaceId, documentId: string, id: string): Promise<StoredVersion | undefined>;
};
