import { expect, it } from 'vitest';
import { shareEstimate } from '#kit/statistics/share.ts';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import type { FoundStatement } from '../../domain/discovery/result.ts';
import type { messages } from '../messages.ts';
import '../text.ts';
import { join, separate, undecided } from './proposals.ts';
import { proofWords, statementWords } from './statement-words.ts';

const speech = (locale: 'fr' | 'en') => ({
  t: translate<(typeof messages)['en']>('persona', locale),
  format: createFormat(locale),
});
const plain = (text: string): string => text.replace(/\s/g, ' ');

const said = (told: Partial<FoundStatement>, locale: 'fr' | 'en' = 'fr') => {
  const statement: FoundStatement = {
    id: 'p1.plan.a',
    code: 'level-more',
    attribute: 'mode_de_paiement',
    value: 'carte',
    persona: shareEstimate(60, 100),
    everyone: shareEstimate(300, 1000),
    effect: 0.6,
    evidence: { kind: 'figure', n: 100, date: '2026-11-21', source: 'clients.csv' },
    ...told,
  };
  return [statementWords(speech(locale), statement), proofWords(speech(locale), statement)].map(plain);
};

it('says how often, and how much, in the language asked for', () => {
  expect(said({})).toEqual([
    'mode de paiement : le plus souvent « carte »',
    '60 % (50 % à 69 %), 30 % de tous',
  ]);
  expect(said({ persona: shareEstimate(97, 100) })[0]).toBe('mode de paiement : presque toujours « carte »');
  expect(said({ value: '…' }, 'en')[0]).toBe('mode de paiement: mostly “Another answer”');
  expect(said({ persona: shareEstimate(40, 100) }, 'en')[0]).toBe(
    'mode de paiement: “carte” more often than the others',
  );
  expect(said({ code: 'option-less', persona: shareEstimate(2, 100) })[0]).toBe(
    'mode de paiement : presque jamais « carte »',
  );
  const mean = { withheld: false, low: 60, high: 70, n: 100, level: 0.95, method: 't' } as const;
  expect(
    said({
      code: 'number-lower',
      value: null,
      effect: -1.2,
      persona: { ...mean, value: 65.25 },
      everyone: { ...mean, value: 90 },
    }),
  ).toEqual([
    'mode de paiement : nettement en dessous des autres',
    '65,3 en moyenne (60 à 70), 90 pour tous',
  ]);
});

it('joins what had been joined along with it, and separates all of it again', () => {
  const two = join(undecided, 'p3', 'p2');
  const three = join(two, 'p2', 'p1');
  expect(three.joined).toEqual({ p2: 'p1', p3: 'p1' });
  expect(separate(three, 'p1').joined).toEqual({});
});
