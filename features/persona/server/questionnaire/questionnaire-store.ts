import { and, desc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Database } from '#platform/postgres/database.ts';
import { questionnaireTable as table } from '#platform/postgres/tables/discovery.ts';
import { type Questionnaire, questionnaireSchema } from '../../domain/questionnaire/questionnaire.ts';

/** Where short questionnaires are kept. */
export type QuestionnaireStore = {
  /** The newest first. */
  list(workspaceId: WorkspaceId): Promise<Questionnaire[]>;
  find(workspaceId: WorkspaceId, questionnaireId: string): Promise<Questionnaire | undefined>;
  /** Its model must be there; it goes with it. */
  add(workspaceId: WorkspaceId, questionnaire: Questionnaire): Promise<void>;
  /** False when there is none. */
  remove(workspaceId: WorkspaceId, questionnaireId: string): Promise<boolean>;
};

/** Questionnaires in PGlite or PostgreSQL. */
export function createQuestionnaireStore(db: Database): QuestionnaireStore {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(table.workspaceId, workspaceId), eq(table.id, id));
  return {
    async list(workspaceId) {
      const rows = await db
        .select()
        .from(table)
        .where(eq(table.workspaceId, workspaceId))
        .orderBy(desc(table.createdAt), desc(table.id));
      return rows.map(questionnaireFrom);
    },
    async find(workspaceId, questionnaireId) {
      const [row] = await db.select().from(table).where(one(workspaceId, questionnaireId));
      return row && questionnaireFrom(row);
    },
    async add(workspaceId, { id, modelId, createdAt, ...content }) {
      await db.insert(table).values({ workspaceId, id, modelId, content, createdAt: new Date(createdAt) });
    },
    async remove(workspaceId, questionnaireId) {
      const removed = await db
        .delete(table)
        .where(one(workspaceId, questionnaireId))
        .returning({ id: table.id });
      return removed.length > 0;
    },
  };
}

const questionnaireFrom = ({ id, modelId, createdAt, content }: typeof table.$inferSelect): Questionnaire =>
  questionnaireSchema.parse({ ...(content as object), id, modelId, createdAt: createdAt.toISOString() });
