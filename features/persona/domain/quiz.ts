import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';

/*
 * Training of those who answer customers: a situation is told, which persona is it? Scores belong to the person who
 * played; nothing here compares two people.
 */

export const quizQuestionSettingsSchema = z.object({
  situation: z.string().trim().min(1).max(2000),
  /** The right persona. */
  personaId: idSchema,
  explanation: z.string().trim().max(2000).default(''),
});
export type QuizQuestionSettings = z.infer<typeof quizQuestionSettingsSchema>;

export const quizQuestionSchema = quizQuestionSettingsSchema.extend({ id: idSchema, createdAt: z.string() });
export type QuizQuestion = z.infer<typeof quizQuestionSchema>;

/** One answer of one person. `at` is an ISO moment. */
export type QuizAnswer = { readonly questionId: string; readonly personaId: string; readonly at: string };

export const quizScoreSchema = z.object({
  questions: z.int(),
  /** Questions answered at least once. */
  answered: z.int(),
  /** Of those, right the last time. */
  right: z.int(),
  /** Of those, right the first time. */
  rightAtOnce: z.int(),
  /** Which persona was taken for which, over all answers to what is still asked, the most frequent first. */
  mistaken: z.array(z.object({ personaId: idSchema, takenFor: idSchema, times: z.int() })),
});
export type QuizScore = z.infer<typeof quizScoreSchema>;

/**
 * The score of one person, from all their answers in the order they gave them. Only what is still asked counts, and
 * answers are judged by what is right now.
 */
export function quizScore(
  questions: readonly Pick<QuizQuestion, 'id' | 'personaId'>[],
  answers: readonly Pick<QuizAnswer, 'questionId' | 'personaId'>[],
): QuizScore {
  const rightOne = new Map(questions.map(({ id, personaId }) => [id, personaId]));
  const first = new Map<string, boolean>();
  const last = new Map<string, boolean>();
  const mistaken = new Map<string, { personaId: string; takenFor: string; times: number }>();
  for (const { questionId, personaId: takenFor } of answers) {
    const personaId = rightOne.get(questionId);
    if (personaId === undefined) continue;
    const right = takenFor === personaId;
    if (!first.has(questionId)) first.set(questionId, right);
    last.set(questionId, right);
    if (right) continue;
    const pair = `${personaId} ${takenFor}`;
    const times = (mistaken.get(pair)?.times ?? 0) + 1;
    mistaken.set(pair, { personaId, takenFor, times });
  }
  const count = (results: ReadonlyMap<string, boolean>) => [...results.values()].filter(Boolean).length;
  return {
    questions: questions.length,
    answered: last.size,
    right: count(last),
    rightAtOnce: count(first),
    mistaken: [...mistaken.values()].sort((a, b) => b.times - a.times),
  };
}
