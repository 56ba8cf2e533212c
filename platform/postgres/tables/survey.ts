import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** A table of answers brought in whole. The answers are in the engine; here is how they are read. */
export const surveyTable = pgTable(
  'survey',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    /** The import that brought it. */
    importId: text('import_id').notNull(),
    name: text('name').notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 (hex) of the decompressed file: the same file twice adds nothing. */
    fingerprint: text('fingerprint').notNull(),
    simulated: boolean('simulated').notNull().default(false),
    /** Columns of the file in its order: a cell is kept under the place of its column. */
    columns: jsonb('columns').$type<unknown>().notNull(),
    mapping: jsonb('mapping').$type<unknown>().notNull(),
    respondents: integer('respondents').notNull(),
    balance: jsonb('balance').$type<unknown>().notNull(),
    firstAt: moment('first_at'),
    lastAt: moment('last_at'),
    importedAt: moment('imported_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('survey_by_fingerprint').on(table.workspaceId, table.fingerprint),
  ],
);

/** One attempt to bring in a file of answers; it outlives a failure, so that the reader can be told why. */
export const surveyImportTable = pgTable(
  'survey_import',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    /** Given before the first row is read; the earlier survey when the file was already there. */
    surveyId: text('survey_id').notNull(),
    fileName: text('file_name').notNull(),
    fileSize: bigint('file_size', { mode: 'number' }).notNull(),
    status: text('status').notNull(),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at'),
    balance: jsonb('balance').$type<unknown>(),
    problem: jsonb('problem').$type<unknown>(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('survey_import_unfinished').on(table.status),
  ],
);
