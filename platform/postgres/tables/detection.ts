import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** What gives a contact its persona: see `storedModelSchema`. */
export const detectionModelTable = pgTable(
  'detection_model',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    source: text('source').notNull(),
    revision: integer('revision').notNull(),
    model: jsonb('model').$type<unknown>().notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** A list of contacts in its present version. The contacts are in the engine; here is how they are read. */
export const contactListTable = pgTable(
  'contact_list',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    version: integer('version').notNull(),
    versionId: text('version_id').notNull(),
    fileName: text('file_name').notNull(),
    idColumn: text('id_column').notNull(),
    columns: jsonb('columns').$type<unknown>().notNull(),
    contacts: integer('contacts').notNull(),
    balance: jsonb('balance').$type<unknown>().notNull(),
    fingerprint: text('fingerprint'),
    importedAt: moment('imported_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** One attempt to bring contacts in; it outlives a failure, so that the reader can be told why. */
export const contactImportTable = pgTable(
  'contact_import',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    listId: text('list_id').notNull(),
    fileName: text('file_name').notNull(),
    status: text('status').notNull(),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at'),
    balance: jsonb('balance').$type<unknown>(),
    problem: jsonb('problem').$type<unknown>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('contact_import_unfinished').on(table.status),
  ],
);

/** One run of a detection model over a list of contacts: what it found stays when the model or the contacts are gone. */
export const attributionRunTable = pgTable(
  'attribution_run',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    listId: text('list_id').notNull(),
    listVersion: integer('list_version').notNull(),
    versionId: text('version_id').notNull(),
    modelId: text('model_id').notNull(),
    modelName: text('model_name').notNull(),
    modelRevision: integer('model_revision').notNull(),
    at: moment('at').notNull(),
    summary: jsonb('summary').$type<unknown>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('attribution_run_by_list').on(table.workspaceId, table.listId, table.at),
  ],
);
