import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, moment } from '../columns.ts';

/**
 * What people write together. The truth is `document_snapshot` + the updates after it; `projection` is what is read,
 * listed and searched, and follows the truth within a second.
 */
export const documentTable = pgTable(
  'document',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    /** Version of the kind's model the stored state is in. */
    version: integer('version').notNull(),
    title: text('title').notNull(),
    projection: jsonb('projection').$type<Record<string, unknown>>().notNull(),
    /** Number of the last update the projection has seen; never goes back. */
    projectedSeq: integer('projected_seq').notNull().default(0),
    /** Number of the last update appended: the next one is numbered under this row's lock, so that order of numbers is order of commits. */
    lastSeq: integer('last_seq').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    deletedAt: moment('deleted_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('document_by_kind')
      .on(table.workspaceId, table.kind, table.updatedAt)
      .where(sql`${table.deletedAt} is null`),
  ],
);

/** Updates since the snapshot, append-only. What is here has been acknowledged, or may be. */
export const documentUpdateTable = pgTable(
  'document_update',
  {
    workspaceId: text('workspace_id').notNull(),
    documentId: text('document_id').notNull(),
    seq: integer('seq').notNull(),
    data: bytea('data').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.documentId, table.seq] }),
    foreignKey({
      name: 'document_update_document_fk',
      columns: [table.workspaceId, table.documentId],
      foreignColumns: [documentTable.workspaceId, documentTable.id],
    }).onDelete('cascade'),
  ],
);

/** All updates up to `seq`, merged; one row a document. */
export const documentSnapshotTable = pgTable(
  'document_snapshot',
  {
    workspaceId: text('workspace_id').notNull(),
    documentId: text('document_id').notNull(),
    seq: integer('seq').notNull(),
    state: bytea('state').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.documentId] }),
    foreignKey({
      name: 'document_snapshot_document_fk',
      columns: [table.workspaceId, table.documentId],
      foreignColumns: [documentTable.workspaceId, documentTable.id],
    }).onDelete('cascade'),
  ],
);

/** A state of the document to come back to, as JSON of model `modelVersion` (migrated when read). */
export const documentVersionTable = pgTable(
  'document_version',
  {
    workspaceId: text('workspace_id').notNull(),
    documentId: text('document_id').notNull(),
    id: text('id').notNull(),
    /** Null for an automatic version. */
    name: text('name'),
    author: text('author').notNull(),
    modelVersion: integer('model_version').notNull(),
    /** Number of the last update it holds: tells apart versions made in the same millisecond. */
    seq: integer('seq').notNull().default(0),
    projection: jsonb('projection').$type<Record<string, unknown>>().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.documentId, table.id] }),
    index('document_version_by_time').on(table.workspaceId, table.documentId, table.at),
    foreignKey({
      name: 'document_version_document_fk',
      columns: [table.workspaceId, table.documentId],
      foreignColumns: [documentTable.workspaceId, documentTable.id],
    }).onDelete('cascade'),
  ],
);
