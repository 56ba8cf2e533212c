import { describe, expect, it } from 'vitest';
import { shareEstimate } from '#kit/statistics/share.ts';
import type { Group, MapMeasure, PlaceFigures } from '#measure/domain/figures.ts';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import type { Words } from '../figure-words.ts';
import '../text.ts';
import { barWords, compare, gapSentence } from './comparison.ts';

const speech = { t: translate('measure', 'fr') as Words, format: createFormat('fr', 'Europe/Paris') };

const group = (key: string, label: string, journeys: number | { withheld: true } = 2000): Group => ({
  key,
  label,
  journeys,
  personaId: null,
});

const figures = (stops: number, n: number): PlaceFigures => ({
  volume: n,
  customers: n,
  share: shareEstimate(n, 10_000),
  goesOn: null,
  stopsHere: shareEstimate(stops, n),
  inProgress: 0,
  timeToNext: null,
  satisfaction: null,
  freshness: [],
});

function measured(groups: readonly Group[], of: Readonly<Record<string, PlaceFigures>>): MapMeasure {
  return {
    computedAt: '2026-01-01T00:00:00Z',
    tookMilliseconds: 1,
    minimum: 30,
    missing: [],
    durationsRounded: false,
    populations: [],
    surveys: [],
    by: 'persona',
    groups: [...groups],
    touchpoints: {},
    steps: { wait: { ...of } },
    stages: {},
    emotion: {},
    objectives: {},
    drawnAndTravelled: null,
  } as MapMeasure;
}

const place = { kind: 'step', id: 'wait' } as const;

describe('groups compared at one place', () => {
  const three = measured([group('a', 'l’inquiète'), group('b', 'le pressé'), group('c', 'l’autonome')], {
    a: figures(342, 1904),
    b: figures(160, 1500),
    c: figures(70, 1750),
  });

  it('says that the widest gap is sure, in points with its interval', () => {
    const comparison = compare(three, place, 'stopsHere');
    expect(comparison?.bars.map((bar) => barWords(speech, comparison, bar).text)).toEqual([
      '18\u202f%',
      '11\u202f%',
      '4\u202f%',
    ]);
    expect(comparison?.gap).toMatchObject({ sure: true, pairs: 3, high: { key: 'a' }, low: { key: 'c' } });
    expect(gapSentence(speech, comparison!)).toBe(
      'L’écart entre l’inquiète et l’autonome est sûr\u202f: +14 points (12 à 16).',
    );
  });

  it('does not call sure what may be chance', () => {
    const close = measured([group('a', 'A'), group('b', 'B')], { a: figures(20, 110), b: figures(18, 105) });
    const comparison = compare(close, place, 'stopsHere');
    expect(comparison?.gap?.sure).toBe(false);
    expect(gapSentence(speech, comparison!)).toMatch(/peut tenir au hasard/);
  });

  it('corrects for the number of pairs: a gap that alone would pass does not among many', () => {
    const alone = measured([group('a', 'A'), group('b', 'B')], { a: figures(60, 300), b: figures(40, 300) });
    const p = compare(alone, place, 'stopsHere')?.gap?.difference.p ?? 1;
    expect(p).toBeLessThan(0.05);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const many = measured(
      names.map((key) => group(key, key)),
      Object.fromEntries(names.map((key, at) => [key, figures([60, 40, 50, 49, 51, 50][at] ?? 50, 300)])),
    );
    expect(compare(many, place, 'stopsHere')?.gap).toMatchObject({ sure: false, pairs: 15 });
  });

  it('names the groups it does not show, and why', () => {
    const small = measured(
      [group('a', 'A'), group('b', 'B', { withheld: true }), group('c', 'C'), group('d', 'D')],
      {
        a: figures(30, 100),
        c: figures(2, 12),
      },
    );
    const comparison = compare(small, place, 'stopsHere');
    expect(comparison?.bars.map((bar) => bar.group.key)).toEqual(['a']);
    expect(comparison?.withheld).toEqual([
      expect.objectContaining({ n: null }),
      expect.objectContaining({ n: 12, minimum: 30 }),
    ]);
    expect(comparison?.absent.map(({ key }) => key)).toEqual(['d']);
    expect(comparison?.gap).toBeNull();
  });

  it('does not tell how few people a group under five has', () => {
    const few = measured([group('a', 'A'), group('b', 'B')], { a: figures(30, 100), b: figures(1, 3) });
    expect(compare(few, place, 'stopsHere')?.withheld).toEqual([expect.objectContaining({ n: null })]);
  });

  it('has nothing to compare with one group', () => {
    expect(compare(measured([group('a', 'A')], { a: figures(3, 100) }), place, 'stopsHere')).toBeNull();
  });
});
