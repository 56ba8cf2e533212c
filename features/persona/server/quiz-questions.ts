import { ok, type Result } from '#kit/result.ts';
import type { QuizQuestion } from '../domain/quiz.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** All of them, also those whose persona is gone: they can be given another one. */
export const quizQuestions = async (
  { quizzes }: PersonaPorts,
  { workspaceId }: InWorkspace,
): Promise<Result<QuizQuestion[]>> => ok(await quizzes.questions(workspaceId));
