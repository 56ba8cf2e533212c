import { and, asc, eq, inArray } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { type Database, type Queryable, withTransaction } from '#platform/postgres/database.ts';
import { personaShareTable, segmentTable } from '#platform/postgres/tables/persona.ts';
import {
  type PersonaShare,
  personaShareSchema,
  type Segment,
  type SegmentSettings,
  segmentSchema,
} from '../domain/segment.ts';

/** Where segments and their matrix with the personas are kept. */
export type SegmentStore = {
  /** The oldest first. */
  list(workspaceId: WorkspaceId): Promise<Segment[]>;
  add(workspaceId: WorkspaceId, segment: Segment): Promise<void>;
  /** The segment after the change; undefined when there is none. */
  change(
    workspaceId: WorkspaceId,
    segmentId: string,
    settings: SegmentSettings,
  ): Promise<Segment | undefined>;
  /** With its cells of the matrix. False when there is none. */
  remove(workspaceId: WorkspaceId, segmentId: string): Promise<boolean>;
  shares(workspaceId: WorkspaceId): Promise<PersonaShare[]>;
  /**
   * Rewrites cells of these segments: `plan` receives those that are there and says what they become; its problem
   * writes nothing. Two plans about one segment run one after the other.
   */
  changeShares(
    workspaceId: WorkspaceId,
    segmentIds: readonly string[],
    plan: (present: readonly PersonaShare[]) => Result<readonly PersonaShare[]>,
  ): Promise<Result<void>>;
  /** Empties the row of a persona that is gone. */
  removePersona(workspaceId: WorkspaceId, personaId: string): Promise<void>;
};

/** Segments in PGlite or PostgreSQL. */
export function createSegmentStore(db: Database): SegmentStore {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(segmentTable.workspaceId, workspaceId), eq(segmentTable.id, id));
  const cellsOf = (workspaceId: WorkspaceId, segmentIds: readonly string[]) =>
    and(
      eq(personaShareTable.workspaceId, workspaceId),
      inArray(personaShareTable.segmentId, [...segmentIds]),
    );
  const cells = async (on: Queryable, where: ReturnType<typeof cellsOf>): Promise<PersonaShare[]> => {
    const rows = await on
      .select()
      .from(personaShareTable)
      .where(where)
      .orderBy(asc(personaShareTable.segmentId), asc(personaShareTable.personaId));
    return rows.map(shareOf);
  };

  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(segmentTable)
        .where(eq(segmentTable.workspaceId, workspaceId))
        .orderBy(asc(segmentTable.createdAt), asc(segmentTable.id));
      return rows.map(segmentOf);
    },
    async add(workspaceId, { createdAt, ...segment }) {
      await db.insert(segmentTable).values({ ...segment, workspaceId, createdAt: new Date(createdAt) });
    },
    async change(workspaceId, segmentId, settings) {
      const [row] = await db
        .update(segmentTable)
        .set(settings)
        .where(one(workspaceId, segmentId))
        .returning();
      return row && segmentOf(row);
    },
    async remove(workspaceId, segmentId) {
      const removed = await db
        .delete(segmentTable)
        .where(one(workspaceId, segmentId))
        .returning({ id: segmentTable.id });
      return removed.length > 0;
    },
    shares: (workspaceId) => cells(db, eq(personaShareTable.workspaceId, workspaceId)),
    changeShares: (workspaceId, segmentIds, plan) =>
      withTransaction(db, async (tx) => {
        // In one order, so that two matrices written at once wait for each other instead of dying together.
        await tx
          .select({ id: segmentTable.id })
          .from(segmentTable)
          .where(and(eq(segmentTable.workspaceId, workspaceId), inArray(segmentTable.id, [...segmentIds])))
          .orderBy(asc(segmentTable.id))
          .for('update');
        const where = cellsOf(workspaceId, segmentIds);
        const planned = plan(await cells(tx, where));
        if (!planned.ok) return planned;
        await tx.delete(personaShareTable).where(where);
        if (planned.value.length > 0) {
          await tx.insert(personaShareTable).values(planned.value.map((cell) => ({ ...cell, workspaceId })));
        }
        return ok(undefined);
      }),
    async removePersona(workspaceId, personaId) {
      await db
        .delete(personaShareTable)
        .where(
          and(eq(personaShareTable.workspaceId, workspaceId), eq(personaShareTable.personaId, personaId)),
        );
    },
  };
}

const segmentOf = (row: typeof segmentTable.$inferSelect): Segment =>
  segmentSchema.parse({ ...row, createdAt: row.createdAt.toISOString() });

const shareOf = (row: typeof personaShareTable.$inferSelect): PersonaShare => personaShareSchema.parse(row);
