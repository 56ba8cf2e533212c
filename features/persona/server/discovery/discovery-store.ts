import { and, desc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Database } from '#platform/postgres/database.ts';
import { discoveryTable as table } from '#platform/postgres/tables/discovery.ts';
import {
  type DiscoveryRecord,
  discoveryRecordSchema,
  type FoundPersonas,
  foundPersonasSchema,
} from '../../domain/discovery/record.ts';

/** What becomes of a search. */
export type DiscoveryEnd = Pick<DiscoveryRecord, 'status' | 'problem'> & {
  readonly endedAt: Date;
  readonly found: FoundPersonas | null;
};

/** Where searches for personas are kept. */
export type DiscoveryStore = {
  /** The newest first. */
  list(workspaceId: WorkspaceId): Promise<DiscoveryRecord[]>;
  find(
    workspaceId: WorkspaceId,
    discoveryId: string,
  ): Promise<{ record: DiscoveryRecord; found: FoundPersonas | null } | undefined>;
  add(workspaceId: WorkspaceId, record: DiscoveryRecord): Promise<void>;
  end(workspaceId: WorkspaceId, discoveryId: string, end: DiscoveryEnd): Promise<void>;
  keep(workspaceId: WorkspaceId, discoveryId: string, kept: DiscoveryRecord['kept']): Promise<void>;
  /** False when there is none. */
  remove(workspaceId: WorkspaceId, discoveryId: string): Promise<boolean>;
};

/** Searches in PGlite or PostgreSQL. */
export function createDiscoveryStore(db: Database): DiscoveryStore {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, id));
  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(desc(table.startedAt), desc(table.id));
      return rows.map(recordOf);
    },
    async find(workspaceId, discoveryId) {
      const [row] = await db.select().from(table).where(one(workspaceId, discoveryId));
      return row && { record: recordOf(row), found: foundOf(row) };
    },
    async add(workspaceId, { startedAt, endedAt: _none, chosen: _later, ...record }) {
      await db.insert(table).values({ ...record, workspaceId, startedAt: new Date(startedAt) });
    },
    async end(workspaceId, discoveryId, end) {
      await db.update(table).set(end).where(one(workspaceId, discoveryId));
    },
    async keep(workspaceId, discoveryId, kept) {
      await db.update(table).set({ kept }).where(one(workspaceId, discoveryId));
    },
    async remove(workspaceId, discoveryId) {
      const removed = await db.delete(table).where(one(workspaceId, discoveryId)).returning({ id: table.id });
      return removed.length > 0;
    },
  };
}

type Row = typeof table.$inferSelect;

const foundOf = ({ found }: Row): FoundPersonas | null =>
  found === null ? null : foundPersonasSchema.parse(found);

const recordOf = ({ found, ...row }: Row): DiscoveryRecord =>
  discoveryRecordSchema.parse({
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    // Read as it was written: parsing what was found is for who looks at it.
    chosen: (found as FoundPersonas | null)?.result.chosen ?? null,
  });
