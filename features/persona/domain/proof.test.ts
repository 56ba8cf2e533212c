import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshStatement } from './edit/statement.ts';
import type { Evidence } from './evidence.ts';
import { daysBetween, evidenceState, nextQuestions, openSections, provenShare } from './proof.ts';
import { type Section, type Statement, sections } from './schema.ts';
import { emptyPersona } from './templates/template.ts';

const today = '2026-03-01';

const evidence = (date: string | null): Evidence => ({
  kind: 'interview',
  label: '11 of 14 interviews',
  reference: null,
  n: 11,
  date,
});

const statement = (section: Section, text: string, more: Partial<Statement> = {}): Statement => ({
  ...freshStatement(section, 'a0', text),
  ...more,
});

const persona = (statements: Record<string, Statement>) => ({
  ...emptyPersona('people', 'en', 'Somebody'),
  statements,
});

describe('the state of a statement', () => {
  it.each([
    ['nothing proves it', [], null, 'assumed'],
    ['the evidence is a year old to the day', ['2025-03-01'], null, 'proven'],
    ['the evidence is a year and a day old', ['2025-02-28'], null, 'stale'],
    ['the newest of several is recent', ['2019-01-01', '2026-02-01', '2020-01-01'], null, 'proven'],
    ['its evidence holds for ten days only', ['2026-02-18'], 10, 'stale'],
    ['its evidence holds for twenty years', ['2010-01-01'], 7305, 'proven'],
    ['the evidence has no date', [null], null, 'proven'],
    ['only undated evidence was added to an old one', ['2019-01-01', null], null, 'stale'],
    ['the evidence is dated from tomorrow', ['2026-03-02'], null, 'proven'],
  ] as const)('when %s', (_name, dates, validForDays, state) => {
    const one = { evidence: dates.map(evidence), validForDays };
    expect(evidenceState(one, today)).toBe(state);
  });

  it('does not stumble over the days the clocks change', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  it('ages once, and never gets younger by waiting', () => {
    const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const iso = (date: Date) => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(
        fc.array(fc.option(day), { maxLength: 4 }),
        fc.option(fc.integer({ min: 1, max: 3000 })),
        day,
        fc.nat(2000),
        (dates, validForDays, at, later) => {
          const one = { evidence: dates.map((date) => evidence(date && iso(date))), validForDays };
          const now = evidenceState(one, iso(at));
          const then = evidenceState(one, iso(new Date(at.getTime() + later * 86_400_000)));
          if (now === 'assumed') expect(then).toBe('assumed');
          if (now === 'stale') expect(then).toBe('stale');
        },
      ),
      { seed: 20_260_301, numRuns: 500 },
    );
  });
});

describe('what a persona rests on', () => {
  it('is counted over what is stated', () => {
    const proof = provenShare(
      persona({
        a: statement('goals', 'Be paid', { evidence: [evidence('2026-01-01')] }),
        b: statement('fears', 'A machine', { evidence: [evidence('2020-01-01')] }),
        c: statement('values', 'Courtesy'),
        d: statement('values', '  ', { evidence: [evidence('2026-01-01')] }),
        e: statement('signs', 'Apologises', { evidence: [evidence('2026-01-01')] }),
      }),
      today,
    );
    expect(proof).toEqual({ proven: 2, assumed: 1, stale: 1, total: 4, share: 0.5 });
  });

  it('is no share at all when nothing is stated', () => {
    const nothing = provenShare(persona({ a: statement('goals', '') }), today);
    expect(nothing).toEqual({ proven: 0, assumed: 0, stale: 0, total: 0, share: null });
  });
});

describe('what to go and ask', () => {
  const asked = persona({
    home: statement('geographic', 'Lives in a town'),
    wrong: statement('obstacles', 'Afraid of doing it wrong', { weight: 5 }),
    wait: statement('fears', 'Waiting', { evidence: [evidence('2020-01-01')] }),
    undated: statement('goals', 'Be paid', { evidence: [evidence(null)] }),
    known: statement('goals', 'Know', { evidence: [evidence('2026-01-01')] }),
    blank: statement('goals', ''),
    small: statement('goals', 'A detail', { weight: 1 }),
  });

  it('begins with what most is decided on and least proves', () => {
    const questions = nextQuestions(asked, today);
    expect(questions.map(({ statementId, reason }) => `${statementId} ${reason}`)).toEqual([
      'wrong assumed',
      'wait stale',
      'small assumed',
      'undated undated',
      'home assumed',
    ]);
    expect(questions[0]).toEqual({
      statementId: 'wrong',
      section: 'obstacles',
      text: 'Afraid of doing it wrong',
      reason: 'assumed',
      stake: 25,
    });
    expect(nextQuestions(asked, today, 2)).toEqual(questions.slice(0, 2));
  });

  it('falls silent when everything is proven', () => {
    const { known } = asked.statements;
    expect(nextQuestions(persona({ known: known! }), today)).toEqual([]);
  });

  it('says of what nothing is known yet, what most is decided on first', () => {
    expect(openSections(asked, 3)).toEqual(['expectations', 'pains', 'gains']);
    expect(openSections(persona({ blank: statement('goals', ' ') }), 2)).toEqual(['goals', 'obstacles']);
  });

  it('weighs every section there is', () => {
    const all = persona(
      Object.fromEntries(sections.map((section) => [section, statement(section, section)])),
    );
    for (const { stake } of nextQuestions(all, today)) expect(stake).toBeGreaterThan(0);
    expect(nextQuestions(all, today)).toHaveLength(sections.length);
  });
});
