import { describe, expect, it } from 'vitest';
import { guessColumn } from './column-guess.ts';

describe('guessColumn', () => {
  it('knows times, and how they are written', () => {
    expect(guessColumn('x', ['2025-01-01T10:00:00Z', '2025-01-02T10:00:00Z']).time).toMatchObject({
      format: 'iso',
      zone: 'all',
    });
    expect(guessColumn('x', ['2025-01-01 10:00', '']).time).toMatchObject({ format: 'iso', zone: 'none' });
    expect(guessColumn('x', ['2025-01-01T10:00:00Z', '2025-01-01 10:00']).time).toMatchObject({
      zone: 'some',
    });
  });

  it('decides between day and month from the values, and says when it cannot', () => {
    expect(guessColumn('d', ['03/04/2025', '25/04/2025']).time).toMatchObject({
      format: 'day-first',
      ambiguous: false,
    });
    expect(guessColumn('d', ['03/04/2025', '04/25/2025']).time).toMatchObject({
      format: 'month-first',
      ambiguous: false,
    });
    expect(guessColumn('d', ['03/04/2025', '05/06/2025']).time).toMatchObject({
      format: 'day-first',
      ambiguous: true,
    });
  });

  it('takes numbers for times only where that is likely', () => {
    expect(guessColumn('created', ['1700000000', '1700000100']).time?.format).toBe('epoch-s');
    expect(guessColumn('points', ['1700000000', '1700000100']).kind).toBe('number');
    expect(guessColumn('x', ['1700000000000', '1700000100000']).time?.format).toBe('epoch-ms');
    expect(guessColumn('date', ['45658', '45659.5']).time?.format).toBe('excel');
    expect(guessColumn('amount', ['45658', '45659.5']).kind).toBe('number');
    expect(guessColumn('day', ['20250101', '20250102']).time?.format).toBe('iso');
  });

  it('still sees a time column that holds impossible dates, and counts them', () => {
    const dates = Array.from({ length: 20 }, (_, index) => `2025-01-${String(index + 1).padStart(2, '0')}`);
    expect(guessColumn('d', [...dates, '2025-02-31']).time).toMatchObject({ format: 'iso', refused: 1 });
  });

  it('knows numbers, their decimal sign and their range, past the words that mean nothing', () => {
    const column = guessColumn('note', ['4,5', 'NA', '', '3,25', 'NULL']);
    expect(column.kind).toBe('number');
    expect(column.number).toEqual({ decimal: ',', integers: false, min: 3.25, max: 4.5 });
    expect(column.missing).toEqual(['NA', 'NULL']);
    expect(column.filled).toBe(2);
  });

  it('knows yes and no, words, and nothing', () => {
    expect(guessColumn('x', ['oui', 'non', 'oui']).kind).toBe('boolean');
    expect(guessColumn('x', ['web', 'shop', 'phone']).kind).toBe('text');
    expect(guessColumn('x', ['', 'NA']).kind).toBe('empty');
  });
});
