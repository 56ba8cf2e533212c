import { expect, it } from 'vitest';
import { quizScore } from './quiz.ts';

const questions = [
  { id: 'one', personaId: 'worrier' },
  { id: 'two', personaId: 'hurried' },
  { id: 'three', personaId: 'alone' },
];
const answer = (questionId: string, personaId: string) => ({ questionId, personaId });

it('counts the last answer, remembers the first, and tells what was taken for what', () => {
  expect(
    quizScore(questions, [
      answer('one', 'hurried'),
      answer('one', 'hurried'),
      answer('one', 'worrier'),
      answer('two', 'hurried'),
      answer('two', 'alone'),
      answer('gone', 'worrier'),
    ]),
  ).toEqual({
    questions: 3,
    answered: 2,
    right: 1,
    rightAtOnce: 1,
    mistaken: [
      { personaId: 'worrier', takenFor: 'hurried', times: 2 },
      { personaId: 'hurried', takenFor: 'alone', times: 1 },
    ],
  });
});

it('judges old answers by what is right now', () => {
  const answers = [answer('one', 'hurried')];
  expect(quizScore(questions, answers).right).toBe(0);
  expect(quizScore([{ id: 'one', personaId: 'hurried' }], answers)).toMatchObject({
    questions: 1,
    right: 1,
    mistaken: [],
  });
});

it('is empty before the first answer', () => {
  expect(quizScore(questions, [])).toEqual({
    questions: 3,
    answered: 0,
    right: 0,
    rightAtOnce: 0,
    mistaken: [],
  });
});
