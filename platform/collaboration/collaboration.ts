import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Redis } from '@hocuspocus/extension-redis';
import * as Y from 'yjs';
import { diff } from '#kit/document/changes.ts';
import { readVersioned } from '#kit/document/migrate.ts';
import { type Reading, readChanges, type SetAside } from '#kit/document/read-document.ts';
import type { DocumentKind, DocumentOf } from '#kit/document/schema.ts';
import { type CloseReason, type DocumentAddress, documentName } from '#kit/document/wire.ts';
import { toYDoc } from '#kit/document/yjs.ts';
import type { NewId, WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Logger } from '#platform/telemetry/log.ts';
import type { DocumentStore, DocumentSummary, VersionSummary } from './document-store.ts';
import { titleOf } from './ledger.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { createLiveEditing, type Editor } from './live-editing.ts';
import { OpenLedgers } from './open-ledgers.ts';

export type CollaborationOptions = {
  readonly store: DocumentStore;
  /** Every kind of document this server knows. */
  readonly kinds: readonly DocumentKind[];
  readonly logger: Logger;
  readonly now: () => Date;
  readonly newId: NewId;
  /** Tells other server processes (`createRedisExtension`); ended with the rest. */
  readonly redis?: Redis | undefined;
  /** Who is asking, and whether they may edit; undefined refuses. Without it everybody edits as the owner. */
  readonly authorize?: (headers: Headers, address: DocumentAddress) => Promise<Editor | undefined>;
  /** Milliseconds the JSON projection may lag behind the edits. */
  readonly projectionDelay?: number;
  /** Milliseconds of activity covered by one automatic version. */
  readonly versionEvery?: number;
  readonly limits?: Partial<Limits>;
};

/** A document as read: its JSON, and what of the stored state does not parse. */
export type ReadDocument<D> = Reading<D> & { readonly id: string };

/**
 * All work on documents, from pages, scripts and imports alike. Every write goes through the live document, so that a
 * script and ten people can edit at once. Problems of all methods: `document.not-found` (404), `document.deleted` (410),
 * `document.store-unavailable` (503), `document.newer-version` (409), `document.too-large` (413), and those named.
 */
export type Collaboration = {
  /** Takes the upgrades of `collaborationPath`. Host and Origin must have been checked. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;

  /** `document.exists` (409) when the id is taken. */
  create<K extends DocumentKind>(
    workspaceId: WorkspaceId,
    kind: K,
    id: string,
    document: DocumentOf<K>,
  ): Promise<Result<void>>;
  /** The newest first; titles are never older than a restart. */
  list(workspaceId: WorkspaceId, kind?: string): Promise<DocumentSummary[]>;
  read<K extends DocumentKind>(
    workspaceId: WorkspaceId,
    kind: K,
    id: string,
  ): Promise<Result<ReadDocument<DocumentOf<K>>>>;
  /** Changes from outside are checked first: `document.invalid-change` {index, path, issue}; all are applied, or none. */
  edit<K extends DocumentKind>(
    workspaceId: WorkspaceId,
    kind: K,
    id: string,
    changes: readonly unknown[],
    author: string,
  ): Promise<Result<DocumentOf<K>>>;
  /** Brings the document to this JSON, of any known model version, by the difference. Tells what had to be left out. */
  replace<K extends DocumentKind>(
    workspaceId: WorkspaceId,
    kind: K,
    id: string,
    file: { readonly version: number; readonly document: unknown },
    author: string,
  ): Promise<Result<{ readonly document: DocumentOf<K>; readonly setAside: readonly SetAside[] }>>;
  /** Whoever is editing it is told, and can do no more. */
  remove(workspaceId: WorkspaceId, kind: DocumentKind, id: string): Promise<Result<void>>;

  saveVersion(
    workspaceId: WorkspaceId,
    kind: DocumentKind,
    id: string,
    name: string,
    author: string,
  ): Promise<Result<{ readonly id: string }>>;
  /** The newest first; automatic ones have no name. */
  listVersions(workspaceId: WorkspaceId, id: string): Promise<VersionSummary[]>;
  /** The document as it was then, in the current model. `document.version-not-found` (404). */
  readVersion<K extends DocumentKind>(
    workspaceId: WorkspaceId,
    kind: K,
    id: string,
    versionId: string,
  ): Promise<Result<Reading<DocumentOf<K>>>>;
  /** Goes back by the difference, after keeping the present state as an automatic version: restoring can be undone. */
  restore<K extends DocumentKind>(
    workspaceId: WorkspaceId,
    kind: K,
    id: string,
    versionId: string,
    author: string,
  ): Promise<Result<DocumentOf<K>>>;

  stats(): CollaborationStats;
  /** Ends all sessions, writes what is left to write. */
  destroy(): Promise<void>;
};

const lockOf = ({ lock }: DocumentKind, present: Readonly<Record<string, unknown>>): object =>
  lock ? { [lock.field]: present[lock.field] } : {};

export type CollaborationStats = {
  readonly connections: number;
  readonly liveDocuments: number;
  readonly openDocuments: number;
  /** Sessions ended by the server since start, by reason. */
  readonly refused: Readonly<Record<string, number>>;
};

