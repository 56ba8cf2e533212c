import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import { redundantPairs } from './redundancy.ts';
import {
  addSums,
  groupDifferences,
  type TouchpointSums,
  touchpointFigures,
  touchpointRow,
} from './touchpoints.ts';

const scale = { min: 1, max: 5 };
const sums = (group: number, place: number, counts: Partial<TouchpointSums>): TouchpointSums => ({
  ...{ journeys: 0, passages: 0, repeated: 0, decided: 0, reached: 0, known: 0, stayed: 0 },
  ...{ scored: 0, answers: 0, scores: 0, squares: 0 },
  ...counts,
  group,
  place,
});

describe('the figures of a place', () => {
  const here = sums(1, 1, {
    ...{ journeys: 80, passages: 100, repeated: 16, decided: 60, reached: 45, known: 50, stayed: 10 },
    ...{ scored: 40, answers: 44, scores: 30, squares: 24 },
  });

  it('are shares of those of whom they are known, and scores on their scale', () => {
    const row = touchpointRow(here, 100, { minimum: 30, scale, split: false });
    expect(row).toMatchObject({
      journeys: 80,
      passages: 100,
      reach: { value: 0.8, n: 100 },
      repeated: { value: 0.2, n: 80 },
      conversion: { value: 0.75, n: 60 },
      loyalty: { value: 0.2, n: 50 },
      satisfaction: { value: 4, n: 40 },
    });
  });

  it('withhold counts of one to four people of a group, and figures under the minimum', () => {
    const few = touchpointRow(sums(1, 1, { journeys: 3, passages: 7 }), 90, {
      minimum: 30,
      scale,
      split: true,
    });
    expect(few).toMatchObject({
      journeys: { withheld: true },
      passages: { withheld: true },
      repeated: { withheld: true },
    });
    expect(addSums([here, here, sums(2, 2, { journeys: 5 })], 1).journeys).toBe(160);
  });
});

describe('groups compared', () => {
  it('are each set against all others, adjusted over all that is shown', () => {
    const all = [
      ...[sums(1, 0, { journeys: 400 }), sums(1, 1, { journeys: 200, passages: 200 })],
      ...[sums(2, 0, { journeys: 400 }), sums(2, 1, { journeys: 100, passages: 100 })],
      ...[sums(0, 0, { journeys: 900 }), sums(0, 1, { journeys: 900, passages: 900 })],
    ];
    const groups = [
      { key: 'a', number: 1 },
      { key: 'b', number: 2 },
    ];
    const found = groupDifferences(all, groups, 'reach', { minimum: 30, scale, places: 1 });
    expect(found.map(({ group, difference }) => [group, difference.value])).toEqual([
      ['a', 0.25],
      ['b', -0.25],
    ]);
    for (const { difference } of found) expect(difference.adjustedP).toBeLessThan(0.001);
  });

  it('are found to differ in no more than one world of twenty where they do not, whatever the figure', () => {
    const random = createRandom(21);
    for (const figure of touchpointFigures) {
      let worlds = 0;
      for (let world = 0; world < 100; world++) {
        const all = [1, 2, 3].flatMap((group) => [
          sums(group, 0, { journeys: 120 }),
          ...[1, 2, 3, 4].map((place) => drawn(group, place)),
        ]);
        const groups = [1, 2, 3].map((number) => ({ key: String(number), number }));
        const gaps = groupDifferences(all, groups, figure, { minimum: 30, scale, places: 4 });
        if (gaps.some(({ difference: { adjustedP = 1 } }) => adjustedP < 0.05)) worlds++;
      }
      expect(worlds / 100, figure).toBeLessThanOrEqual(0.05 + 1.96 * Math.sqrt((0.05 * 0.95) / 100));
    }
    function drawn(group: number, place: number): TouchpointSums {
      const among = (n: number, share: number) =>
        Array.from({ length: n }, () => random.chance(share)).filter(Boolean).length;
      const marks = Array.from({ length: 60 }, () => random.next());
      return sums(group, place, {
        ...{ journeys: among(120, 0.6), decided: 70, known: 70, scored: 60, answers: 60 },
        ...{ repeated: among(60, 0.3), reached: among(70, 0.5), stayed: among(70, 0.4) },
        scores: marks.reduce((sum, mark) => sum + mark, 0),
        squares: marks.reduce((sum, mark) => sum + mark * mark, 0),
      });
    }
  });
});

it('names two places that nearly always happen to the same customers soon after each other, and no others', () => {
  const pairs = [
    { one: 1, other: 2, both: 490, close: 480 },
    { one: 1, other: 3, both: 490, close: 100 },
    { one: 2, other: 4, both: 100, close: 100 },
    { one: 5, other: 6, both: 6, close: 6 },
  ];
  const found = redundantPairs(pairs, [500, 500, 500, 500, 6, 6], { minimum: 30 });
  expect(found.map(({ one, other }) => [one, other])).toEqual([[1, 2]]);
});
