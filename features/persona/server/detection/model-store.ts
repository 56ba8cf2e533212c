import { and, asc, eq, sql } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Database } from '#platform/postgres/database.ts';
import { detectionModelTable } from '#platform/postgres/tables/detection.ts';
import {
  type DetectionModelSettings,
  type StoredModel,
  storedModelSchema,
} from '../../domain/detection/stored-model.ts';

/** Where detection models are kept. */
export type ModelStore = {
  /** The oldest first. */
  list(workspaceId: WorkspaceId): Promise<StoredModel[]>;
  find(workspaceId: WorkspaceId, modelId: string): Promise<StoredModel | undefined>;
  add(workspaceId: WorkspaceId, model: StoredModel): Promise<void>;
  /** The model after the change, one revision further; undefined when there is none. */
  change(
    workspaceId: WorkspaceId,
    modelId: string,
    settings: DetectionModelSettings,
    at: Date,
  ): Promise<StoredModel | undefined>;
  /** False when there is none. */
  remove(workspaceId: WorkspaceId, modelId: string): Promise<boolean>;
};

/** Detection models in PGlite or PostgreSQL. */
export function createModelStore(db: Database): ModelStore {
  const table = detectionModelTable;
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, id));
  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(asc(table.createdAt), asc(table.id));
      return rows.map(modelOf);
    },
    async find(workspaceId, modelId) {
      const [row] = await db.select().from(table).where(one(workspaceId, modelId));
      return row && modelOf(row);
    },
    async add(workspaceId, { createdAt, updatedAt, ...model }) {
      await db.insert(table).values({
        ...model,
        workspaceId,
        createdAt: new Date(createdAt),
        updatedAt: new Date(updatedAt),
      });
    },
    async change(workspaceId, modelId, settings, at) {
      const [row] = await db
        .update(table)
        .set({ ...settings, updatedAt: at, revision: sql`${table.revision} + 1` })
        .where(one(workspaceId, modelId))
        .returning();
      return row && modelOf(row);
    },
    async remove(workspaceId, modelId) {
      const removed = await db.delete(table).where(one(workspaceId, modelId)).returning({ id: table.id });
      return removed.length > 0;
    },
  };
}

const modelOf = (row: typeof detectionModelTable.$inferSelect): StoredModel =>
  storedModelSchema.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  });
