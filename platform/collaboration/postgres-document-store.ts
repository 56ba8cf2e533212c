import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok } from '#kit/result.ts';
import { type Database, type Queryable, withTransaction } from '#platform/postgres/database.ts';
import {
  documentTable as documents,
  documentSnapshotTable as snapshots,
  documentUpdateTable as updates,
  documentVersionTable as versions,
} from '#platform/postgres/tables/document.ts';
import type { DocumentLog, DocumentStore, VersionSummary } from './document-store.ts';

const summaryColumns = {
  id: documents.id,
  kind: documents.kind,
  version: documents.version,
  title: documents.title,
  createdAt: documents.createdAt,
  updatedAt: documents.updatedAt,
  stale: sql<boolean>`${documents.projectedSeq} < ${documents.lastSeq}`,
};

const present = (workspaceId: WorkspaceId, id: string) =>
  and(eq(documents.workspaceId, workspaceId), eq(documents.id, id), isNull(documents.deletedAt));

const notFound = (id: string) => fail(problem('document.not-found', { id }, 404));

/** Documents in PGlite or PostgreSQL. */
export function createPostgresDocumentStore(db: Database): DocumentStore {
  return {
    create: (workspaceId, { state, at, ...document }) =>
      withTransaction(db, async (tx) => {
        const row = { workspaceId, ...document, projectedSeq: 1, lastSeq: 1, createdAt: at, updatedAt: at };
        const inserted = await tx
          .insert(documents)
          .values(row)
          .onConflictDoNothing()
          .returning({ id: documents.id });
        if (inserted.length === 0) return fail(problem('document.exists', { id: document.id }, 409));
        await tx.insert(updates).values({ workspaceId, documentId: document.id, seq: 1, data: state, at });
        return ok(undefined);
      }),

    list: (workspaceId, kind) =>
      db
        .select(summaryColumns)
        .from(documents)
        .where(
          and(
            eq(documents.workspaceId, workspaceId),
            isNull(documents.deletedAt),
            kind === undefined ? undefined : eq(documents.kind, kind),
          ),
        )
        .orderBy(desc(documents.updatedAt), asc(documents.id)),

    async find(workspaceId, id) {
      const columns = { ...summaryColumns, projection: documents.projection };
      const rows = await db.select(columns).from(documents).where(present(workspaceId, id));
      return rows[0];
    },

    load: (workspaceId, id) =>
      withTransaction(db, async (tx) => {
        const rows = await tx
          .select({ kind: documents.kind })
          .from(documents)
          .where(present(workspaceId, id))
          // Compaction takes this lock too: snapshot and updates are read of one moment.
          .for('share');
        return rows[0] && { kind: rows[0].kind, ...(await readLog(tx, workspaceId, id, 0)) };
      }),

    loadAfter: (workspaceId, id, seq) =>
      withTransaction(db, async (tx) => {
        const rows = await tx
          .select({ lastSeq: documents.lastSeq })
          .from(documents)
          .where(present(workspaceId, id))
          .for('share');
        if (!rows[0]) return undefined;
        if (rows[0].lastSeq <= seq) return { snapshot: undefined, updates: [], seq };
        return readLog(tx, workspaceId, id, seq);
      }),

    async append(workspaceId, id, update, at, after) {
      const unchanged = after === undefined ? sql`true` : sql`last_seq = ${after}`;
      // One statement: the number is taken under the lock of the document's row, so numbers commit in order.
      const result = await db.execute<{ seq: number }>(sql`
        with numbered as (
          update ${documents} set last_seq = last_seq + 1
          where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null and ${unchanged}
          returning last_seq
        )
        insert into ${updates} (workspace_id, document_id, seq, data, at)
        select ${workspaceId}, ${id}, last_seq, ${sql.param(update, updates.data)}, ${sql.param(at, updates.at)}::timestamptz
        from numbered
        returning seq`);
      const seq = result.rows[0]?.seq;
      return seq === undefined ? notFound(id) : ok(seq);
    },

    async project(workspaceId, id, { seq, version, title, projection, at }) {
      await db
        .update(documents)
        .set({ projectedSeq: seq, version, title, projection, updatedAt: at })
        .where(and(present(workspaceId, id), lt(documents.projectedSeq, seq)));
    },

    async compact(workspaceId, id, seq, state, at) {
      await withTransaction(db, async (tx) => {
        const locked = await tx
          .select({ id: documents.id })
          .from(documents)
          .where(present(workspaceId, id))
          .for('update');
        if (locked.length === 0) return;
        const written = await tx
          .insert(snapshots)
          .values({ workspaceId, documentId: id, seq, state, at })
          .onConflictDoUpdate({
            target: [snapshots.workspaceId, snapshots.documentId],
            set: { seq, state, at },
            setWhere: lt(snapshots.seq, seq),
          })
          .returning({ seq: snapshots.seq });
        if (written.length === 0) return;
        await tx
          .delete(updates)
          .where(
            and(eq(updates.workspaceId, workspaceId), eq(updates.documentId, id), lte(updates.seq, seq)),
          );
      });
    },

    async remove(workspaceId, id, at) {
      const gone = await db
        .update(documents)
        .set({ deletedAt: at })
        .where(present(workspaceId, id))
        .returning({ id: documents.id });
      return gone.length === 0 ? notFound(id) : ok(undefined);
    },

    async purge(workspaceId, removedBefore) {
      const gone = await db
        .delete(documents)
        .where(
          and(
            eq(documents.workspaceId, workspaceId),
            isNotNull(documents.deletedAt),
            lt(documents.deletedAt, removedBefore),
          ),
        )
        .returning({ id: documents.id });
      return gone.length;
    },

    addVersion: (workspaceId, documentId, { name, ...version }) =>
      withTransaction(db, async (tx) => {
        const found = await tx
          .select({ id: documents.id })
          .from(documents)
          .where(present(workspaceId, documentId))
          .for('share');
        if (found.length === 0) return notFound(documentId);
        await tx.insert(versions).values({ workspaceId, documentId, name: name ?? null, ...version });
        return ok(undefined);
      }),

    async pruneVersions(workspaceId, documentId, keep) {
      const automatic = and(
        eq(versions.workspaceId, workspaceId),
        eq(versions.documentId, documentId),
        isNull(versions.name),
      );
      const tooMany = db
        .select({ id: versions.id })
        .from(versions)
        .where(automatic)
        .orderBy(desc(versions.at), desc(versions.seq), asc(versions.id))
        .offset(keep);
      await db.delete(versions).where(and(automatic, inArray(versions.id, tooMany)));
    },

    async listVersions(workspaceId, documentId) {
      const rows = await db
        .select({ id: versions.id, name: versions.name, author: versions.author, at: versions.at })
        .from(versions)
        .innerJoin(
          documents,
          and(eq(documents.workspaceId, versions.workspaceId), eq(documents.id, versions.documentId)),
        )
        .where(and(present(workspaceId, documentId), eq(versions.workspaceId, workspaceId)))
        .orderBy(desc(versions.at), desc(versions.seq), asc(versions.id));
      return rows.map(summaryOf);
    },

    async findVersion(workspaceId, documentId, id) {
      const rows = await db
        .select({
          id: versions.id,
          name: versions.name,
          author: versions.author,
          at: versions.at,
          modelVersion: versions.modelVersion,
          seq: versions.seq,
          projection: versions.projection,
        })
        .from(versions)
        .innerJoin(
          documents,
          and(eq(documents.workspaceId, versions.workspaceId), eq(documents.id, versions.documentId)),
        )
        .where(and(present(workspaceId, documentId), eq(versions.id, id)));
      const row = rows[0];
      return (
        row && { ...summaryOf(row), modelVersion: row.modelVersion, seq: row.seq, projection: row.projection }
      );
    },
  };
}

const summaryOf = (row: Omit<VersionSummary, 'name'> & { name: string | null }): VersionSummary => ({
  id: row.id,
  name: row.name ?? undefined,
  author: row.author,
  at: row.at,
});

async function readLog(
  tx: Queryable,
  workspaceId: WorkspaceId,
  id: string,
  after: number,
): Promise<Omit<DocumentLog, 'kind'>> {
  const found = await tx
    .select({ seq: snapshots.seq, state: snapshots.state })
    .from(snapshots)
    .where(
      and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.documentId, id), gt(snapshots.seq, after)),
    );
  const snapshot = found[0];
  const from = snapshot?.seq ?? after;
  const rows = await tx
    .select({ seq: updates.seq, data: updates.data })
    .from(updates)
    .where(and(eq(updates.workspaceId, workspaceId), eq(updates.documentId, id), gt(updates.seq, from)))
    .orderBy(asc(updates.seq));
  return {
    snapshot: snapshot?.state,
    updates: rows.map((row) => row.data),
    seq: rows.at(-1)?.seq ?? from,
  };
}
