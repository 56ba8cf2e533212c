import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editPersona as editMapPersona } from '#journey/domain/edit/persona.ts';
import { reimbursementExample } from '#journey/domain/examples/reimbursement.ts';
import { applyChanges } from '#kit/document/changes.ts';
import { type WorkspaceId, workspaceIdSchema } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { exampleQuiz } from '#persona/domain/examples/quiz.ts';
import { exampleSegments } from '#persona/domain/examples/segments.ts';
import { signsOf } from '#persona/domain/signs.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import { create as createWorkspace } from '#workspace/server/create.ts';
import { seedPersonas } from './seed/personas.ts';

let workspaceId: WorkspaceId;
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe('personas, by the API', () => {
  let open: TestWorld;
  let worrier: string;
  let hurried: string;

  beforeAll(async () => {
    open = await openTestWorld({ locale: 'fr' });
    workspaceId = unwrap(
      await createWorkspace(open.world, { name: 'Horizon', language: 'fr', zone: 'UTC', minimum: 30 }),
    ).id;
    const personas = open.api.persona;
    const make = async (title: string) => (await personas.create({ workspaceId, title, language: 'fr' })).id;
    worrier = await make('L’inquiète');
    hurried = await make('Le pressé');
  });
  afterAll(() => open?.close());

  it('shows a picture as it was sent, and nothing else as a picture', async () => {
    const file = new File([png], '../évil.svg', { type: 'image/svg+xml' });
    const { pictureId } = await open.api.persona.addPicture({ workspaceId, file });
    const address = `${open.address}/api/v1/workspaces/${workspaceId}/persona-pictures`;
    const answer = await fetch(`${address}/${pictureId}`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png);
    const back = await open.api.persona.picture({ workspaceId, pictureId });
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(png);
    const other = await fetch(`${open.address}/api/v1/workspaces/elsewhere/persona-pictures/${pictureId}`);
    expect(other.status).toBe(404);
    const script = new File(['<svg/>'], 'a.png', { type: 'image/png' });
    await expect(open.api.persona.addPicture({ workspaceId, file: script })).rejects.toMatchObject({
      details: { status: 415, code: 'persona.not-a-picture' },
    });
  });

  it('keeps a persona that a map names, and says which', async () => {
    const map = reimbursementExample('fr');
    const [linked] = editMapPersona(map, 'worrier', { personaId: worrier });
    const mapId = unwrap(await open.world.createMap(workspaceId, map));
    const elsewhere = workspaceIdSchema.parse('elsewhere');
    unwrap(await open.world.createMap(elsewhere, applyChanges(map, [linked!])));
    expect(await open.api.persona.uses({ workspaceId, personaId: worrier })).toEqual([]);
    await open.api.journey.change({ workspaceId, mapId, changes: [linked as never] });
    expect(await open.api.persona.uses({ workspaceId, personaId: worrier })).toEqual([
      { mapId, title: map.title, state: 'as-is' },
    ]);
    await expect(open.api.persona.remove({ workspaceId, personaId: worrier })).rejects.toMatchObject({
      details: {
        status: 409,
        code: 'persona.in-use',
        title: expect.stringContaining('sur ces cartes\u202f: Être remboursé de mes soins.'),
      },
    });
    expect(await open.api.persona.uses({ workspaceId, personaId: hurried })).toEqual([]);

    // Told to all the same: the map keeps what it has of it, as of a persona of its own.
    const copy = await open.api.persona.export({ workspaceId, personaId: worrier });
    const { id: again } = await open.api.persona.import({ workspaceId, file: copy });
    const [there] = editMapPersona(map, 'worrier', { personaId: again });
    await open.api.journey.change({ workspaceId, mapId, changes: [there as never] });
    await open.api.persona.remove({ workspaceId, personaId: again, force: true });
    const after = (await open.api.journey.get({ workspaceId, mapId })).map;
    expect(after.personas.worrier).toEqual({ ...map.personas.worrier, personaId: null });
    expect(Object.keys(after.emotions)).toEqual(Object.keys(map.emotions));
    await open.api.journey.change({ workspaceId, mapId, changes: [linked as never] });
  });

  it('holds the matrix of personas and segments to what can be', async () => {
    const personas = open.api.persona;
    const [{ settings }] = exampleSegments('fr') as [ReturnType<typeof exampleSegments>[number]];
    const segment = await personas.addSegment({ workspaceId, ...settings });
    expect(await personas.segments({ workspaceId })).toEqual([segment]);
    const told = (personaId: string, share: number | null) => ({ personaId, segmentId: segment.id, share });
    const cells = [told(worrier, 0.52), told(hurried, 0.08)];
    const shown = await personas.setShares({ workspaceId, cells });
    expect(shown.map(({ personaId, share, source, n }) => [personaId, share, source, n]).sort()).toEqual(
      [
        [worrier, 0.52, 'hand', null],
        [hurried, 0.08, 'hand', null],
      ].sort(),
    );
    await expect(personas.setShares({ workspaceId, cells: [told(hurried, 0.6)] })).rejects.toMatchObject({
      details: { code: 'persona.segment-overfull', params: { segment: '60 ans et plus', percent: 112 } },
    });
    for (const [cell, code] of [
      [told('nobody', 0.1), 'persona.not-found'],
      [{ ...told(hurried, 0.1), segmentId: 'nowhere' }, 'persona.segment-not-found'],
    ] as const) {
      await expect(personas.setShares({ workspaceId, cells: [cell] })).rejects.toMatchObject({
        details: { code },
      });
    }
    expect(await personas.shares({ workspaceId })).toEqual(shown);
    expect(await personas.setShares({ workspaceId, cells: [told(hurried, null)] })).toHaveLength(1);

    const { id: segmentId, createdAt: _at, ...rest } = segment;
    const renamed = await personas.changeSegment({ workspaceId, segmentId, ...rest, name: 'Seniors' });
    expect(renamed).toEqual({ ...segment, name: 'Seniors' });
    await personas.removeSegment({ workspaceId, segmentId });
    expect(await personas.shares({ workspaceId })).toEqual([]);
    await expect(personas.removeSegment({ workspaceId, segmentId })).rejects.toMatchObject({
      details: { status: 404, code: 'persona.segment-not-found' },
    });
  });

  it('asks, answers, and keeps each score to its person', async () => {
    const personas = open.api.persona;
    const theirs = { worrier, hurried } as Record<string, string>;
    const written = exampleQuiz('fr').filter(({ persona }) => persona in theirs);
    for (const { persona, situation, explanation } of written) {
      const personaId = theirs[persona]!;
      await personas.addQuizQuestion({ workspaceId, personaId, situation, explanation });
    }
    const asked = await personas.quiz({ workspaceId });
    expect(asked.map(({ situation }) => situation)).toEqual(written.map(({ situation }) => situation));
    expect(JSON.stringify(asked)).not.toContain(worrier);
    const [first, second] = asked as [(typeof asked)[number], (typeof asked)[number]];

    const mine = { workspaceId, person: 'ada-in-her-browser' };
    const wrong = await personas.answerQuiz({ ...mine, questionId: first.id, personaId: hurried });
    expect(wrong).toMatchObject({
      right: false,
      personaId: worrier,
      explanation: written[0]!.explanation,
      score: { questions: 4, answered: 1, right: 0, mistaken: [{ personaId: worrier, takenFor: hurried }] },
    });
    await personas.answerQuiz({ ...mine, questionId: first.id, personaId: worrier });
    const { score } = await personas.answerQuiz({ ...mine, questionId: second.id, personaId: hurried });
    expect(score).toMatchObject({ answered: 2, right: 2, rightAtOnce: 1 });
    expect(await personas.quizScore(mine)).toEqual(score);
    expect(await personas.quizScore({ ...mine, person: 'somebody-else' })).toMatchObject({ answered: 0 });

    const questionId = second.id;
    await expect(personas.answerQuiz({ ...mine, questionId, personaId: 'nobody' })).rejects.toMatchObject({
      details: { code: 'persona.not-found' },
    });
    await personas.changeQuizQuestion({
      workspaceId,
      questionId,
      situation: second.situation,
      explanation: '',
      personaId: worrier,
    });
    expect(await personas.quizScore(mine)).toMatchObject({ answered: 2, right: 1 });

    // A persona that goes takes its situations out of the quiz, not out of the hands of those who write them.
    await personas.remove({ workspaceId, personaId: hurried });
    expect(await personas.quiz({ workspaceId })).toHaveLength(3);
    const all = await personas.quizQuestions({ workspaceId });
    expect(all).toHaveLength(4);
    const orphan = all.find(({ personaId }) => personaId === hurried)!;
    await expect(
      personas.answerQuiz({ ...mine, questionId: orphan.id, personaId: worrier }),
    ).rejects.toMatchObject({ details: { status: 404, code: 'persona.question-not-found' } });
    await personas.removeQuizQuestion({ workspaceId, questionId: orphan.id });
    expect(await personas.quizQuestions({ workspaceId })).toHaveLength(3);
  });

  it('gives pages what they need to listen with', async () => {
    const { persona } = await open.api.persona.get({ workspaceId, personaId: worrier });
    expect(signsOf({ [worrier]: persona })).toEqual([]);
    const [place] = Object.entries(persona.statements).find(([, { section }]) => section === 'signs')!;
    const changes = [{ op: 'set' as const, path: ['statements', place, 'text'], value: 'S’excuse' }];
    await open.api.persona.change({ workspaceId, personaId: worrier, changes: changes as never });
    const again = await open.api.persona.get({ workspaceId, personaId: worrier });
    expect(signsOf({ [worrier]: again.persona }).map(({ text }) => text)).toEqual(['S’excuse']);
  });

  it('begins with three finished ones, made once', async () => {
    const workspace = unwrap(
      await createWorkspace(open.world, { name: 'Démonstration', language: 'fr', zone: 'UTC', minimum: 30 }),
    );
    const seed = async () => unwrap(await seedPersonas(open.world, workspace, 'fr', '2026-03-01'));
    const [ids, again] = [await seed(), await seed()];
    expect(again).toEqual(ids);
    const input = { workspaceId: workspace.id };
    const all = await open.api.persona.list(input);
    expect(all.map(({ title }) => title)).toEqual(['L’inquiète', 'L’autonome', 'Le pressé']);
    expect(await open.api.persona.segments(input)).toHaveLength(2);
    expect(await open.api.persona.shares(input)).toHaveLength(6);
    expect(await open.api.persona.quiz(input)).toHaveLength(6);
  });
});
