import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** All that one organisation keeps here; its id is the first column of every other table. */
export const workspaceTable = pgTable('workspace', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  language: text('language').notNull(),
  zone: text('zone').notNull(),
  minimum: integer('minimum').notNull(),
  demonstration: boolean('demonstration').notNull().default(false),
  /** Drawn by the database when the workspace is made; customers are told by pseudonyms made with it. Never leaves the server. */
  pseudonymKey: uuid('pseudonym_key').notNull().defaultRandom(),
  createdAt: moment('created_at').notNull(),
});
