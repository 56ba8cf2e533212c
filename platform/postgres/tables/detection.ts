import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
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
