import { foreignKey, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';
import { detectionModelTable } from './detection.ts';

/** A search for personas in a table: see `discoveryRecordSchema`. */
export const discoveryTable = pgTable(
  'persona_discovery',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    uploadId: text('upload_id').notNull(),
    fileName: text('file_name').notNull(),
    settings: jsonb('settings').$type<unknown>().notNull(),
    status: text('status').notNull(),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at'),
    problem: jsonb('problem').$type<unknown>(),
    kept: jsonb('kept').$type<unknown>(),
    /** What it found: see `foundPersonasSchema`. */
    found: jsonb('found').$type<unknown>(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** A short questionnaire that recovers the persona: see `questionnaireSchema`. */
export const questionnaireTable = pgTable(
  'persona_questionnaire',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    modelId: text('model_id').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: 'persona_questionnaire_model_fk',
      columns: [table.workspaceId, table.modelId],
      foreignColumns: [detectionModelTable.workspaceId, detectionModelTable.id],
    }).onDelete('cascade'),
  ],
);
