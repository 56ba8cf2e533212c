import { and, asc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import {
  type Indicator,
  type IndicatorSettings,
  indicatorSchema,
} from '#measure/domain/indicator/indicator.ts';
import type { Database } from '#platform/postgres/database.ts';
import { indicatorTable as table } from '#platform/postgres/tables/indicator.ts';

export type IndicatorStore = {
  /** The oldest first. */
  list(workspaceId: WorkspaceId): Promise<Indicator[]>;
  add(workspaceId: WorkspaceId, indicator: Indicator): Promise<void>;
  /** The indicator after the change; undefined when there is none. */
  change(workspaceId: WorkspaceId, id: string, settings: IndicatorSettings): Promise<Indicator | undefined>;
  /** With its alerts. False when there is none. */
  remove(workspaceId: WorkspaceId, id: string): Promise<boolean>;
};

export function createIndicatorStore(db: Database): IndicatorStore {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, id));
  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(asc(table.createdAt), asc(table.id));
      return rows.map(indicatorOf);
    },
    async add(workspaceId, { createdAt, ...indicator }) {
      await db.insert(table).values({ ...indicator, workspaceId, createdAt: new Date(createdAt) });
    },
    async change(workspaceId, id, { name, owner, definition, target, unit, grain, by }) {
      const [row] = await db
        .update(table)
        .set({ name, owner, definition, target, unit, grain, by })
        .where(one(workspaceId, id))
        .returning();
      return row && indicatorOf(row);
    },
    async remove(workspaceId, id) {
      const removed = await db.delete(table).where(one(workspaceId, id)).returning({ id: table.id });
      return removed.length > 0;
    },
  };
}

const indicatorOf = (row: typeof table.$inferSelect): Indicator =>
  indicatorSchema.parse({ ...row, createdAt: row.createdAt.toISOString() });
