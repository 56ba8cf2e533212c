import { describe, expect, it } from 'vitest';
import { guessColumn } from '#kit/table/column-guess.ts';
import type { EventPreview } from '#measure/contract.ts';
import { proposeMapping } from '#measure/domain/event-import/propose-mapping.ts';
import type { ContactPreview } from '#persona/contract-contacts.ts';
import { guessAttributes } from '#persona/domain/discovery/guess-attributes.ts';
import type { SurveyPreview } from '#voice/contract.ts';
import { createProfiler } from '#voice/domain/column-profile.ts';
import { guessSurveyMapping } from '#voice/domain/guess.ts';
import { likelyKind, nameOf } from './likely-kind.ts';

/** All previews of a table, guessed as the server does. */
function previews(columns: readonly string[], rows: readonly (readonly string[])[]) {
  const guesses = columns.map((name, at) =>
    guessColumn(
      name,
      rows.map((row) => row[at] ?? ''),
    ),
  );
  const table: EventPreview['table'] = {
    fileName: 'file.csv',
    bytes: 1,
    format: 'delimited',
    compressed: false,
    dialect: null,
    columns: guesses,
    rows: [],
    notes: [],
  };
  const profiler = createProfiler();
  for (const row of rows) profiler.add(row);
  const { mapping, doubts } = proposeMapping(guesses, 'Europe/Paris');
  const events: EventPreview = { table, mapping: mapping ?? null, doubts: [...doubts] };
  const survey = guessSurveyMapping(profiler.profiles(columns));
  const answers: SurveyPreview = {
    table,
    rows: rows.length,
    whole: true,
    mapping: survey.mapping,
    columns: [...survey.columns],
  };
  const identifier = guessAttributes(columns, rows).attributes.find(({ type }) => type === 'identifier');
  const contacts: ContactPreview = {
    fileName: 'file.csv',
    bytes: 1,
    columns: [...columns],
    idColumn: identifier?.id ?? null,
    rows: [],
  };
  return [events, answers, contacts] as const;
}

const rows = (count: number, row: (at: number) => string[]) =>
  Array.from({ length: count }, (_, at) => row(at));

describe('what a file seems to hold', () => {
  it('takes customers who come back with dates for events', () => {
    const all = previews(
      ['client', 'date', 'evenement'],
      rows(60, (at) => [
        `C${at % 12}`,
        `2025-03-${String((at % 28) + 1).padStart(2, '0')} 10:00`,
        `E${at % 5}`,
      ]),
    );
    expect(likelyKind(...all)).toEqual({
      kind: 'events',
      code: 'events-repeat',
      params: { column: 'client' },
    });
  });

  it('takes a mark per person for answers, though a date stands beside it', () => {
    const all = previews(
      ['respondent_id', 'date', 'segment', 'nps'],
      rows(80, (at) => [
        `R${at}`,
        `2025-03-${String((at % 28) + 1).padStart(2, '0')}`,
        `S${at % 3}`,
        String(at % 11),
      ]),
    );
    expect(likelyKind(...all)).toMatchObject({ kind: 'answers', code: 'answers-unique' });
  });

  it('takes marks without any date for answers', () => {
    const all = previews(
      ['satisfaction', 'comment'],
      rows(80, (at) => [String((at % 5) + 1), `words of person number ${at} about the visit`]),
    );
    expect(likelyKind(...all)).toMatchObject({ kind: 'answers', code: 'answers-no-time' });
  });

  it('keeps a log with a mark among its columns a log', () => {
    const all = previews(
      ['case', 'time', 'event', 'satisfaction'],
      rows(80, (at) => [
        `C${at % 10}`,
        `2025-03-04 10:${at % 60 < 10 ? '0' : ''}${at % 60}`,
        `E${at % 4}`,
        String((at % 5) + 1),
      ]),
    );
    expect(likelyKind(...all)).toMatchObject({ kind: 'events', code: 'events-repeat' });
  });

  it('takes a name per row without marks for contacts, though a date stands beside it', () => {
    const all = previews(
      ['customerID', 'since', 'town', 'plan'],
      rows(80, (at) => [
        `C${7 * at + 1000}`,
        `2024-0${(at % 9) + 1}-12`,
        `Town ${at % 6}`,
        ['basic', 'plus'][at % 2]!,
      ]),
    );
    expect(likelyKind(...all)).toEqual({
      kind: 'contacts',
      code: 'contacts-unique',
      params: { column: 'customerID' },
    });
  });

  it('keeps a log whose first customers do not come back a log, when a column is named for events', () => {
    const all = previews(
      ['client', 'date', 'evenement'],
      rows(200, (at) => [`C${at}`, `2025-03-${String((at % 28) + 1).padStart(2, '0')} 10:00`, `E${at % 9}`]),
    );
    expect(all[2].idColumn).toBe('client');
    expect(likelyKind(...all)).toMatchObject({ kind: 'events', code: 'events-only' });
  });

  it('says when it cannot tell', () => {
    expect(likelyKind(null, null, null)).toEqual({ kind: null, code: 'neither', params: {} });
  });
});

describe('the name of a new source', () => {
  it.each([
    ['receipt.xes.gz', 'receipt'],
    ['events.2024.csv', 'events.2024'],
    ['.csv', '.csv'],
    ['plain', 'plain'],
  ])('%s → %s', (file, name) => expect(nameOf(file)).toBe(name));
});
