import { and, asc, eq } from 'drizzle-orm';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Database } from '#platform/postgres/database.ts';
import { quizAnswerTable, quizQuestionTable } from '#platform/postgres/tables/persona.ts';
import {
  type QuizAnswer,
  type QuizQuestion,
  type QuizQuestionSettings,
  quizQuestionSchema,
} from '../domain/quiz.ts';

/** Where the situations of the quiz are kept, and what each person answered. */
export type QuizStore = {
  /** The oldest first. */
  questions(workspaceId: WorkspaceId): Promise<QuizQuestion[]>;
  add(workspaceId: WorkspaceId, question: QuizQuestion): Promise<void>;
  /** The question after the change; undefined when there is none. */
  change(
    workspaceId: WorkspaceId,
    questionId: string,
    settings: QuizQuestionSettings,
  ): Promise<QuizQuestion | undefined>;
  /** With the answers given to it. False when there is none. */
  remove(workspaceId: WorkspaceId, questionId: string): Promise<boolean>;
  answer(workspaceId: WorkspaceId, person: string, answer: QuizAnswer): Promise<void>;
  /** What one person answered, in order. There is no reading of everybody's. */
  answersOf(workspaceId: WorkspaceId, person: string): Promise<QuizAnswer[]>;
};

/** Quizzes in PGlite or PostgreSQL. */
export function createQuizStore(db: Database): QuizStore {
  const one = (workspaceId: WorkspaceId, id: string) =>
    and(eq(quizQuestionTable.workspaceId, workspaceId), eq(quizQuestionTable.id, id));
  return {
    async questions(workspaceId) {
      const rows = await db
        .select()
        .from(quizQuestionTable)
        .where(eq(quizQuestionTable.workspaceId, workspaceId))
        .orderBy(asc(quizQuestionTable.createdAt), asc(quizQuestionTable.id));
      return rows.map(questionOf);
    },
    async add(workspaceId, { createdAt, ...question }) {
      await db.insert(quizQuestionTable).values({ ...question, workspaceId, createdAt: new Date(createdAt) });
    },
    async change(workspaceId, questionId, settings) {
      const [row] = await db
        .update(quizQuestionTable)
        .set(settings)
        .where(one(workspaceId, questionId))
        .returning();
      return row && questionOf(row);
    },
    async remove(workspaceId, questionId) {
      const removed = await db
        .delete(quizQuestionTable)
        .where(one(workspaceId, questionId))
        .returning({ id: quizQuestionTable.id });
      return removed.length > 0;
    },
    async answer(workspaceId, person, { at, ...answer }) {
      await db.insert(quizAnswerTable).values({ ...answer, workspaceId, person, at: new Date(at) });
    },
    async answersOf(workspaceId, person) {
      const rows = await db
        .select()
        .from(quizAnswerTable)
        .where(and(eq(quizAnswerTable.workspaceId, workspaceId), eq(quizAnswerTable.person, person)))
        .orderBy(asc(quizAnswerTable.position));
      return rows.map(({ questionId, personaId, at }) => ({ questionId, personaId, at: at.toISOString() }));
    },
  };
}

const questionOf = (row: typeof quizQuestionTable.$inferSelect): QuizQuestion =>
  quizQuestionSchema.parse({ ...row, createdAt: row.createdAt.toISOString() });
