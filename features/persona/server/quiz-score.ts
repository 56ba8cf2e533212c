import { ok, type Result } from '#kit/result.ts';
import { type QuizScore, quizScore as scoreOf } from '../domain/quiz.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { askedQuestions } from './quiz.ts';

/** One's own, by an id nobody else knows. */
export async function quizScore(
  ports: PersonaPorts,
  { workspaceId, person }: InWorkspace & { readonly person: string },
): Promise<Result<QuizScore>> {
  const questions = await askedQuestions(ports, workspaceId);
  return ok(scoreOf(questions, await ports.quizzes.answersOf(workspaceId, person)));
}
