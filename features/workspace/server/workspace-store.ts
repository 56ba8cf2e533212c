import { asc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Database } from '#platform/postgres/database.ts';
import { workspaceTable as table } from '#platform/postgres/tables/workspace.ts';
import { type Workspace, type WorkspaceSettings, workspaceSchema } from '../domain/schema.ts';

/** Where workspaces are kept. */
export type WorkspaceStore = {
  /** The oldest first: the order of the switcher does not jump when a name changes. */
  list(): Promise<Workspace[]>;
  find(workspaceId: WorkspaceId): Promise<Workspace | undefined>;
  /** False, and nothing written, when the id is taken. */
  add(workspace: Workspace): Promise<boolean>;
  /** The secret that pseudonyms of its customers are made with, 122 random bits; undefined when there is no workspace. */
  pseudonymKey(workspaceId: WorkspaceId): Promise<readonly [bigint, bigint] | undefined>;
  /** The workspace after the change; undefined when there is none. */
  change(workspaceId: WorkspaceId, settings: Partial<WorkspaceSettings>): Promise<Workspace | undefined>;
};

/** Workspaces in PGlite or PostgreSQL. */
export function createWorkspaceStore(db: Database): WorkspaceStore {
  const find = async (workspaceId: WorkspaceId) => {
    const [row] = await db.select().from(table).where(eq(table.id, workspaceId));
    return row && workspaceOf(row);
  };
  return {
    find,
    async list() {
      const rows = await db.select().from(table).orderBy(asc(table.createdAt), asc(table.id));
      return rows.map(workspaceOf);
    },
    async add({ createdAt, ...workspace }) {
      const added = await db
        .insert(table)
        .values({ ...workspace, createdAt: new Date(createdAt) })
        .onConflictDoNothing()
        .returning({ id: table.id });
      return added.length > 0;
    },
    async pseudonymKey(workspaceId) {
      const [row] = await db.select({ key: table.pseudonymKey }).from(table).where(eq(table.id, workspaceId));
      if (!row) return undefined;
      const digits = row.key.replaceAll('-', '');
      return [BigInt(`0x${digits.slice(0, 16)}`), BigInt(`0x${digits.slice(16)}`)];
    },
    async change(workspaceId, settings) {
      if (Object.keys(settings).length === 0) return find(workspaceId);
      const [row] = await db.update(table).set(settings).where(eq(table.id, workspaceId)).returning();
      return row && workspaceOf(row);
    },
  };
}

const workspaceOf = (row: typeof table.$inferSelect): Workspace =>
  workspaceSchema.parse({ ...row, createdAt: row.createdAt.toISOString() });
