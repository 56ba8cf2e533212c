import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { problem } from '#kit/problem.ts';
import { fail, ok, unwrap } from '#kit/result.ts';
import type { Postgres } from '#platform/postgres/open.ts';
import { relationalStores } from '#testing/stores.ts';
import type { PersonaShare, Segment } from '../domain/segment.ts';
import { createPictureStore, type PictureStore } from './picture-store.ts';
import { createQuizStore, type QuizStore } from './quiz-store.ts';
import { createSegmentStore, type SegmentStore } from './segment-store.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 29, 1, minute, 0, 250)).toISOString();

const aSegment = (id: string, minute = 0): Segment => ({
  id,
  name: `Été « ${id} »`,
  description: 'Adhérents de 60 ans et plus',
  conditions: [
    { is: 'one-of', criterion: 'demographic', attribute: 'âge', values: ['60-74', '75+'] },
    { is: 'between', criterion: 'behavioural', attribute: 'claims', from: 1.5, to: null },
  ],
  createdAt: at(minute),
});

const cell = (segmentId: string, personaId: string, share: number): PersonaShare => ({
  segmentId,
  personaId,
  share,
  source: 'data',
  n: 412,
  date: '2026-03-29',
});

describe.each(relationalStores)('the stores of personas on $name', ({ available, open }) => {
  describe.skipIf(!available)('keep', () => {
    let postgres: Postgres;
    let segments: SegmentStore;
    let quizzes: QuizStore;
    let pictures: PictureStore;
    let workspaces = 0;
    let workspace: WorkspaceId;
    let other: WorkspaceId;

    beforeAll(async () => {
      postgres = await open();
      segments = createSegmentStore(postgres.db);
      quizzes = createQuizStore(postgres.db);
      pictures = createPictureStore(postgres.db);
    });
    afterAll(() => postgres?.close());
    beforeEach(() => {
      workspace = `w${workspaces++}` as WorkspaceId;
      other = `w${workspaces++}` as WorkspaceId;
    });

    const fill = async (...cells: PersonaShare[]) =>
      unwrap(
        await segments.changeShares(
          workspace,
          cells.map(({ segmentId }) => segmentId),
          () => ok(cells),
        ),
      );

    it('segments as they were told, the oldest first, each in its workspace', async () => {
      await segments.add(workspace, aSegment('young', 2));
      await segments.add(workspace, aSegment('old', 1));
      await segments.add(other, aSegment('old', 1));
      expect(await segments.list(workspace)).toEqual([aSegment('old', 1), aSegment('young', 2)]);
      const settings = { name: 'Seniors', description: '', conditions: [] };
      expect(await segments.change(workspace, 'old', settings)).toEqual({
        ...aSegment('old', 1),
        ...settings,
      });
      expect(await segments.change(workspace, 'never', settings)).toBeUndefined();
      expect(await segments.list(other)).toEqual([aSegment('old', 1)]);
      expect(await segments.remove(workspace, 'old')).toBe(true);
      expect(await segments.remove(workspace, 'old')).toBe(false);
      expect(await segments.list(other)).toHaveLength(1);
    });

    it('the matrix, and lose of it what goes away', async () => {
      for (const id of ['s', 't']) await segments.add(workspace, aSegment(id));
      await fill(cell('s', 'a', 0.25), cell('s', 'b', 0.5), cell('t', 'a', 1));
      expect(await segments.shares(workspace)).toEqual([
        cell('s', 'a', 0.25),
        cell('s', 'b', 0.5),
        cell('t', 'a', 1),
      ]);
      expect(await segments.shares(other)).toEqual([]);
      await segments.removePersona(workspace, 'a');
      expect(await segments.shares(workspace)).toEqual([cell('s', 'b', 0.5)]);
      await segments.remove(workspace, 's');
      expect(await segments.shares(workspace)).toEqual([]);
    });

    it('nothing of a plan that refuses, and leave other segments alone', async () => {
      for (const id of ['s', 't']) await segments.add(workspace, aSegment(id));
      await fill(cell('s', 'a', 0.25), cell('t', 'a', 0.5));
      const refused = await segments.changeShares(workspace, ['s'], (present) => {
        expect(present).toEqual([cell('s', 'a', 0.25)]);
        return fail(problem('persona.segment-overfull'));
      });
      expect(refused).toMatchObject({ problem: { code: 'persona.segment-overfull' } });
      expect(await segments.shares(workspace)).toHaveLength(2);
      await segments.changeShares(workspace, ['s'], () => ok([]));
      expect(await segments.shares(workspace)).toEqual([cell('t', 'a', 0.5)]);
    });

    it('both of two plans made at once about one segment', async () => {
      await segments.add(workspace, aSegment('s'));
      const add = (personaId: string) =>
        segments.changeShares(workspace, ['s'], (present) => ok([...present, cell('s', personaId, 0.1)]));
      await Promise.all(['a', 'b', 'c', 'd'].map(add));
      expect((await segments.shares(workspace)).map(({ personaId }) => personaId)).toEqual([
        'a',
        'b',
        'c',
        'd',
      ]);
    });

    const aQuestion = (id: string, minute = 0) => ({
      id,
      situation: '« Vous l’avez bien reçue ? »',
      personaId: 'worrier',
      explanation: 'Elle veut savoir.',
      createdAt: at(minute),
    });

    it('situations, and the answers of each person to themselves', async () => {
      await quizzes.add(workspace, aQuestion('second', 2));
      await quizzes.add(workspace, aQuestion('first', 1));
      expect((await quizzes.questions(workspace)).map(({ id }) => id)).toEqual(['first', 'second']);
      expect(await quizzes.questions(other)).toEqual([]);
      const answers = ['hurried', 'worrier', 'hurried'].map((personaId, minute) => ({
        questionId: 'first',
        personaId,
        at: at(5 - minute),
      }));
      for (const answer of answers) await quizzes.answer(workspace, 'ada', answer);
      // In the order they were given, whatever their clocks say.
      expect(await quizzes.answersOf(workspace, 'ada')).toEqual(answers);
      expect(await quizzes.answersOf(workspace, 'grace')).toEqual([]);
      expect(await quizzes.answersOf(other, 'ada')).toEqual([]);

      const settings = { situation: 'Autre', personaId: 'hurried', explanation: '' };
      expect(await quizzes.change(workspace, 'first', settings)).toEqual({
        ...aQuestion('first', 1),
        ...settings,
      });
      expect(await quizzes.change(workspace, 'never', settings)).toBeUndefined();
      expect(await quizzes.remove(workspace, 'first')).toBe(true);
      expect(await quizzes.remove(workspace, 'first')).toBe(false);
      expect(await quizzes.answersOf(workspace, 'ada')).toEqual([]);
    });

    it('pictures, byte for byte, once', async () => {
      const picture = { id: 'p', type: 'image/png', data: Uint8Array.from({ length: 256 }, (_, n) => n) };
      await pictures.add(workspace, picture, new Date(at(0)));
      await pictures.add(workspace, { ...picture, type: 'image/webp' }, new Date(at(1)));
      expect(await pictures.find(workspace, 'p')).toEqual(picture);
      expect(await pictures.has(workspace, 'p')).toBe(true);
      expect(await pictures.has(other, 'p')).toBe(false);
      expect(await pictures.find(other, 'p')).toBeUndefined();
    });
  });
});
