import { fail, ok, type Result } from '#kit/result.ts';
import { type QuizScore, quizScore } from '../domain/quiz.ts';
import { personaIds } from './find-persona.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';
import { personaNotFound, questionNotFound } from './problems.ts';
import { askedQuestions } from './quiz.ts';

type Input = InWorkspace & {
  readonly questionId: string;
  readonly person: string;
  readonly personaId: string;
};
type Output = { right: boolean; personaId: string; explanation: string; score: QuizScore };

/** Problems: `persona.question-not-found`, `persona.not-found`: then nothing is kept. */
export async function answerQuiz(
  ports: PersonaPorts,
  { workspaceId, questionId, person, personaId }: Input,
): Promise<Result<Output>> {
  const questions = await askedQuestions(ports, workspaceId);
  const question = questions.find(({ id }) => id === questionId);
  if (!question) return fail(questionNotFound(questionId));
  if (!(await personaIds(ports, workspaceId)).has(personaId)) return fail(personaNotFound(personaId));
  const at = ports.now().toISOString();
  await ports.quizzes.answer(workspaceId, person, { questionId, personaId, at });
  return ok({
    right: question.personaId === personaId,
    personaId: question.personaId,
    explanation: question.explanation,
    score: quizScore(questions, await ports.quizzes.answersOf(workspaceId, person)),
  });
}
