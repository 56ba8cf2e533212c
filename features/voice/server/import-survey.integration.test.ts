import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { openSurveyWorld, type SurveyWorld, surveyMapping, surveyWorkspace } from '#testing/survey-world.ts';
import { surveyScores } from '../analytics/survey-scores.ts';
import { listVerbatims } from '../analytics/verbatims.ts';
import { readAnswer } from '../domain/answer.ts';
import { recoverSurveyImports } from './recover-imports.ts';
import { removeSurvey } from './remove-survey.ts';
import { openSetAsideFile } from './set-aside-file.ts';
import { surveyStatsIn } from './survey-stats-of-file.ts';
import type { StoredSurvey } from './surveys-port.ts';
import { updateSurvey } from './update-survey.ts';

const nps = surveyMapping([{ column: 'note', kind: 'nps', scale: { min: 0, max: 10 } }]);
const many = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join('');

describe('an import of answers', () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await openSurveyWorld();
  });
  afterAll(() => world?.close());
  afterEach(async () => {
    for (const { id } of await world.surveys.list(surveyWorkspace)) {
      unwrap(await removeSurvey(world, { workspaceId: surveyWorkspace, surveyId: id }));
    }
    expect(await world.remains()).toEqual({ cells: 0, files: [] });
  });

  const scoresOf = (survey: StoredSurvey, by?: string) =>
    surveyScores(world.engine, { workspaceId: surveyWorkspace, survey, by: by ?? null, minimum: 5 });

  const asideOf = async (survey: StoredSurvey): Promise<string> => {
    const stream = await openSetAsideFile(world.folder, survey.importId);
    return stream ? (await buffer(stream)).toString() : '';
  };

  it('reads semicolons, decimal commas, a BOM, Windows-1252, repeated headers and labels', async () => {
    const lines = [
      'Identifiant;Note;Note;Poids;Région;Commentaire',
      ...Array.from(
        { length: 20 },
        (_, i) => `${i};${(i % 5) + 1};${(i % 4) + 1},5;0,${i + 1};Île-de-France;"Très ""bien""; merci"`,
      ),
      '20;Très satisfait;6,0;1,0;Île-de-France;',
      '21;;9;;Bretagne;Où ça ?',
    ];
    const mapping = surveyMapping(
      [
        { column: 'Note', kind: 'mean' },
        { column: 'Note (2)', kind: 'mean', noAnswer: ['6'] },
      ],
      { respondent: 'Identifiant', weight: 'Poids', splits: ['Région'], texts: ['Commentaire'] },
    );
    const accents = lines.join('\r\n');
    const files = [
      Buffer.from(`\ufeff${accents}`, 'utf8'),
      Buffer.from(accents.replaceAll('Île', '\u00cele'), 'latin1'),
      Buffer.from(gzipSync(Buffer.from(`${accents}\r\n`, 'utf8'))),
    ];
    for (const [index, bytes] of files.entries()) {
      const file = await world.file('réponses.csv', bytes);
      const { survey } = unwrap(await world.import({ file, mapping, name: `fichier ${index}` }));
      expect(survey.columns).toEqual(['Identifiant', 'Note', 'Note (2)', 'Poids', 'Région', 'Commentaire']);
      expect(survey.balance).toEqual({ read: 22, kept: 22, setAside: {} });
      const [first, second] = await scoresOf(survey, 'Région');
      expect(first).toMatchObject({
        answers: 20,
        noAnswer: 1,
        refusedTotal: 1,
        refused: [{ value: 'Très satisfait', count: 1 }],
      });
      expect(first?.groups.map(({ key, respondents }) => [key, respondents])).toEqual([
        ['all', 22],
        ['Île-de-France', 21],
      ]);
      expect(second).toMatchObject({ answers: 20, noAnswer: 1, refused: [{ value: '9', count: 1 }] });
      const figure = second?.groups[0]?.estimate;
      if (!figure || figure.withheld) throw new Error('withheld');
      expect(figure.value).toBe(3);
      const words = await listVerbatims(world.engine, {
        workspaceId: surveyWorkspace,
        survey,
        limit: 30,
        by: 'Région',
      });
      expect(words).toHaveLength(21);
      expect(words[0]).toEqual({ column: 'Commentaire', text: 'Très "bien"; merci', group: 'Île-de-France' });
      // One person of Bretagne: too few to be named as a group.
      expect(words.at(-1)).toEqual({ column: 'Commentaire', text: 'Où ça ?', group: null });
    }
  });

  it('adds nothing the second time, whatever the mapping or the name', async () => {
    const file = await world.file('a.csv', `note\n${many(40, (i) => `${i % 11}\n`)}`);
    const first = unwrap(await world.import({ file, mapping: nps }));
    const before = await world.remains();
    const again = unwrap(
      await world.import({ file: { ...file, name: 'b.csv' }, mapping: surveyMapping([{ column: 'note' }]) }),
    );
    expect(again).toMatchObject({
      outcome: 'already-imported',
      survey: { id: first.survey.id, fileName: 'a.csv' },
    });
    expect(await world.surveys.getImport(surveyWorkspace, again.importId)).toMatchObject({
      status: 'already-imported',
      surveyId: first.survey.id,
    });
    expect(await world.remains()).toEqual(before);
    // Also when two of them run at once.
    const other = await world.file('c.csv', `note\n${many(50, (i) => `${i % 11}\n`)}`);
    const outcomes = await Promise.all([1, 2, 3].map(() => world.import({ file: other, mapping: nps })));
    expect(outcomes.map((outcome) => unwrap(outcome).outcome).toSorted()).toEqual([
      'already-imported',
      'already-imported',
      'imported',
    ]);
    expect(await world.surveys.list(surveyWorkspace)).toHaveLength(2);
  });

  it('sets aside rows that are no rows and people who come twice, and says which', async () => {
    const file = await world.file(
      'a.csv',
      `id,note,mot\n${many(30, (i) => `p${i},9,bien\n`)}p1,0,"=cmd()"\np31,9\n,1,\n,2,\np32,9,x,y\np1,3,encore\n`,
    );
    const mapping = surveyMapping([{ column: 'note', kind: 'nps', scale: { min: 0, max: 10 } }], {
      respondent: 'id',
    });
    const { survey } = unwrap(await world.import({ file, mapping }));
    const { read, kept, setAside } = survey.balance;
    expect(kept + Object.values(setAside).reduce((sum, n) => sum + n, 0)).toBe(read);
    expect(survey.balance).toEqual({
      read: 36,
      kept: 32,
      setAside: { 'duplicate-respondent': 2, 'too-few-fields': 1, 'too-many-fields': 1 },
    });
    const aside = await asideOf(survey);
    expect(aside.startsWith('\ufeffline,reason\r\n')).toBe(true);
    const lines = aside.slice(1).trim().split('\r\n').slice(1).toSorted();
    expect(lines).toEqual([
      "32,duplicate-respondent,p1,0,'=cmd()",
      '33,too-few-fields,p31,9',
      '36,too-many-fields,p32,9,x,y',
      '37,duplicate-respondent,p1,3,encore',
    ]);
    const [score] = await scoresOf(survey);
    expect(score).toMatchObject({ answers: 32, noAnswer: 0, refusedTotal: 0 });
  });

  it('leaves nothing of what is refused, broken or cancelled', async () => {
    const good = `note\n${many(20_000, (i) => `${i % 11}\n`)}`;
    const truncated = gzipSync(Buffer.from(good)).subarray(0, -20);
    const cases: [string, string | Uint8Array, string][] = [
      ['empty.csv', '', 'import.empty'],
      ['header.csv', 'note\n', 'import.header-only'],
      ['other.csv', 'id,other\n1,2\n3,4\n', 'survey.missing-column'],
      ['cut.csv.gz', truncated, 'import.truncated'],
    ];
    for (const [name, content, code] of cases) {
      const file = await world.file(name, content);
      const importId = `refused-${code.replace('.', '-')}`;
      const outcome = await world.import({ file, mapping: nps, importId });
      expect(outcome).toMatchObject({ ok: false, problem: { code } });
      expect(await world.surveys.getImport(surveyWorkspace, importId)).toMatchObject({
        status: 'failed',
        problem: { code },
      });
    }
    const controller = new AbortController();
    const cancelled = await world.import({
      file: await world.file('big.csv', `note\n${many(400_000, (i) => `${i % 11}\n`)}`),
      mapping: nps,
      importId: 'cancelled',
      signal: controller.signal,
      onBegun: () => setTimeout(() => controller.abort(), 20),
    });
    expect(cancelled).toMatchObject({ ok: false, problem: { code: 'survey.cancelled' } });
    expect(await world.surveys.getImport(surveyWorkspace, 'cancelled')).toMatchObject({
      status: 'cancelled',
    });
    expect(await world.surveys.list(surveyWorkspace)).toEqual([]);
    expect(await world.remains()).toEqual({ cells: 0, files: [] });
  });

  it('reads its cells again when the mapping changes, without the file', async () => {
    const file = await world.file(
      'a.csv',
      `note,sexe,poids,jour\n${many(60, (i) => `${i % 12},${i % 2 ? 'F' : 'H'},${1 + (i % 3)},2025-03-${String((i % 28) + 1).padStart(2, '0')}\n`)}`,
    );
    const { survey } = unwrap(await world.import({ file, mapping: nps }));
    expect(survey).toMatchObject({ firstAt: null, lastAt: null });
    const ports = { ...world };
    const change = (mapping: StoredSurvey['mapping']) =>
      updateSurvey(ports, { workspaceId: surveyWorkspace, surveyId: survey.id, mapping });
    const again = async (by?: string) =>
      scoresOf((await world.surveys.get(surveyWorkspace, survey.id)) as StoredSurvey, by);

    expect((await again())[0]).toMatchObject({
      answers: 55,
      noAnswer: 0,
      refused: [{ value: '11', count: 5 }],
    });
    unwrap(
      await change(
        surveyMapping([{ column: 'note', kind: 'mean', scale: { min: 1, max: 10 }, noAnswer: ['0', '11'] }], {
          weight: 'poids',
          splits: ['sexe'],
          time: { column: 'jour', format: null, zone: 'Europe/Paris' },
        }),
      ),
    );
    const [score] = await again('sexe');
    expect(score).toMatchObject({ kind: 'mean', answers: 50, noAnswer: 10, refused: [] });
    expect(score?.groups.map(({ key, estimate }) => [key, estimate.n])).toEqual([
      ['all', 50],
      ['F', 25],
      ['H', 25],
    ]);
    const stored = await world.surveys.get(surveyWorkspace, survey.id);
    expect(stored).toMatchObject({ firstAt: '2025-02-28T23:00:00.000Z', lastAt: '2025-03-27T23:00:00.000Z' });

    expect(await change({ ...nps, respondent: 'sexe' })).toMatchObject({
      ok: false,
      problem: { code: 'survey.respondent-settled' },
    });
    expect(await change(surveyMapping([{ column: 'nul' }]))).toMatchObject({
      ok: false,
      problem: { code: 'survey.missing-column' },
    });
    expect(
      await change(surveyMapping([{ column: 'note', kind: 'nps', scale: { min: 1, max: 5 } }])),
    ).toMatchObject({ ok: false, problem: { code: 'survey.nps-scale' } });
    expect(
      await updateSurvey(ports, { workspaceId: 'elsewhere' as WorkspaceId, surveyId: survey.id, name: 'x' }),
    ).toMatchObject({ ok: false, problem: { code: 'survey.not-found' } });
  });

  it('gives the answers of one workspace to nobody else', async () => {
    const file = await world.file('a.csv', `note\n${many(40, () => '9\n')}`);
    const { survey } = unwrap(await world.import({ file, mapping: nps }));
    const [score] = await surveyScores(world.engine, { workspaceId: 'elsewhere' as WorkspaceId, survey });
    expect(score).toMatchObject({ answers: 0, groups: [{ estimate: { withheld: true, n: 0 } }] });
  });

  it('withholds what too few said, and leaves small groups out', async () => {
    const file = await world.file(
      'a.csv',
      `note,groupe\n${many(31, () => '9,grand\n')}${many(29, () => '8,moyen\n')}${many(4, () => '0,petit\n')}`,
    );
    const { survey } = unwrap(await world.import({ file, mapping: { ...nps, splits: ['groupe'] } }));
    const [score] = await surveyScores(world.engine, { workspaceId: surveyWorkspace, survey, by: 'groupe' });
    expect(score?.groups.map(({ key, estimate }) => [key, estimate.withheld, estimate.n])).toEqual([
      ['all', false, 64],
      ['grand', false, 31],
      ['moyen', true, 29],
    ]);
  });

  it('takes back at the next start what a killed process had staged', async () => {
    const file = await world.file('a.csv', `note\n${many(40, () => '9\n')}`);
    const kept = unwrap(await world.import({ file, mapping: nps }));
    const before = await world.remains();
    await world.engine.command(
      `INSERT INTO survey_cell SELECT {workspace:String}, 'staged', 0, number, 'x', NULL FROM numbers(100)`,
      { workspace: surveyWorkspace },
    );
    await world.surveys.addImport(surveyWorkspace, {
      id: 'killed',
      workspaceId: surveyWorkspace,
      surveyId: 'staged',
      fileName: 'a.csv',
      fileSize: 1,
      status: 'running',
      startedAt: new Date().toISOString(),
      endedAt: null,
      balance: null,
      problem: null,
    });
    // As the next process finds the engine: its folder was not closed.
    const restarted = { ...world, engine: { ...world.engine, settled: false } };
    expect(await recoverSurveyImports(restarted)).toEqual({ interrupted: 1, remainders: 1 });
    expect(await world.remains()).toEqual(before);
    expect(await world.surveys.getImport(surveyWorkspace, 'killed')).toMatchObject({
      status: 'failed',
      problem: { code: 'survey.interrupted' },
    });
    expect(await world.surveys.get(surveyWorkspace, kept.survey.id)).toBeDefined();
    expect(await recoverSurveyImports(restarted)).toEqual({ interrupted: 0, remainders: 0 });
  });

  it('keeps each answer of any table as it reads, whatever is written in it', async () => {
    const cell = fc.oneof(
      fc.integer({ min: -2, max: 13 }).map(String),
      fc.constantFrom('', '4,5', '7.0', 'oui', 'Blank', ' 5', '"', 'a;b', 'é'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 5, maxLength: 40 }), async (cells) => {
        const quoted = cells.map((each, i) => `${i};"${each.replaceAll('"', '""')}"\n`).join('');
        const file = await world.file('a.csv', `id;note\n${quoted}`);
        const score = {
          column: 'note',
          kind: 'nps',
          scale: { min: 0, max: 10 },
          noAnswer: ['Blank'],
        } as const;
        const stats = unwrap(
          await surveyStatsIn(world.engine, world.folder, {
            file,
            score: 'note',
            kind: 'nps',
            noAnswer: score.noAnswer,
            minimum: 5,
            table: { dialect: { delimiter: ';' } },
          }),
        );
        const read = (reading: string) =>
          cells.filter((each) => readAnswer(each, { ...score, noAnswer: ['Blank'] }).reading === reading)
            .length;
        expect(stats).toMatchObject({
          respondents: cells.length,
          n: read('answer'),
          noAnswer: read('no-answer'),
          refusedTotal: read('refused'),
        });
      }),
      { seed: 4_747, numRuns: 25 },
    );
  });

  it('takes a file of a million cells in several batches, and tells how far it is', async () => {
    const file = await world.file(
      'wide.csv',
      `note,agence,canal,langue,mot\n${many(200_000, (i) => `${i % 11},agence ${i % 90},web,fr,bien ${i}\n`)}`,
    );
    const seen: number[] = [];
    const { survey } = unwrap(
      await world.import({ file, mapping: nps, onProgress: ({ rows }) => seen.push(rows) }),
    );
    expect(survey.respondents).toBe(200_000);
    expect(seen.at(-1)).toBe(200_000);
    const [score] = await scoresOf(survey);
    expect(score?.answers).toBe(200_000);
  });
});