export function createCollaboration(options: CollaborationOptions): Collaboration {
  const { store, logger, now, newId } = options;
  const kinds = new Map(options.kinds.map((kind) => [kind.kind, kind]));
  const limits = { ...defaultLimits, ...options.limits };
  const refused: Record<string, number> = {};
  const ledgers = new OpenLedgers({
    store,
    logger,
    now,
    newId,
    projectionDelay: options.projectionDelay ?? 300,
    versionEvery: options.versionEvery ?? 10 * 60_000,
    limits,
  });
  const live = createLiveEditing({
    ledgers,
    kinds,
    logger,
    limits,
    redis: options.redis,
    authorize: options.authorize ?? (async () => ({ author: 'owner', readOnly: false })),
    onRefused(reason: CloseReason) {
      refused[reason] = (refused[reason] ?? 0) + 1;
    },
  });
  const at = (workspaceId: WorkspaceId, kind: DocumentKind, documentId: string): DocumentAddress => ({
    workspaceId,
    kind: kind.kind,
    documentId,
  });

  const collaboration: Collaboration = {
    handleUpgrade: live.handleUpgrade,

    create(workspaceId, kind, id, document) {
      const ydoc = toYDoc(kind, document);
      const state = Y.encodeStateAsUpdate(ydoc);
      ydoc.destroy();
      const { version } = kind;
      const row = {
        id,
        kind: kind.kind,
        version,
        title: titleOf(document),
        projection: document,
        state,
        at: now(),
      };
      return store.create(workspaceId, row);
    },

    async list(workspaceId, kind) {
      const documents = await store.list(workspaceId, kind);
      const stale = documents.filter((document) => document.stale && kinds.has(document.kind));
      if (stale.length === 0) return documents;
      for (const document of stale) {
        const known = kinds.get(document.kind)!;
        await ledgers.use(known, at(workspaceId, known, document.id), (ledger) => ledger.refresh());
      }
      return store.list(workspaceId, kind);
    },

    async read(workspaceId, kind, id) {
      const ledger = ledgers.acquire(kind, at(workspaceId, kind, id));
      try {
        const reading = await ledger.read();
        return reading.ok ? ok({ ...(reading.value as Reading<DocumentOf<typeof kind>>), id }) : reading;
      } finally {
        ledgers.release(ledger);
      }
    },

    edit: (workspaceId, kind, id, raw, author) =>
      ledgers.use(kind, at(workspaceId, kind, id), async (ledger) => {
        const changes = readChanges(kind, raw);
        if (!changes.ok) return changes;
        return (await ledger.edit(author, () => changes)) as Result<DocumentOf<typeof kind>>;
      }),

    replace: (workspaceId, kind, id, file, author) =>
      ledgers.use(kind, at(workspaceId, kind, id), async (ledger) => {
        const target = readVersioned(kind, file.version, file.document);
        if (!target.ok) return target;
        const { document, setAside } = target.value;
        const done = await ledger.edit(author, (present) =>
          ok(diff(kind.layout.collections.keys(), present, document)),
        );
        return done.ok ? ok({ document: done.value as DocumentOf<typeof kind>, setAside }) : done;
      }),

    async remove(workspaceId, kind, id) {
      const address = at(workspaceId, kind, id);
      const found = await store.find(workspaceId, id);
      if (found?.kind !== kind.kind) return fail(problem('document.not-found', { id }, 404));
      const removed = await store.remove(workspaceId, id, now());
      if (!removed.ok) return removed;
      ledgers.find(address)?.markGone();
      live.end(documentName(address), 'document.deleted');
      return ok(undefined);
    },

    saveVersion: (workspaceId, kind, id, name, author) =>
      ledgers.use(kind, at(workspaceId, kind, id), (ledger) => ledger.saveVersion(author, name)),

    listVersions: (workspaceId, id) => store.listVersions(workspaceId, id),

    async readVersion(workspaceId, kind, id, versionId) {
      const version = await store.findVersion(workspaceId, id, versionId);
      if (!version) return fail(problem('document.version-not-found', { id: versionId }, 404));
      return readVersioned(kind, version.modelVersion, version.projection);
    },

    async restore(workspaceId, kind, id, versionId, author) {
      const version = await collaboration.readVersion(workspaceId, kind, id, versionId);
      if (!version.ok) return version;
      return ledgers.use(kind, at(workspaceId, kind, id), async (ledger) => {
        const kept = await ledger.saveVersion(author, undefined);
        if (!kept.ok) return kept;
        const { document } = version.value;
        // A lock is of now: going back to a time before it does not open it.
        const plan = (present: Readonly<Record<string, unknown>>) =>
          ok(diff(kind.layout.collections.keys(), present, { ...document, ...lockOf(kind, present) }));
        return (await ledger.edit(author, plan)) as Result<DocumentOf<typeof kind>>;
      });
    },

    stats: () => ({
      connections: live.connections(),
      liveDocuments: live.documents(),
      openDocuments: ledgers.size,
      refused: { ...refused },
    }),

    async destroy() {
      await live.destroy();
      await ledgers.closeAll();
    },
  };
  return collaboration;
}
