import { describe, expect, it } from 'vitest';
import type { Shown } from '#kit/statistics/estimate.ts';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import type { SurveyScore } from '../domain/survey.ts';
import type { messages } from './messages.ts';
import {
  definitionOf,
  meanBeside,
  notCounted,
  otherReading,
  rangeOf,
  refusedList,
  type Speech,
  sentenceOf,
} from './score-words.ts';
import './text.ts';

const speech = (locale: 'fr' | 'en'): Speech => ({
  t: translate<(typeof messages)['en']>('voice', locale),
  format: createFormat(locale),
});
const plain = (text: string | undefined): string => (text ?? '').replace(/[\u202f\u00a0]/g, ' ');

const shown: Shown = {
  withheld: false,
  value: 39.8398,
  low: 37.182,
  high: 42.41,
  n: 2746,
  level: 0.95,
  method: 'nps-adjusted-wald',
  weighted: {
    value: 40.398,
    low: 37.51,
    high: 43.18,
    effectiveN: 2302,
    method: 'nps-adjusted-wald-effective-n',
  },
};
const nps: SurveyScore = {
  column: 'NETPRO',
  label: 'Recommandation',
  kind: 'nps',
  scale: { min: 0, max: 10 },
  answers: 2746,
  noAnswer: 1,
  refusedTotal: 84,
  refused: [{ value: '11', count: 84 }],
  withoutWeight: 0,
  groups: [{ key: 'all', respondents: 2831, estimate: shown, topTwo: null }],
};
const mean: Shown = { ...shown, value: 4.064, low: 4.04, high: 4.09, method: 't' };
const csat: SurveyScore = {
  ...nps,
  kind: 'csat',
  scale: { min: 1, max: 5 },
  groups: [
    {
      key: 'all',
      respondents: 2831,
      estimate: mean,
      topTwo: { ...shown, value: 0.82, low: 0.806, high: 0.835 },
    },
  ],
};

describe('a score in words', () => {
  const fr = speech('fr');
  const en = speech('en');
  const everyone = nps.groups[0]!;

  it('says the recommendation with its sign, its interval and both readings', () => {
    expect(plain(sentenceOf(fr, nps, everyone, 'unweighted'))).toBe(
      'Le score de recommandation est de **+39,8**.',
    );
    expect(plain(sentenceOf(en, nps, everyone, 'weighted'))).toBe('The recommendation score is **+40.4**.');
    expect(plain(rangeOf(fr, nps, shown, 'unweighted'))).toBe('Brut : entre +37,2 et +42,4 · n = 2 746');
    expect(plain(otherReading(fr, 'nps', shown, 'unweighted'))).toBe('Pondéré : +40,4, entre +37,5 et +43,2');
    expect(plain(otherReading(en, 'nps', shown, 'weighted'))).toBe('Raw: +39.8, between +37.2 and +42.4');
    const { weighted: _none, ...raw } = shown;
    expect(otherReading(fr, 'nps', raw, 'unweighted')).toBeUndefined();
    expect(plain(rangeOf(fr, nps, raw, 'unweighted'))).toBe('Entre +37,2 et +42,4 · n = 2 746');
  });

  it('says satisfaction in people, with the mean beside', () => {
    const group = csat.groups[0]!;
    expect(plain(sentenceOf(fr, csat, group, 'unweighted'))).toBe('**82 sur 100** se disent satisfaits.');
    expect(plain(meanBeside(fr, csat, group, 'unweighted'))).toBe('Moyenne 4,06 sur 5 (4,04 à 4,09)');
    expect(plain(definitionOf(fr, csat))).toContain('au moins 4 sur 5');
  });

  it('says what was not counted, and how few is too few', () => {
    expect(notCounted(fr, nps).map(plain)).toEqual(['1 sans réponse', '84 valeurs refusées']);
    expect(plain(refusedList(fr, nps))).toBe('Valeurs refusées : 11 (84)');
    const few = { ...everyone, estimate: { withheld: true, n: 12, minimum: 30 } as const };
    expect(plain(sentenceOf(fr, nps, few, 'unweighted'))).toBe(
      'Trop peu de réponses pour un chiffre : 12 sur les 30 nécessaires.',
    );
  });
});
