import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** A place events come from. What they are is in the engine; here is what people named. */
export const sourceTable = pgTable(
  'source',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    simulated: boolean('simulated').notNull().default(false),
    /** What was computed when the last import was published: counts, variants, ties, patience. */
    summary: jsonb('summary').$type<Record<string, unknown>>(),
    createdAt: moment('created_at').notNull(),
    /** What a journey is here, and the version of the identities its journeys were made with. */
    rule: jsonb('rule').$type<unknown>().notNull().default({ is: 'whole' }),
    identities: integer('identities').notNull().default(0),
    /** Its journeys are not yet made as these two say. */
    remaking: boolean('remaking').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** One entry of the history of who is who: see IdentityChange. The links themselves are in the engine. */
export const identityChangeTable = pgTable(
  'identity_change',
  {
    workspaceId: text('workspace_id').notNull(),
    version: integer('version').notNull(),
    at: moment('at').notNull(),
    author: text('author').notNull(),
    links: integer('links').notNull(),
    fileName: text('file_name'),
    setAside: integer('set_aside').notNull().default(0),
    written: jsonb('written').$type<unknown>().notNull(),
    undoes: integer('undoes'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.version] })],
);

/** One file brought into a source: see ImportRecord. */
export const eventImportTable = pgTable(
  'event_import',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    sourceId: text('source_id').notNull(),
    fileName: text('file_name').notNull(),
    fileSize: bigint('file_size', { mode: 'number' }).notNull(),
    fingerprint: text('fingerprint'),
    mapping: jsonb('mapping').$type<unknown>().notNull(),
    status: text('status').notNull(),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at'),
    balance: jsonb('balance').$type<unknown>(),
    replaces: text('replaces'),
    problem: jsonb('problem').$type<unknown>(),
    /** Order of arrival, where two started in the same millisecond. */
    position: integer('position').generatedAlwaysAsIdentity(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: 'event_import_source_fk',
      columns: [table.workspaceId, table.sourceId],
      foreignColumns: [sourceTable.workspaceId, sourceTable.id],
    }).onDelete('cascade'),
    index('event_import_by_source').on(table.workspaceId, table.sourceId, table.startedAt),
    index('event_import_unfinished').on(table.status),
  ],
);
