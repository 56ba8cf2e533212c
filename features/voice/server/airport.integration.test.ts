import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { openSurveyWorld, type SurveyWorld, surveyMapping, surveyWorkspace } from '#testing/survey-world.ts';
import { surveyScores } from '../analytics/survey-scores.ts';
import { previewSurveyFile } from './preview-survey.ts';
import { surveyStatsIn } from './survey-stats-of-file.ts';
import type { StoredSurvey } from './surveys-port.ts';

/** Real answers of airport passengers; not part of the project. */
const folder = join(import.meta.dirname, '../../../../shared/data/sfo-airport-survey');
const nameOf = (year: number) => `${year}_SFO_Customer_Survey_20250817.csv`;
const fileOf = (year: number) => ({ path: join(folder, nameOf(year)), name: nameOf(year) });

/** Independent of everything that is tested: a few lines of plain TypeScript over the file. */
function readCsv(year: number): Record<string, string>[] {
  const lines = readFileSync(fileOf(year).path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const split = (line: string): string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .slice(0, -1)
      .map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"').trim());
  // A trailing empty cell matches twice at the end of the line; the header says how many there are.
  const header = split(`${lines[0]},`);
  return lines.slice(1).map((line) => {
    const cells = split(`${line},`);
    return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
  });
}

const inside = (rows: Record<string, string>[], column: string, min: number, max: number) =>
  rows.filter((row) => {
    const value = row[column] ?? '';
    return /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
  });

const weightOf = (row: Record<string, string>): number => Number(row.WEIGHT);
const total = (rows: Record<string, string>[], of: (row: Record<string, string>) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

const netOf = (row: Record<string, string>): number => {
  const value = Number(row.NETPRO);
  return value >= 9 ? 100 : value <= 6 ? -100 : 0;
};

const ratings = ['Q7ART', 'Q7FOOD', 'Q7WIFI', 'Q7ALL', 'Q9BOARDING', 'Q9RESTROOM', 'Q10SAFE', 'Q14FIND'];
const rated = (column: string) => ({ column, noAnswer: ['6', '0', 'Blank'] });

describe.skipIf(!existsSync(fileOf(2017).path))('the airport survey (../shared/data)', () => {
  let world: SurveyWorld;
  let survey: StoredSurvey;
  const rows = existsSync(fileOf(2017).path) ? readCsv(2017) : [];

  beforeAll(async () => {
    world = await openSurveyWorld();
    const outcome = unwrap(
      await world.import({
        file: fileOf(2017),
        mapping: surveyMapping(
          [
            { column: 'NETPRO', kind: 'nps', scale: { min: 0, max: 10 }, noAnswer: ['11'] },
            ...ratings.map(rated),
          ],
          { respondent: 'RESPNUM', weight: 'WEIGHT', splits: ['Q20GENDER', 'Q19AGE', 'BAREA'] },
        ),
      }),
    );
    survey = outcome.survey;
  });
  afterAll(() => world?.close());

  it('has 2,831 respondents, all kept', () => {
    expect(survey.balance).toEqual({ read: 2831, kept: 2831, setAside: {} });
    expect(survey.respondents).toBe(2831);
    expect(survey.columns).toHaveLength(97);
  });

  it('is guessed right: recommendation with its blank code, weights, respondents, 27 scores', async () => {
    const preview = unwrap(await previewSurveyFile(world.engine, fileOf(2017), 'America/Los_Angeles'));
    expect(preview).toMatchObject({ rows: 2831, whole: true });
    expect(preview.mapping).toMatchObject({ respondent: 'RESPNUM', weight: 'WEIGHT', time: null });
    expect(preview.mapping?.splits).toEqual(expect.arrayContaining(['Q20GENDER', 'Q19AGE', 'BAREA']));
    const scores = preview.mapping?.scores ?? [];
    expect(scores).toContainEqual({
      column: 'NETPRO',
      label: 'NETPRO',
      kind: 'nps',
      scale: { min: 0, max: 10 },
      noAnswer: ['11'],
    });
    expect(scores.find(({ column }) => column === 'Q7ALL')).toMatchObject({
      kind: 'csat',
      scale: { min: 1, max: 5 },
      noAnswer: ['Blank'],
    });
    expect(scores.map(({ column }) => column)).toEqual(expect.arrayContaining(ratings));
    expect(scores).toHaveLength(27);
    const older = unwrap(await previewSurveyFile(world.engine, fileOf(2016), 'America/Los_Angeles'));
    expect(older.mapping).toMatchObject({
      respondent: '*RESPNUM',
      weight: 'WEIGHT',
      time: { column: 'INTDATE', format: 'month-first' },
    });
  });

  it('recommends at 39.84, n = 2,746, weighted 40.40', async () => {
    const [score] = await surveyScores(world.engine, {
      workspaceId: surveyWorkspace,
      survey,
      columns: [{ column: 'NETPRO' }],
    });
    expect(score).toMatchObject({
      answers: 2746,
      noAnswer: 85,
      refusedTotal: 0,
      refused: [],
      withoutWeight: 0,
    });
    const figure = score?.groups[0]?.estimate;
    if (!figure || figure.withheld) throw new Error('withheld');
    expect(figure.value).toBeCloseTo(39.84, 2);
    expect(figure.n).toBe(2746);
    expect(figure.weighted?.value).toBeCloseTo(40.4, 2);
    expect([figure.low, figure.high].map((bound) => bound.toFixed(2))).toEqual(['37.18', '42.41']);
  });

  it('refuses 11 when nobody said it means blank, and says the same', async () => {
    const stats = unwrap(
      await surveyStatsIn(world.engine, world.folder, {
        file: fileOf(2017),
        score: 'NETPRO',
        kind: 'nps',
        weight: 'WEIGHT',
      }),
    );
    expect(stats.value).toBeCloseTo(39.84, 2);
    expect(stats.n).toBe(2746);
    expect(stats.weighted?.value).toBeCloseTo(40.4, 2);
    expect(stats.refused).toEqual([{ value: '11', count: 84 }]);
    expect(stats).toMatchObject({ noAnswer: 1, refusedTotal: 84, respondents: 2831 });
  });

  it('agrees with a plain count in every group of every split', async () => {
    const answers = inside(rows, 'NETPRO', 0, 10);
    for (const by of ['Q20GENDER', 'Q19AGE', 'BAREA']) {
      const [score] = await surveyScores(world.engine, {
        workspaceId: surveyWorkspace,
        survey,
        by,
        minimum: 5,
        columns: [{ column: 'NETPRO' }],
      });
      const sizes = Map.groupBy(rows, (row) => row[by] ?? '');
      sizes.delete('');
      expect(
        score?.groups
          .slice(1)
          .map(({ key }) => key)
          .toSorted(),
      ).toEqual(
        [...sizes]
          .filter(([, people]) => people.length >= 5)
          .map(([key]) => key)
          .toSorted(),
      );
      for (const { key, respondents, estimate } of score?.groups.slice(1) ?? []) {
        expect(respondents).toBe(sizes.get(key)?.length);
        const mine = answers.filter((row) => row[by] === key);
        expect(estimate.n).toBe(mine.length);
        if (estimate.withheld) continue;
        expect(estimate.value).toBeCloseTo(total(mine, netOf) / mine.length, 9);
        expect(estimate.weighted?.value).toBeCloseTo(
          total(mine, (row) => weightOf(row) * netOf(row)) / total(mine, weightOf),
          9,
        );
      }
    }
  });

  it('rates each touchpoint as a plain count does', async () => {
    const scores = await surveyScores(world.engine, {
      workspaceId: surveyWorkspace,
      survey,
      columns: ratings.map((column) => ({ column })),
    });
    expect(scores.map(({ column }) => column)).toEqual(ratings);
    for (const { column, answers, noAnswer, refusedTotal, groups } of scores) {
      const mine = inside(rows, column, 1, 5);
      expect(answers).toBe(mine.length);
      expect(answers + noAnswer + refusedTotal).toBe(2831);
      expect(refusedTotal).toBe(0);
      const { estimate, topTwo } = groups[0] ?? {};
      if (!estimate || estimate.withheld || !topTwo || topTwo.withheld) throw new Error('withheld');
      const value = (row: Record<string, string>) => Number(row[column]);
      expect(estimate.value).toBeCloseTo(total(mine, value) / mine.length, 9);
      expect(estimate.weighted?.value).toBeCloseTo(
        total(mine, (row) => weightOf(row) * value(row)) / total(mine, weightOf),
        9,
      );
      expect(topTwo.value).toBeCloseTo(mine.filter((row) => value(row) >= 4).length / mine.length, 9);
    }
  });

  it('of 2016 reads as a plain count does, codes refused where nobody declared them', async () => {
    const answers = inside(readCsv(2016), 'Q7ALL', 1, 5);
    const stats = unwrap(
      await surveyStatsIn(world.engine, world.folder, {
        file: fileOf(2016),
        score: 'Q7ALL',
        kind: 'mean',
        noAnswer: ['0'],
        weight: 'WEIGHT',
        by: 'Q20GENDER',
      }),
    );
    expect(stats).toMatchObject({
      n: answers.length,
      respondents: 3087,
      noAnswer: 133,
      refused: [{ value: '6', count: 35 }],
    });
    expect(stats.value).toBeCloseTo(total(answers, (row) => Number(row.Q7ALL)) / answers.length, 9);
    expect(stats.weighted?.value).toBeCloseTo(
      total(answers, (row) => weightOf(row) * Number(row.Q7ALL)) / total(answers, weightOf),
      9,
    );
    expect(stats.groups.map(({ key, estimate }) => [key, estimate.n])).toEqual(
      ['Male', 'Female', '0'].map((key) => [key, answers.filter((row) => row.Q20GENDER === key).length]),
    );
  });
});
