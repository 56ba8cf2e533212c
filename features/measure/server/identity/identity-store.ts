import { asc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import { type IdentityChange, identityChangeSchema } from '#measure/domain/identity/identity.ts';
import type { Database } from '#platform/postgres/database.ts';
import { identityChangeTable as table } from '#platform/postgres/tables/source.ts';

/** The history of who is who. Never rewritten: taking a change back is a change. */
export type IdentityChanges = {
  /** Oldest first. */
  list(workspaceId: WorkspaceId): Promise<IdentityChange[]>;
  /** False where another process took the version first. */
  add(workspaceId: WorkspaceId, change: IdentityChange): Promise<boolean>;
};

export function createIdentityStore(db: Database): IdentityChanges {
  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(asc(table.version));
      return rows.map(({ workspaceId: _own, at, ...row }) =>
        identityChangeSchema.parse({ ...row, at: at.toISOString() }),
      );
    },
    async add(workspaceId, change) {
      const added = await db
        .insert(table)
        .values({ ...change, workspaceId, at: new Date(change.at) })
        .onConflictDoNothing()
        .returning({ version: table.version });
      return added.length > 0;
    },
  };
}
