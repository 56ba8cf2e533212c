import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import { personaDocument } from '#persona/domain/document.ts';
import {
  type ExamplePersona,
  examplePersona,
  examplePersonaCodes,
} from '#persona/domain/examples/personas.ts';
import { exampleQuiz } from '#persona/domain/examples/quiz.ts';
import { exampleSegments } from '#persona/domain/examples/segments.ts';
import { addQuizQuestion } from '#persona/server/add-quiz-question.ts';
import { addSegment } from '#persona/server/add-segment.ts';
import { list } from '#persona/server/list.ts';
import { setShares } from '#persona/server/set-shares.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import type { World } from '../world.ts';

export type SeededPersonas = Readonly<Record<ExamplePersona, string>>;

/**
 * The personas of the demonstration with their evidence dated from `day`, their segments and situations to train on.
 * What is already there stays as it is. Gives the id of each persona.
 */
export async function seedPersonas(
  world: World,
  { id: workspaceId }: Workspace,
  language: Locale,
  day: string,
): Promise<Result<SeededPersonas>> {
  const there = await list(world, { workspaceId });
  if (!there.ok) return there;
  const ids: Partial<Record<ExamplePersona, string>> = {};
  for (const code of examplePersonaCodes) {
    const persona = examplePersona(code, language, day);
    const known = there.value.find(({ title }) => title === persona.title);
    ids[code] = known?.id ?? world.newId();
    if (known) continue;
    const created = await world.collaboration.create(workspaceId, personaDocument, ids[code], persona);
    if (!created.ok) return created;
  }
  const personas = ids as SeededPersonas;
  const named = new Set((await world.segments.list(workspaceId)).map(({ name }) => name));
  for (const { settings, shares } of exampleSegments(language)) {
    if (named.has(settings.name)) continue;
    const segment = await addSegment(world, { workspaceId, ...settings });
    if (!segment.ok) return segment;
    const cells = examplePersonaCodes.map((code) => ({
      personaId: personas[code],
      segmentId: segment.value.id,
      share: shares[code],
    }));
    const told = await setShares(world, { workspaceId, cells });
    if (!told.ok) return told;
  }
  const asked = new Set((await world.quizzes.questions(workspaceId)).map(({ situation }) => situation));
  for (const { persona, situation, explanation } of exampleQuiz(language)) {
    if (asked.has(situation)) continue;
    const personaId = personas[persona];
    const added = await addQuizQuestion(world, { workspaceId, situation, personaId, explanation });
    if (!added.ok) return added;
  }
  return ok(personas);
}
