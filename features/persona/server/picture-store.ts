import { and, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Database } from '#platform/postgres/database.ts';
import { personaPictureTable as table } from '#platform/postgres/tables/persona.ts';

/** `type` is a media type. */
export type StoredPicture = {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
};

/**
 * Where the pictures of personas are kept, beside the documents so that one backup holds both. A picture never changes
 * and stays as long as its workspace: a version of a persona may show it.
 */
export type PictureStore = {
  /** Does nothing when it is already there. */
  add(workspaceId: WorkspaceId, picture: StoredPicture, at: Date): Promise<void>;
  has(workspaceId: WorkspaceId, pictureId: string): Promise<boolean>;
  find(workspaceId: WorkspaceId, pictureId: string): Promise<StoredPicture | undefined>;
};

/** Pictures in PGlite or PostgreSQL. */
export function createPictureStore(db: Database): PictureStore {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, id));
  return {
    async add(workspaceId, picture, at) {
      await db
        .insert(table)
        .values({ ...picture, workspaceId, createdAt: at })
        .onConflictDoNothing();
    },
    async has(workspaceId, pictureId) {
      const found = await db.select({ id: table.id }).from(table).where(one(workspaceId, pictureId));
      return found.length > 0;
    },
    async find(workspaceId, pictureId) {
      const [row] = await db.select().from(table).where(one(workspaceId, pictureId));
      return row && { id: row.id, type: row.type, data: row.data };
    },
  };
}
