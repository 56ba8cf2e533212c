import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '#kit/statistics/random.ts';
import { attemptByHand, deedName, deedsByHand, type PlainPath } from '#testing/paths-by-hand.ts';
import { type Deed, passagesCompared, type WinningCounts, winningDeeds } from './winning.ts';

const places = ['a', 'b', 'c', 'd', 'e'];

/** Journeys whose next step never depends on what was done: nothing differs. `bent`: who passed `a` reaches the goal more often. */
function randomPath(random: Random, bent = 0): PlainPath {
  const keys: string[] = [];
  for (;;) {
    if (random.chance(0.1 + (keys.includes('a') ? bent : 0))) {
      keys.push('goal');
      break;
    }
    if (random.chance(0.12)) break;
    keys.push(random.pick(places));
  }
  return {
    passages: keys.map((key, time) => ({ key, time })),
    attributes: {},
    underWay: random.chance(0.1),
    first: 0,
    last: keys.length,
  };
}

function countsOf(paths: readonly PlainPath[]): WinningCounts {
  const attempts = paths.map((path) => attemptByHand(path, 'goal'));
  const of = (name: string) =>
    attempts
      .filter(({ standing }) => standing === name)
      .map(({ looked }) => ({ passages: looked.length, journeys: 1 }));
  const number = (key: string): number => places.indexOf(key) + 1;
  return {
    winners: of('winner'),
    others: of('other'),
    deeds: attempts
      .filter(({ standing }) => standing === 'winner' || standing === 'other')
      .flatMap(({ standing, looked }) =>
        [...deedsByHand(looked)].map(([name, first]) => {
          const [did, place = '', to = ''] = name.split('\u0000');
          const deed: Deed =
            did === 'go'
              ? { did, place: number(place), to: number(to) }
              : { did: did as 'pass' | 'return', place: number(place) };
          return { deed, won: standing === 'winner', passages: looked.length, first, journeys: 1 };
        }),
      ),
  };
}

const sample = (seed: number, journeys: number, bent = 0): WinningCounts => {
  const random = createRandom(seed, 5);
  return countsOf(Array.from({ length: journeys }, () => randomPath(random, bent)));
};

describe('winning journeys', () => {
  it('compares each winner with the others over as many passages', () => {
    const pass = (place: number): Deed => ({ did: 'pass', place });
    // Ten winners after two passages; others of one, two and four passages, most of which did it only at their fourth.
    const counts: WinningCounts = {
      winners: [{ passages: 2, journeys: 10 }],
      others: [
        { passages: 1, journeys: 30 },
        { passages: 2, journeys: 20 },
        { passages: 4, journeys: 20 },
      ],
      deeds: [
        { deed: pass(1), won: true, passages: 2, first: 1, journeys: 6 },
        { deed: pass(1), won: false, passages: 1, first: 1, journeys: 30 },
        { deed: pass(1), won: false, passages: 2, first: 2, journeys: 4 },
        { deed: pass(1), won: false, passages: 4, first: 4, journeys: 16 },
      ],
    };
    const [only] = winningDeeds(counts, { minimum: 5 });
    // Of the forty others with two passages at least, four had done it by their second.
    expect(only).toMatchObject({ winners: 0.6, others: 0.1, difference: { n: [10, 70] } });
    expect(only?.difference?.value).toBeCloseTo(0.5, 12);
    expect(passagesCompared(counts.others, { minimum: 5 })).toBe(4);
    expect(passagesCompared(counts.others, { minimum: 30 })).toBe(2);
    expect(winningDeeds(counts, { minimum: 11 })).toEqual([]);
    expect(winningDeeds({ ...counts, winners: [] }, { minimum: 5 })).toEqual([]);
  });

  it('is, winner by winner, the share of the others that had done it within as many passages', () => {
    for (const seed of [1, 2, 3]) {
      const random = createRandom(seed, 5);
      const attempts = Array.from({ length: 500 }, () => attemptByHand(randomPath(random), 'goal'));
      const of = (name: string) => attempts.filter(({ standing }) => standing === name);
      const deeds = winningDeeds(sample(seed, 500), { minimum: 30 });
      const most = passagesCompared(sample(seed, 500).others, { minimum: 30 });
      const within = (looked: readonly string[], n: number, name: string): boolean =>
        (deedsByHand(looked).get(name) ?? Number.POSITIVE_INFINITY) <= n;
      const mean = (values: readonly number[]): number =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      for (const { deed, winners, others } of deeds.slice(0, 8)) {
        const [place = '', to] = [deed.place, deed.did === 'go' ? deed.to : 0].map((n) => places[n - 1]);
        const name = deedName(deed.did, place, to);
        const ns = of('winner').map(({ looked }) => Math.min(looked.length, most));
        const won = of('winner').filter(({ looked }, at) => within(looked, ns[at]!, name)).length;
        expect(winners).toBe(won > 0 && won < 5 ? null : won / ns.length);
        const byHand = ns.map((n) => {
          const beside = of('other').filter(({ looked }) => looked.length >= n);
          return mean(beside.map(({ looked }) => Number(within(looked, n, name))));
        });
        if (others !== null) expect(others).toBeCloseTo(mean(byHand), 12);
      }
    }
  });

  it('tells no share, and no difference, that one to four journeys make', () => {
    const passed = (place: number, won: boolean, journeys: number) => ({
      deed: { did: 'pass' as const, place },
      won,
      passages: 3,
      first: 1,
      journeys,
    });
    const deeds = winningDeeds(
      {
        winners: [{ passages: 3, journeys: 200 }],
        others: [{ passages: 3, journeys: 100 }],
        deeds: [
          ...[passed(1, true, 4), passed(1, false, 60)],
          ...[passed(2, true, 50), passed(2, false, 2)],
          passed(3, true, 40),
          ...[passed(4, true, 90), passed(4, false, 20)],
        ],
      },
      { minimum: 30 },
    );
    expect(
      deeds.map(({ deed, winners, others, difference }) => [deed.place, winners, others, difference?.value]),
    ).toEqual([
      [4, 0.45, expect.closeTo(0.2, 10), expect.closeTo(0.25, 10)],
      [3, 0.2, 0, expect.closeTo(0.2, 10)],
      [1, null, expect.closeTo(0.6, 10), undefined],
      [2, 0.25, null, undefined],
    ]);
  });

  it('finds nothing where nothing differs, and its intervals cover no difference', () => {
    const runs = 600;
    let alarms = 0;
    let compared = 0;
    let covered = 0;
    for (let seed = 0; seed < runs; seed++) {
      const deeds = winningDeeds(sample(seed, 400), { minimum: 30 }).flatMap(
        ({ difference }) => difference ?? [],
      );
      if (deeds.some(({ adjustedP }) => (adjustedP ?? 1) < 0.05)) alarms++;
      compared += deeds.length;
      covered += deeds.filter(({ low, high }) => low <= 0 && high >= 0).length;
    }
    expect(compared / runs).toBeGreaterThan(20);
    expect(alarms / runs).toBeLessThanOrEqual(0.05);
    expect(covered / compared).toBeGreaterThanOrEqual(0.94);
  });

  it('finds what does differ, and first of all', () => {
    const [first] = winningDeeds(sample(3, 1500, 0.25), { minimum: 30 });
    expect(first?.deed).toEqual({ did: 'pass', place: 1 });
    expect(first?.difference?.value).toBeGreaterThan(0.1);
    expect(first?.difference?.adjustedP).toBeLessThan(0.001);
  });
});
