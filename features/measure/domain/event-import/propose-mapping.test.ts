import { describe, expect, it } from 'vitest';
import { guessColumn } from '#kit/table/column-guess.ts';
import { proposeMapping } from './propose-mapping.ts';

const table = (cells: Record<string, readonly string[]>) =>
  Object.entries(cells).map(([name, values]) => guessColumn(name, values));

const usual = {
  client: ['A', 'A', 'B', 'B'],
  date: ['13/04/2025', '14/04/2025', '15/04/2025', '16/04/2025'],
  étape: ['open', 'close', 'open', 'close'],
  note: ['4,5', 'NA', '3', '5'],
  segment: ['or', 'or', 'bronze', 'bronze'],
  vide: ['', '', '', ''],
};

describe('proposeMapping', () => {
  it('proposes a role for each column, and attributes for the rest', () => {
    const { mapping, doubts } = proposeMapping(table(usual), 'Europe/Paris');
    expect(doubts).toEqual([]);
    expect(mapping).toMatchObject({
      customer: 'client',
      time: { column: 'date', format: 'day-first', zone: 'Europe/Paris' },
      event: 'étape',
      score: { column: 'note', min: 1, max: 5, decimal: ',' },
      attributes: [{ column: 'segment', name: 'segment', level: 'auto' }],
      missing: ['NA'],
      keepLaterColumns: false,
    });
  });

  it('follows what the person has told', () => {
    const { mapping } = proposeMapping(table(usual), 'UTC', { customer: 'segment' });
    expect(mapping?.customer).toBe('segment');
    expect(mapping?.attributes.map(({ column }) => column)).toEqual(['client']);
  });

  it('chooses the narrowest usual scale', () => {
    const scale = (note: readonly string[]) => {
      const { mapping } = proposeMapping(table({ ...usual, note }), 'UTC');
      return [mapping?.score?.min, mapping?.score?.max];
    };
    expect(scale(['1', '7', '3', '4'])).toEqual([1, 7]);
    expect(scale(['0', '10', '3', '4'])).toEqual([0, 10]);
    expect(scale(['55', '80', '3', '4'])).toEqual([0, 100]);
  });

  it('says what is doubtful', () => {
    expect(
      proposeMapping(table({ ...usual, date: ['03/04/2025', '04/05/2025', '', '01/02/2025'] }), 'UTC').doubts,
    ).toEqual([{ code: 'ambiguous-date', column: 'date', example: '03/04/2025' }]);
    expect(
      proposeMapping(
        table({ ...usual, date: ['2025-04-03T10:00:00Z', '2025-04-03 10:00', '2025-04-04', ''] }),
        'UTC',
      ).doubts,
    ).toEqual([{ code: 'mixed-zones', column: 'date' }]);
    expect(
      proposeMapping(table({ ...usual, date: ['2025-04-03', '2025-02-31', '2025-04-04', ''] }), 'UTC').doubts,
    ).toEqual([{ code: 'impossible-dates', column: 'date', count: 1 }]);
  });

  it('proposes nothing without a time, and says what is lacking', () => {
    const { mapping, doubts } = proposeMapping(table({ a: ['x', 'y'], b: ['1', '2'] }), 'UTC');
    expect(mapping).toBeUndefined();
    expect(doubts).toContainEqual({ code: 'no-time' });
  });
});
