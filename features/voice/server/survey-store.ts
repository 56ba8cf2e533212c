import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type WorkspaceId, workspaceIdSchema } from '#kit/ids.ts';
import { type Database, withTransaction } from '#platform/postgres/database.ts';
import { surveyImportTable, surveyTable } from '#platform/postgres/tables/survey.ts';
import { surveyBalanceSchema, surveyImportStateSchema, surveySchema } from '../domain/survey.ts';
import type { StoredSurvey, SurveyImportRecord, Surveys } from './surveys-port.ts';

const storedSurveySchema = surveySchema.extend({ fingerprint: z.string() });

const importRecordSchema = z.object({
  id: z.string(),
  workspaceId: workspaceIdSchema,
  surveyId: z.string(),
  fileName: z.string(),
  fileSize: z.number(),
  status: surveyImportStateSchema.shape.status,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  balance: surveyBalanceSchema.nullable(),
  problem: surveyImportStateSchema.shape.problem,
});

/** Surveys and their imports on PostgreSQL. */
export function createSurveyStore(db: Database): Surveys {
  const oneSurvey = (workspaceId: WorkspaceId, id: string) =>
    and(eq(surveyTable.workspaceId, workspaceId), eq(surveyTable.id, id));
  const oneImport = (workspaceId: WorkspaceId, id: string) =>
    and(eq(surveyImportTable.workspaceId, workspaceId), eq(surveyImportTable.id, id));

  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(surveyTable)
        .where(eq(surveyTable.workspaceId, workspaceId))
        .orderBy(desc(surveyTable.importedAt), surveyTable.id);
      return rows.map(surveyOf);
    },
    async get(workspaceId, surveyId) {
      const [row] = await db.select().from(surveyTable).where(oneSurvey(workspaceId, surveyId));
      return row && surveyOf(row);
    },
    async findByFingerprint(workspaceId, fingerprint) {
      const [row] = await db
        .select()
        .from(surveyTable)
        .where(and(eq(surveyTable.workspaceId, workspaceId), eq(surveyTable.fingerprint, fingerprint)));
      return row && surveyOf(row);
    },
    async change(workspaceId, surveyId, { firstAt, lastAt, ...rest }) {
      const changed = await db
        .update(surveyTable)
        .set({
          ...rest,
          ...(firstAt === undefined ? {} : { firstAt: dateOf(firstAt) }),
          ...(lastAt === undefined ? {} : { lastAt: dateOf(lastAt) }),
        })
        .where(oneSurvey(workspaceId, surveyId))
        .returning({ id: surveyTable.id });
      return changed.length > 0;
    },
    remove: (workspaceId, surveyId) =>
      withTransaction(db, async (tx) => {
        await tx
          .delete(surveyImportTable)
          .where(
            and(eq(surveyImportTable.workspaceId, workspaceId), eq(surveyImportTable.surveyId, surveyId)),
          );
        const removed = await tx
          .delete(surveyTable)
          .where(oneSurvey(workspaceId, surveyId))
          .returning({ id: surveyTable.id });
        return removed.length > 0;
      }),

    async addImport(workspaceId, { startedAt, endedAt, ...record }) {
      await db
        .insert(surveyImportTable)
        .values({ ...record, workspaceId, startedAt: new Date(startedAt), endedAt: dateOf(endedAt) });
    },
    async getImport(workspaceId, importId) {
      const [row] = await db.select().from(surveyImportTable).where(oneImport(workspaceId, importId));
      return row && importOf(row);
    },
    async changeImport(workspaceId, importId, { endedAt, ...rest }) {
      await db
        .update(surveyImportTable)
        .set({ ...rest, ...(endedAt === undefined ? {} : { endedAt: dateOf(endedAt) }) })
        .where(oneImport(workspaceId, importId));
    },
    async unfinishedImports() {
      const rows = await db.select().from(surveyImportTable).where(eq(surveyImportTable.status, 'running'));
      return rows.map(importOf);
    },
    async allIds() {
      return (await db.select({ id: surveyTable.id }).from(surveyTable)).map(({ id }) => id);
    },

    publish: (workspaceId, survey, endedAt) =>
      withTransaction(db, async (tx) => {
        const { firstAt, lastAt, importedAt, ...row } = survey;
        const added = await tx
          .insert(surveyTable)
          .values({
            ...row,
            workspaceId,
            firstAt: dateOf(firstAt),
            lastAt: dateOf(lastAt),
            importedAt: new Date(importedAt),
          })
          .onConflictDoNothing({ target: [surveyTable.workspaceId, surveyTable.fingerprint] })
          .returning({ id: surveyTable.id });
        if (added.length === 0) return false;
        await tx
          .update(surveyImportTable)
          .set({ status: 'complete', balance: survey.balance, endedAt: new Date(endedAt), problem: null })
          .where(oneImport(workspaceId, survey.importId));
        return true;
      }),
  };
}

const dateOf = (moment: string | null): Date | null => (moment === null ? null : new Date(moment));

const surveyOf = (row: typeof surveyTable.$inferSelect): StoredSurvey =>
  storedSurveySchema.parse({
    ...row,
    firstAt: row.firstAt?.toISOString() ?? null,
    lastAt: row.lastAt?.toISOString() ?? null,
    importedAt: row.importedAt.toISOString(),
  });

const importOf = (row: typeof surveyImportTable.$inferSelect): SurveyImportRecord =>
  importRecordSchema.parse({
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  });
