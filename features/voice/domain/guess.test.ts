import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';
import { checkMapping } from './check-mapping.ts';
import { createProfiler } from './column-profile.ts';
import { guessSurveyMapping } from './guess.ts';
import { surveyMappingSchema, surveyPreviewColumnSchema } from './survey.ts';

/** Guesses from a table written as columns: the same number of rows each. */
function guess(columns: Readonly<Record<string, readonly string[]>>) {
  const names = Object.keys(columns);
  const rows = Math.max(...Object.values(columns).map((cells) => cells.length));
  return guessRows(
    names,
    Array.from({ length: rows }, (_, row) => names.map((name) => columns[name]?.[row] ?? '')),
  );
}
function guessRows(names: readonly string[], rows: readonly (readonly string[])[]) {
  const profiler = createProfiler();
  for (const row of rows) profiler.add(row);
  return guessSurveyMapping(profiler.profiles(names));
}
const cycle = (values: readonly string[], n = 200): string[] =>
  Array.from({ length: n }, (_, i) => values[(i * 7) % values.length] ?? '');
const numbered = (of: (i: number) => string, n = 200): string[] => Array.from({ length: n }, (_, i) => of(i));
const roleOf = (found: ReturnType<typeof guess>, column: string) =>
  found.columns.find((each) => each.column === column);

describe('the guess of a mapping', () => {
  it('finds a recommendation question and takes the value after its end for a blank code', () => {
    const found = guess({ NETPRO: cycle(['10', '9', '8', '7', '5', '0', '11', '6', '10', '9']) });
    expect(found.mapping?.scores).toEqual([
      { column: 'NETPRO', label: 'NETPRO', kind: 'nps', scale: { min: 0, max: 10 }, noAnswer: ['11'] },
    ]);
    expect(roleOf(found, 'NETPRO')).toMatchObject({
      role: 'score',
      reason: { code: 'score-name', params: { hint: 'nps' } },
    });
    expect(roleOf(found, 'NETPRO')?.values.find(({ value }) => value === '11')?.reading).toBe('no-answer');
  });

  it('leaves what is outside the scale and no usual code refused, and shows it', () => {
    const found = guess({
      'Note de satisfaction': cycle(['1', '2', '3', '4', '5', '5', '4', '42', 'très bien']),
    });
    expect(found.mapping?.scores[0]).toMatchObject({ kind: 'csat', scale: { min: 1, max: 5 }, noAnswer: [] });
    const readings = Object.fromEntries(
      (roleOf(found, 'Note de satisfaction')?.values ?? []).map(({ value, reading }) => [value, reading]),
    );
    expect(readings).toMatchObject({ '42': 'refused', 'très bien': 'refused', '5': 'answer' });
  });

  it('trusts questions asked together, and a lone one that looks like them', () => {
    const rating = ['5', '4', '4', '3', '6', '0', '5', '2', '1', '4'];
    const found = guess({
      Q7A: cycle(rating),
      Q7B: cycle(rating),
      Q7C: cycle(rating),
      Q10SAFE: cycle(['5', '4', '5', '4', '3', '0', '5', '2', '1']),
      Q5TIMES: cycle(['1', '1', '1', '2', '3', '1', '2', '4', '5', '6']),
    });
    expect(found.mapping?.scores.map(({ column }) => column)).toEqual(['Q7A', 'Q7B', 'Q7C', 'Q10SAFE']);
    expect(found.mapping?.scores[0]?.noAnswer.toSorted()).toEqual(['0', '6']);
    expect(roleOf(found, 'Q5TIMES')).toMatchObject({ role: 'split', reason: { code: 'maybe-score' } });
  });

  it('tells weights, respondents, texts and splits from their names and values', () => {
    const found = guess({
      id_client: numbered((i) => `C${1000 + i}`),
      note: cycle(['1', '2', '3', '4', '5']),
      poids: numbered((i) => (0.5 + (i % 10) / 10).toFixed(2).replace('.', ',')),
      region: cycle(['Nord', 'Sud', 'Est']),
      commentaire: numbered((i) => `La personne ${i} a été très aimable avec moi`),
      vide: numbered(() => ''),
    });
    expect(found.mapping).toMatchObject({
      respondent: 'id_client',
      weight: 'poids',
      splits: ['region'],
      texts: ['commentaire'],
    });
    expect(roleOf(found, 'vide')?.role).toBe('ignored');
  });

  it('does not take kilograms, ages or amounts for weights or scores', () => {
    const found = guess({
      weight_kg: numbered((i) => String(50 + (i % 40))),
      age: cycle(['1', '2', '3', '4', '5']),
      nps: cycle(['0', '10', '9', '8', '7', '6']),
    });
    expect(found.mapping?.weight).toBeNull();
    expect(found.mapping?.scores.map(({ column }) => column)).toEqual(['nps']);
  });

  it('has no mapping when nothing looks like a score', () => {
    expect(
      guess({ ville: cycle(['Lyon', 'Paris']), montant: numbered((i) => String(i * 13)) }).mapping,
    ).toBeNull();
  });

  it('is always a mapping that can be applied, whatever the table', () => {
    const cell = fc.oneof(
      fc.integer({ min: -3, max: 120 }).map(String),
      fc.constantFrom('', 'Blank', '4,5', 'oui', '0.8', 'un texte assez long pour en être un'),
      fc.string({ maxLength: 8 }),
    );
    const name = fc.oneof(
      fc.constantFrom('NPS', 'note_1', 'note_2', 'note_3', 'Q7A', 'poids', 'id', 'commentaire', 'age'),
      fc.string({ minLength: 1, maxLength: 10 }).filter((text) => text.trim() !== ''),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 60 }),
        (names, rows) => {
          const found = guessRows(names, rows);
          expect(found.columns.map(({ column }) => column)).toEqual(names);
          for (const column of found.columns) surveyPreviewColumnSchema.parse(column);
          if (!found.mapping) return;
          expect(surveyMappingSchema.parse(found.mapping)).toEqual(found.mapping);
          expect(checkMapping(found.mapping, names).ok).toBe(true);
          for (const score of found.mapping.scores) {
            const index = names.indexOf(score.column);
            expect(rows.some((row) => readAnswer(row[index] ?? '', score).reading === 'answer')).toBe(true);
          }
        },
      ),
      { seed: 19_700_101, numRuns: 400 },
    );
  });
});
