import { ok, type Result } from '#kit/result.ts';
import type { QuizQuestion, QuizQuestionSettings } from '../domain/quiz.ts';
import { findRow } from './find-persona.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** Problem: `persona.not-found`. */
export async function addQuizQuestion(
  ports: PersonaPorts,
  { workspaceId, situation, personaId, explanation }: InWorkspace & QuizQuestionSettings,
): Promise<Result<QuizQuestion>> {
  const persona = await findRow(ports, { workspaceId, personaId });
  if (!persona.ok) return persona;
  const id = ports.newId();
  const question = { id, situation, personaId, explanation, createdAt: ports.now().toISOString() };
  await ports.quizzes.add(workspaceId, question);
  return ok(question);
}
