import { describe, expect, it } from 'vitest';
import type { Locale } from '#kit/locale.ts';
import type { Difference } from '#kit/statistics/estimate.ts';
import type { Definition } from '#measure/domain/indicator/indicator.ts';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import type { messages } from './messages.ts';
import './text.ts';
import {
  detailText,
  type IndicatorSpeech,
  movementText,
  periodWords,
  sentenceOf,
  valueText,
} from './words.ts';

const speechIn = (locale: Locale): IndicatorSpeech => ({
  t: translate<(typeof messages)['en']>('measure-indicator', locale),
  format: createFormat(locale, 'Europe/Paris'),
  locale,
});
const [fr, en] = [speechIn('fr'), speechIn('en')];
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const lived = { sourceId: 's', unit: 'event' as const, filters: [] };
const share: Definition = { of: 'conversion', ...lived, first: 'a', second: 'b' };
const time: Definition = { of: 'time', ...lived, first: 'a', second: 'b' };
const indicator = (definition: Definition) => ({
  definition,
  unit: '',
  grain: 'month' as const,
  target: null,
});
const day = 86_400_000;

const moved = (value: number, low: number, high: number, p: number): Difference => ({
  withheld: false,
  value,
  low,
  high,
  p,
  n: [300, 300],
  level: 0.95,
  method: 'mover',
});

describe('the words of indicators', () => {
  it('name periods', () => {
    expect(plain(periodWords(fr, 'month', '2026-10-01'))).toBe('octobre 2026');
    expect(plain(periodWords(fr, 'quarter', '2026-10-01'))).toBe('T4 2026');
    expect(plain(periodWords(en, 'week', '2026-10-05'))).toBe('week of 5 Oct 2026');
  });

  it('say a figure with its interval', () => {
    const figure = {
      is: 'shown' as const,
      value: 0.712,
      low: 0.66,
      high: 0.751,
      n: 1410,
      method: 'wilson' as const,
    };
    expect(plain(sentenceOf(fr, indicator(share), { from: '2026-10-01', figure }))).toBe(
      'En octobre 2026, **71 %**.',
    );
    expect(plain(detailText(fr, indicator(share), figure))).toBe('entre 66 % et 75 % · n = 1 410');
    expect(plain(valueText(fr, indicator(time), 11.62 * day))).toBe('11,6 j');
    expect(plain(valueText(en, indicator(time), 1.5 * day))).toBe('36 h');
    const open = { ...figure, low: 10 * day, high: null, value: 12 * day, n: 40 };
    expect(plain(detailText(en, indicator(time), open))).toBe(
      'between 10 d and more than was observed · n = 40',
    );
  });

  it('say a move, and whether it is beyond noise', () => {
    expect(plain(movementText(fr, indicator(share), moved(0.05, 0.01, 0.09, 0.02)))).toBe(
      '**5 points de plus** que le mois d’avant (entre +1 et +9) : il a bougé au-delà du bruit.',
    );
    expect(plain(movementText(en, indicator(share), moved(-0.01, -0.05, 0.03, 0.6)))).toBe(
      '1 point less than the month before (between −5 and +3): noise is enough to explain it.',
    );
    // Alone it would be beyond noise; among many shown together it is not.
    const among = { ...moved(0.05, 0.01, 0.09, 0.02), adjustedP: 0.2 };
    expect(movementText(fr, indicator(share), among as Difference)).toContain('le bruit suffit');
    expect(movementText(en, indicator(share), null)).toContain('Not compared');
  });
});
