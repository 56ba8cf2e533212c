import { describe, expect, it } from 'vitest';
import { type ColumnGuess, guessColumn } from '#kit/table/column-guess.ts';
import { proposeMapping } from '#measure/domain/event-import/propose-mapping.ts';
import { choose, draftOf, faultsOf, keep, mappingOf, readCodes, roleOf } from './event-draft.ts';
import { guessReason } from './guess-reason.ts';
import { questionsOf } from './questions.ts';
import { readExamples, tellingExample } from './time-reading.ts';

const rows = Array.from({ length: 60 }, (_, at) => at);
const column = (name: string, value: (at: number) => string): ColumnGuess =>
  guessColumn(name, rows.map(value));
const two = (n: number) => String(n).padStart(2, '0');

const table = [
  column('client', (at) => `C${at % 12}`),
  column('date', (at) => `${two((at % 9) + 1)}/${two((at % 12) + 1)}/2025 10:00`),
  column('evenement', (at) => ['Appel', 'Courrier', 'Visite'][at % 3] ?? ''),
  column('note', (at) => (at % 20 === 0 ? '11' : String((at % 5) + 1))),
  column('segment', (at) => ['A', 'B'][at % 2] ?? ''),
  column('vide', () => ''),
];
const proposed = proposeMapping(table, 'Europe/Paris').mapping ?? null;
const draft = draftOf(proposed, table, 'Europe/Paris', false);

describe('the form of a file of events', () => {
  it('sends back what was proposed when nothing is corrected', () => {
    expect(proposed).not.toBeNull();
    expect(mappingOf(draft, table)).toEqual(proposed);
  });

  it('gives a column one role, and keeps as an attribute the column that loses it', () => {
    const corrected = choose(draft, 'event', 'segment', table);
    expect(roleOf(corrected, 'segment')).toBe('event');
    expect(roleOf(corrected, 'evenement')).toBeUndefined();
    const mapping = mappingOf(corrected, table);
    expect(mapping?.event).toBe('segment');
    expect(mapping?.attributes.map(({ column: name }) => name)).toEqual(['evenement']);
  });

  it('opens a needed role when its column is taken for another', () => {
    const corrected = choose(draft, 'channel', 'client', table);
    expect(faultsOf(corrected)).toEqual([{ code: 'role-missing', role: 'customer' }]);
    expect(mappingOf(corrected, table)).toBeNull();
    expect(questionsOf(corrected, table)).toContainEqual({ code: 'role-missing', role: 'customer' });
  });

  it('starts from nothing when nothing could be guessed', () => {
    const blank = draftOf(null, table, 'Europe/Paris', true);
    expect(faultsOf(blank).map((fault) => 'role' in fault && fault.role)).toEqual([
      'customer',
      'time',
      'event',
    ]);
    const filled = (['client', 'date', 'evenement'] as const).reduce(
      (next, name, at) => choose(next, (['customer', 'time', 'event'] as const)[at] ?? 'event', name, table),
      blank,
    );
    expect(mappingOf(filled, table)).toMatchObject({
      customer: 'client',
      time: { column: 'date', format: 'day-first', zone: 'Europe/Paris' },
      event: 'evenement',
      keepLaterColumns: true,
    });
  });

  it('reads the codes of "no answer" and refuses words', () => {
    expect(readCodes('11, 99;11 -1')).toEqual([11, 99, -1]);
    expect(readCodes('')).toEqual([]);
    expect(readCodes('eleven')).toBeNull();
    const coded = { ...draft, score: { min: 1, max: 5, noAnswer: '11', decimal: '.' as const } };
    expect(mappingOf(coded, table)?.score).toEqual({
      column: 'note',
      min: 1,
      max: 5,
      noAnswer: [11],
      decimal: '.',
    });
    expect(faultsOf({ ...coded, score: { ...coded.score, min: 5 } })).toEqual([{ code: 'scale-reversed' }]);
    expect(faultsOf({ ...coded, score: { ...coded.score, noAnswer: 'x' } })).toEqual([
      { code: 'codes-unreadable' },
    ]);
  });

  it('leaves out the attributes a reader does not keep', () => {
    expect(mappingOf(keep(draft, 'segment', false), table)?.attributes).toEqual([]);
  });
});

describe('what is asked before the import', () => {
  const codes = questionsOf(draft, table).map(({ code }) => code);

  it('asks for the day and the month, and for the zone, when nothing tells', () => {
    expect(codes).toContain('ambiguous-date');
    expect(codes).toContain('no-zone');
  });

  it('asks about a mark that no usual scale ends with, until it is settled', () => {
    expect(codes).toContain('doubtful-scale');
    const settled = { ...draft, score: { min: 1, max: 5, noAnswer: '11', decimal: '.' as const } };
    expect(questionsOf(settled, table).map(({ code }) => code)).not.toContain('doubtful-scale');
  });

  it('asks when nobody comes back', () => {
    const alone = [...table, column('ligne', (at) => `L${at}`)];
    const corrected = choose(draft, 'customer', 'ligne', alone);
    expect(questionsOf(corrected, alone)).toContainEqual({ code: 'customer-unique', column: 'ligne' });
  });
});

describe('what a written moment is read as', () => {
  it('reads the same value both ways', () => {
    const [day] = readExamples(['03/04/2025 10:20'], 'day-first', 'Europe/Paris');
    const [month] = readExamples(['03/04/2025 10:20'], 'month-first', 'Europe/Paris');
    expect(new Date(day?.at ?? 0).toISOString()).toBe('2025-04-03T08:20:00.000Z');
    expect(new Date(month?.at ?? 0).toISOString()).toBe('2025-03-04T09:20:00.000Z');
  });

  it('says why a value is no moment, and takes an unknown zone for no reading', () => {
    expect(
      readExamples(['31/02/2025', 'hier'], 'day-first', 'UTC').map(({ at, status }) => [at, status]),
    ).toEqual([
      [null, 'impossible'],
      [null, 'unreadable'],
    ]);
    expect(readExamples(['2025-01-01'], 'iso', 'Mars/Olympus')).toEqual([]);
  });

  it('shows the example that tells the two readings apart', () => {
    const same = guessColumn('date', ['05/05/2025', '03/04/2025']);
    expect(tellingExample(same)).toBe('03/04/2025');
  });
});

describe('why a column was taken', () => {
  it.each([
    ['customer', 'client', 'name'],
    ['time', 'date', 'name'],
    ['customer', 'segment', 'repeats'],
    ['event', 'segment', 'few-values'],
  ] as const)('%s: %s, because of its %s', (role, name, reason) => {
    expect(guessReason(role, table.find((each) => each.name === name)!)).toBe(reason);
  });
});
