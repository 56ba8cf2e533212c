import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { QuizQuestion } from '../domain/quiz.ts';
import { personaIds } from './find-persona.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** The situations whose persona is still there: the others have no right answer any more. */
export async function askedQuestions(ports: PersonaPorts, workspaceId: WorkspaceId): Promise<QuizQuestion[]> {
  const [known, questions] = await Promise.all([
    personaIds(ports, workspaceId),
    ports.quizzes.questions(workspaceId),
  ]);
  return questions.filter(({ personaId }) => known.has(personaId));
}

/** Without the answers: the page that plays must not hold them. */
export async function quiz(
  ports: PersonaPorts,
  { workspaceId }: InWorkspace,
): Promise<Result<Pick<QuizQuestion, 'id' | 'situation'>[]>> {
  const questions = await askedQuestions(ports, workspaceId);
  return ok(questions.map(({ id, situation }) => ({ id, situation })));
}
