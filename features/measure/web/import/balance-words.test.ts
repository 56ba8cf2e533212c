import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAsideReasons } from '#measure/domain/event-import/balance.ts';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import { surveySetAsideReasons } from '#voice/domain/survey.ts';
import type { Words } from '../figure-words.ts';
import '../text.ts';
import { asideOf, balanceSentence, notesMet, reasonsMet } from './balance-words.ts';

const say = (locale: 'fr' | 'en', balance: Parameters<typeof balanceSentence>[2]) =>
  balanceSentence(translate('measure', locale) as Words, createFormat(locale), balance);

describe('the balance of an import', () => {
  it('adds up in the sentence', () => {
    const balance = { read: 8580, kept: 8577, setAside: { 'no-customer': 1, 'no-time': 2 } };
    expect(say('fr', balance)).toBe('**8\u202f580 lignes lues** = 8\u202f577 gardées + 3 mises de côté.');
    expect(say('en', balance)).toBe('**8,580 rows read** = 8,577 kept + 3 set aside.');
  });

  it('says all, and none', () => {
    expect(say('fr', { read: 8577, kept: 8577, setAside: {} })).toBe(
      '**8\u202f577 lignes lues**, toutes gardées.',
    );
    expect(say('fr', { read: 3, kept: 0, setAside: { 'no-time': 3 } })).toBe(
      '**3 lignes lues**, aucune gardée\u202f: toutes ont été mises de côté.',
    );
    expect(say('en', { read: 1, kept: 1, setAside: {} })).toBe('**1 row read**, kept.');
  });

  it('lists the reasons met, the commonest first, and loses none', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...setAsideReasons), fc.nat(1000)), (setAside) => {
        const listed = reasonsMet({ read: 0, kept: 0, setAside });
        expect(listed.reduce((sum, { rows }) => sum + rows, 0)).toBe(
          Object.values(setAside).reduce((sum, rows) => sum + rows, 0),
        );
        expect(listed.every(({ rows }, at) => at === 0 || rows <= (listed[at - 1]?.rows ?? 0))).toBe(true);
        expect(asideOf({ read: 0, kept: 0, setAside })).toBe(listed.reduce((sum, { rows }) => sum + rows, 0));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it.each([...new Set([...setAsideReasons, ...surveySetAsideReasons])])(
    'says “%s” in both languages',
    (reason) => {
      for (const locale of ['fr', 'en'] as const) {
        const words = translate('measure', locale) as Words;
        expect(words.maybe(`setAside.${reason}`)).toBeTypeOf('string');
      }
    },
  );

  it('tells what is kept with a remark', () => {
    expect(notesMet({ refusedScores: 3, skippedClock: 0, repeatedClock: 1 })).toEqual([
      { note: 'refusedScores', rows: 3 },
      { note: 'repeatedClock', rows: 1 },
    ]);
  });
});
