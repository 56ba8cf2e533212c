import { and, asc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import {
  type Dashboard,
  type DashboardSettings,
  dashboardSchema,
} from '#measure/domain/dashboard/dashboard.ts';
import type { Database } from '#platform/postgres/database.ts';
import { dashboardTable as table } from '#platform/postgres/tables/dashboard.ts';

export type DashboardStore = {
  /** The oldest first. */
  list(workspaceId: WorkspaceId): Promise<Dashboard[]>;
  add(workspaceId: WorkspaceId, dashboard: Dashboard): Promise<void>;
  /** The dashboard after the change; undefined when there is none. */
  change(workspaceId: WorkspaceId, id: string, settings: DashboardSettings): Promise<Dashboard | undefined>;
  /** False when there is none. */
  remove(workspaceId: WorkspaceId, id: string): Promise<boolean>;
};

export function createDashboardStore(db: Database): DashboardStore {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, id));
  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(asc(table.createdAt), asc(table.id));
      return rows.map(dashboardOf);
    },
    async add(workspaceId, { createdAt, ...dashboard }) {
      await db.insert(table).values({ ...dashboard, workspaceId, createdAt: new Date(createdAt) });
    },
    async change(workspaceId, id, { name, tiles }) {
      const [row] = await db.update(table).set({ name, tiles }).where(one(workspaceId, id)).returning();
      return row && dashboardOf(row);
    },
    async remove(workspaceId, id) {
      const removed = await db.delete(table).where(one(workspaceId, id)).returning({ id: table.id });
      return removed.length > 0;
    },
  };
}

const dashboardOf = (row: typeof table.$inferSelect): Dashboard =>
  dashboardSchema.parse({ ...row, createdAt: row.createdAt.toISOString() });
