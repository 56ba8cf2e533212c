import { foreignKey, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';

/** A figure somebody answers for: see `indicatorSchema`. */
export const indicatorTable = pgTable(
  'indicator',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    owner: text('owner').notNull(),
    definition: jsonb('definition').$type<unknown>().notNull(),
    target: jsonb('target').$type<unknown>(),
    unit: text('unit').notNull(),
    grain: text('grain').notNull(),
    by: text('told_by'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** What was told once of one period of an indicator: see `alertSchema`. */
export const indicatorAlertTable = pgTable(
  'indicator_alert',
  {
    workspaceId: text('workspace_id').notNull(),
    indicatorId: text('indicator_id').notNull(),
    /** First day of the period. */
    period: text('period').notNull(),
    found: jsonb('found').$type<unknown>().notNull(),
    raisedAt: moment('raised_at').notNull(),
    sent: jsonb('sent').$type<unknown>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.indicatorId, table.period] }),
    foreignKey({
      name: 'indicator_alert_indicator_fk',
      columns: [table.workspaceId, table.indicatorId],
      foreignColumns: [indicatorTable.workspaceId, indicatorTable.id],
    }).onDelete('cascade'),
  ],
);

/** Where the alerts of a workspace go: see `alertRouteSchema`. */
export const alertRouteTable = pgTable('alert_route', {
  workspaceId: text('workspace_id').primaryKey(),
  route: jsonb('route').$type<unknown>().notNull(),
});
