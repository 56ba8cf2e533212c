import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyWorld, type SurveyWorld, surveyMapping, surveyWorkspace } from '#testing/survey-world.ts';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import { npsBounds, readAnswer, readWeight, type ScoreRule, satisfiedFrom } from '../domain/answer.ts';
import { addAnswers, noAnswers } from '../domain/score.ts';
import { createCellWriter, dropCells } from '../server/cells.ts';
import { answerSums } from './answer-sums.ts';
import { groupSizes } from './group-sizes.ts';
import { periodScores } from './period-scores.ts';
import { refusedValues } from './refused-values.ts';

/** Cells as they come in exports, and as nobody expects them. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1, max: 12 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.double({ min: 0, max: 11, noNaN: true }).map((n) => n.toFixed(1).replace('.', ',')),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'Blank',
      'n/a',
      '06',
      '6.0',
      '5 ',
      '\u00a04',
      "l'été",
      'a\tb',
      'c\\d',
      '😀',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const rule: fc.Arbitrary<ScoreRule> = fc.record({
  kind: fc.constantFrom<ScoreKind>('nps', 'csat', 'ces', 'mean'),
  scale: fc.constantFrom({ min: 0, max: 10 }, { min: 1, max: 5 }, { min: 1, max: 7 }, { min: 0, max: 100 }),
  noAnswer: fc.uniqueArray(fc.constantFrom('0', '6', '11', 'Blank', 'n/a', "l'été", ' 5'), { maxLength: 3 }),
});
const row = fc.record({
  first: cell,
  second: cell,
  weight: fc.constantFrom('', '0', '-1', 'x', '1', '0.5', '2,25', '0.2847177143'),
  group: fc.constantFrom('', 'A', 'B', 'C'),
});

describe('the rules in the engine and the rules in the domain', () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await openSurveyWorld();
  });
  afterAll(() => world?.close());

  it('read every cell alike, weigh alike, and split alike', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), rule, rule, async (rows, first, second) => {
        const surveyId = `s${run++}`;
        const writer = createCellWriter(world.engine, { workspaceId: surveyWorkspace, surveyId });
        for (const [index, { first: a, second: b, weight, group }] of rows.entries()) {
          await writer.add(index + 2, [a, b, weight, group]);
        }
        await writer.flush();
        const mapping = surveyMapping(
          [
            { column: 'first', ...first },
            { column: 'second', ...second },
          ],
          { weight: 'weight', splits: ['group'] },
        );
        const question = {
          workspaceId: surveyWorkspace,
          survey: {
            id: surveyId,
            columns: ['first', 'second', 'weight', 'group'],
            mapping,
            respondents: rows.length,
          },
        };
        const scores = mapping.scores;

        const sizes = ['A', 'B', 'C']
          .map((key) => ({ key, respondents: rows.filter((each) => each.group === key).length }))
          .filter(({ respondents }) => respondents >= 5)
          .toSorted((a, b) => b.respondents - a.respondents || (a.key < b.key ? -1 : 1));
        expect(await groupSizes(world.engine, { ...question, by: 'group' })).toEqual(sizes);

        const keys = sizes.map(({ key }) => key);
        const sums = await answerSums(world.engine, { ...question, scores, by: 'group', groups: keys });
        for (const [index, score] of scores.entries()) {
          const column = index === 0 ? 'first' : 'second';
          for (const key of [...keys, '']) {
            const expected = rows
              .filter(({ group }) => (key === '' ? !keys.includes(group) : group === key))
              .reduce((all, each) => addAnswers(all, sumsOf(each[column], each.weight, score)), noAnswers);
            const found = sums.find((part) => part.score === index && part.key === key)?.sums ?? noAnswers;
            expect(rounded(found)).toEqual(rounded(expected));
          }
          const refused = rows.filter((each) => readAnswer(each[column], score).reading === 'refused').length;
          const counted = sums
            .filter((part) => part.score === index)
            .reduce((n, part) => n + part.refused, 0);
          expect(counted).toBe(refused);
        }
        const listed = await refusedValues(world.engine, { ...question, scores });
        for (const { score, value } of listed) {
          expect(readAnswer(value, scores[score]!).reading).toBe('refused');
        }
        if (rows.length > 0) await dropCells(world.engine, surveyId);
      }),
      { seed: 11_062_017, numRuns: 60 },
    );
  });

  it('put answers in the period of their date, in the zone of the survey', async () => {
    const writer = createCellWriter(world.engine, { workspaceId: surveyWorkspace, surveyId: 'dated' });
    const rows = [
      ['31/01/2026 23:30', '9', 'Gold'],
      ['01/02/2026 00:30', '10', 'Gold'],
      ['15/02/2026 12:00', '2', 'Blue'],
      ['15/02/2026 12:00', '11', 'Gold'],
      ['soon', '7', 'Gold'],
      ['', '7', 'Gold'],
    ];
    for (const [index, cells] of rows.entries()) await writer.add(index + 2, cells);
    await writer.flush();
    const mapping = surveyMapping([{ column: 'score', kind: 'nps', scale: { min: 0, max: 10 } }], {
      time: { column: 'date', format: 'day-first', zone: 'Europe/Paris' },
      splits: ['plan'],
    });
    const survey = { id: 'dated', columns: ['date', 'score', 'plan'], mapping, respondents: rows.length };
    // Midnight in Paris is 23:00 in UTC.
    const midnight = (day: string) => Date.parse(`${day}T23:00:00Z`);
    const february = midnight('2026-01-31');
    const asked = {
      workspaceId: surveyWorkspace,
      survey,
      column: 'score',
      kind: 'nps' as const,
      periods: [
        { start: midnight('2025-12-31'), end: february },
        { start: february, end: midnight('2026-02-28') },
      ],
      only: [],
    };
    const told = async (more: Partial<Parameters<typeof periodScores>[1]> = {}) =>
      [...((await periodScores(world.engine, { ...asked, ...more })) ?? [])]
        .sort(([a], [b]) => a - b)
        .map(([period, { n, promoters, detractors }]) => [period, n, promoters, detractors]);
    expect(await told()).toEqual([
      [0, 1, 1, 0],
      [1, 2, 1, 1],
    ]);
    expect(await told({ only: [{ by: 'plan', values: ['Blue'] }] })).toEqual([[1, 1, 0, 1]]);
    const others = { by: 'plan', values: ['Blue'], others: true };
    expect(await told({ only: [others] })).toEqual([
      [0, 1, 1, 0],
      [1, 1, 1, 0],
    ]);
    expect(await told({ only: [{ by: 'plan', values: ['Blue'] }, others] })).toEqual([]);
    for (const gone of [{ column: 'other' }, { only: [{ by: 'other', values: [''] }] }])
      expect(await periodScores(world.engine, { ...asked, ...gone })).toBeUndefined();
  });
});

function sumsOf(raw: string, rawWeight: string, score: ScoreRule) {
  const read = readAnswer(raw, score);
  if (read.reading !== 'answer') return noAnswers;
  const y = read.value;
  const w = readWeight(rawWeight);
  const one = w === null ? { n: 0, w: 0, w2: 0 } : { n: 1, w, w2: w * w };
  const none = { n: 0, w: 0, w2: 0 };
  const weighted = { ...one, wy: one.w * y, w2y: one.w2 * y, w2y2: one.w2 * y * y };
  const promotes = y >= npsBounds.promoterFrom;
  const detracts = y <= npsBounds.detractorTo;
  const satisfied = y >= satisfiedFrom(score.scale);
  return {
    n: 1,
    sum: y,
    squares: y * y,
    promoters: promotes ? 1 : 0,
    detractors: detracts ? 1 : 0,
    satisfied: satisfied ? 1 : 0,
    weighted,
    weightedPromoters: promotes ? one : none,
    weightedDetractors: detracts ? one : none,
    weightedSatisfied: satisfied ? one : none,
  };
}

/** Sums of decimals differ in the last digits with the order of the rows. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'number' ? Number(part.toFixed(6)) : part));
