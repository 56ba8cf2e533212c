import { expect, it } from 'vitest';
import { may } from '#kit/permissions.ts';
import { personaContract } from './contract.ts';
import { personaPolicy } from './policy.ts';

/** Reading what only those who write may know: the answers of the quiz. */
const writersOnly = ['quizQuestions'];
/** Everybody may train, and ask what changes nothing. */
const everybody = ['answerQuiz', 'attributeAnswers', 'chooseQuestions'];

it('says who may, for each endpoint', () => {
  for (const [name, endpoint] of Object.entries(personaContract)) {
    const { permission } = endpoint['~orpc'].meta;
    expect(may([personaPolicy], 'owner', permission), name).toBe(true);
    expect(may([personaPolicy], 'editor', permission), name).toBe(true);
    const reads = endpoint['~orpc'].route.method === 'GET' && !writersOnly.includes(name);
    const open = reads || everybody.includes(name);
    expect(may([personaPolicy], 'reader', permission), name).toBe(open);
    expect(may([personaPolicy], 'commenter', permission), name).toBe(open);
  }
});

it('tells endpoints apart by method and path', () => {
  const routes = Object.values(personaContract).map((endpoint) => {
    const { method, path } = endpoint['~orpc'].route;
    return `${method} ${path?.replace(/{[^}]*}/g, '*')}`;
  });
  expect(new Set(routes).size).toBe(routes.length);
});
