import { fail, ok, type Result } from '#kit/result.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { questionNotFound } from './problems.ts';

/** Problem: `persona.question-not-found`. */
export async function removeQuizQuestion(
  { quizzes }: PersonaPorts,
  { workspaceId, questionId }: InWorkspace & { readonly questionId: string },
): Promise<Result<Record<string, never>>> {
  const removed = await quizzes.remove(workspaceId, questionId);
  return removed ? ok({}) : fail(questionNotFound(questionId));
}
