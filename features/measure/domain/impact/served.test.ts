import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '#kit/statistics/random.ts';
import { type Served, servedKinds } from './answered.ts';
import { contrasts, type ServedSums, turns } from './served.ts';

/** Customers served in each way at a place, their answers around what each way brings. */
function servedAt(
  place: number,
  brings: Readonly<Record<Served, number>>,
  random: Random,
  each = 300,
): ServedSums[] {
  return servedKinds.map((served) => {
    const answers = Array.from({ length: each }, () => brings[served] + 0.15 * random.normal());
    return {
      place,
      served,
      n: each,
      sum: answers.reduce((sum, value) => sum + value, 0),
      squares: answers.reduce((sum, value) => sum + value * value, 0),
    };
  });
}

describe('penalty and reward', () => {
  it('tell basic, performance and excitement places, and those that are none', () => {
    const random = createRandom(2);
    const sums = [
      servedAt(0, { badly: 0.3, between: 0.6, well: 0.6 }, random),
      servedAt(1, { badly: 0.4, between: 0.6, well: 0.8 }, random),
      servedAt(2, { badly: 0.6, between: 0.6, well: 0.8 }, random),
      servedAt(3, { badly: 0.6, between: 0.6, well: 0.6 }, random),
    ].flat();
    expect(contrasts(sums, { minimum: 30 }).map(({ role }) => role)).toEqual([
      'basic',
      'performance',
      'excitement',
      'none',
    ]);
  });

  it('are wrong about no place in 19 of 20 worlds where nothing matters', () => {
    const random = createRandom(14);
    let worlds = 0;
    for (let world = 0; world < 300; world++) {
      const sums = [0, 1, 2, 3, 4].flatMap((place) =>
        servedAt(place, { badly: 0.5, between: 0.5, well: 0.5 }, random, 40),
      );
      const gaps = contrasts(sums, { minimum: 30 }).flatMap(({ penalty, reward }) => [penalty, reward]);
      if (gaps.some((gap) => !gap.withheld && (gap.adjustedP ?? 1) < 0.05)) worlds++;
    }
    expect(worlds / 300).toBeLessThanOrEqual(0.05 + 1.96 * Math.sqrt((0.05 * 0.95) / 300));
  });

  it('say nothing of a place where too few were served in one way', () => {
    const sums = servedAt(0, { badly: 0.3, between: 0.6, well: 0.6 }, createRandom(1));
    const few = sums.map((each) => (each.served === 'well' ? { ...each, n: 4, sum: 2, squares: 1 } : each));
    expect(contrasts(few, { minimum: 30 })[0]).toMatchObject({
      role: undefined,
      reward: { withheld: true, n: 4 },
    });
    expect(
      contrasts(
        sums.map((each) => ({ ...each, n: 3 })),
        { minimum: 30 },
      ),
    ).toEqual([]);
  });
});

describe('where the answer turns', () => {
  it('puts the widest sure gap first, and what cannot be told last', () => {
    const random = createRandom(5);
    const sums = [
      servedAt(0, { badly: 0.5, between: 0.5, well: 0.5 }, random),
      servedAt(1, { badly: 0.4, between: 0.5, well: 0.7 }, random),
      servedAt(2, { badly: 0.1, between: 0.5, well: 0.9 }, random, 10),
      servedAt(3, { badly: 0.3, between: 0.5, well: 0.9 }, random),
    ].flat();
    const found = turns(sums, { minimum: 30, yesOrNo: false });
    expect(found.map(({ place }) => place)).toEqual([3, 1, 0, 2]);
    expect(found.map(({ sure }) => sure)).toEqual([true, true, false, false]);
    expect(found[3]!.difference).toMatchObject({ withheld: true, n: 10 });
  });

  it('is a gap of shares where the answer is yes or no', () => {
    const sums: ServedSums[] = [
      { place: 0, served: 'badly', n: 100, sum: 40, squares: 40 },
      { place: 0, served: 'well', n: 100, sum: 70, squares: 70 },
    ];
    const [turn] = turns(sums, { minimum: 30, yesOrNo: true });
    expect(turn!.difference).toMatchObject({ method: 'newcombe', value: expect.closeTo(0.3, 12) });
  });
});
