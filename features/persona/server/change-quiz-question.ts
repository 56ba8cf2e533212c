import { fail, ok, type Result } from '#kit/result.ts';
import type { QuizQuestion, QuizQuestionSettings } from '../domain/quiz.ts';
import { findRow } from './find-persona.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { questionNotFound } from './problems.ts';

/** Answers already given are judged by what is right now. Problems: `persona.not-found`, `persona.question-not-found`. */
export async function changeQuizQuestion(
  ports: PersonaPorts,
  input: InWorkspace & QuizQuestionSettings & { readonly questionId: string },
): Promise<Result<QuizQuestion>> {
  const { workspaceId, questionId, situation, personaId, explanation } = input;
  const persona = await findRow(ports, { workspaceId, personaId });
  if (!persona.ok) return persona;
  const settings = { situation, personaId, explanation };
  const changed = await ports.quizzes.change(workspaceId, questionId, settings);
  return changed ? ok(changed) : fail(questionNotFound(questionId));
}
