import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removalEffects as effectsOfCounts, passageCell, passageCells } from './removal-effect.ts';
import { shapleyCredit } from './shapley.ts';

type OutcomeSet = { readonly places: readonly number[]; readonly journeys: number };

type Passage = {
  readonly from: number | 'begin';
  readonly to: number | 'outcome' | 'lost';
  readonly count: number;
};

/** Passages as they are said, in the cells the rule counts them in. */
function removalEffects(places: number, passages: readonly Passage[]) {
  const counts = new Float64Array(passageCells(places));
  for (const { from, to, count } of passages) {
    const row = from === 'begin' ? 0 : from + 1;
    const column = to === 'outcome' ? places : to === 'lost' ? places + 1 : to;
    counts[passageCell(places, row, column)]! += count;
  }
  const { outcome, effects } = effectsOfCounts(places, counts);
  return { outcome, effects: [...effects] };
}

/** The chain solved again for each place, its passages turned into losses: power iteration, nothing clever. */
function outcomeWithout(removed: number | null, places: number, passages: readonly Passage[]): number {
  const leaving = new Map<number | 'begin', number>();
  for (const { from, count } of passages) leaving.set(from, (leaving.get(from) ?? 0) + count);
  let mass = new Map<number | 'begin', number>([['begin', 1]]);
  let outcome = 0;
  for (let round = 0; round < 5000; round++) {
    const next = new Map<number | 'begin', number>();
    for (const { from, to, count } of passages) {
      const share = ((mass.get(from) ?? 0) * count) / (leaving.get(from) ?? 1);
      if (share === 0 || to === 'lost' || to === removed) continue;
      if (to === 'outcome') outcome += share;
      else next.set(to, (next.get(to) ?? 0) + share);
    }
    mass = next;
    if ([...mass.values()].every((value) => value < 1e-15)) break;
  }
  expect(places).toBeGreaterThan(0);
  return outcome;
}

/** Places in a circle with ways out everywhere, and random passages between them. */
const chains = fc.integer({ min: 1, max: 6 }).chain((places) =>
  fc
    .array(
      fc.record({
        from: fc.oneof(fc.constant('begin' as const), fc.nat(places - 1)),
        to: fc.oneof(fc.constant('outcome' as const), fc.constant('lost' as const), fc.nat(places - 1)),
        count: fc.integer({ min: 1, max: 50 }),
      }),
      { maxLength: 25 },
    )
    .map((passages) => ({
      places,
      passages: [
        ...passages,
        { from: 'begin' as const, to: 0, count: 5 },
        ...Array.from({ length: places }, (_, from) => ({ from, to: 'lost' as const, count: 8 })),
        ...Array.from({ length: places }, (_, from) => ({ from, to: 'outcome' as const, count: 3 })),
      ] satisfies Passage[],
    })),
);

describe('the removal effect', () => {
  it('is what the chain loses when the place is taken out and solved anew', () => {
    fc.assert(
      fc.property(chains, ({ places, passages }) => {
        const { outcome, effects } = removalEffects(places, passages);
        const whole = outcomeWithout(null, places, passages);
        expect(outcome).toBeCloseTo(whole, 9);
        for (let place = 0; place < places; place++)
          expect(effects[place]).toBeCloseTo(1 - outcomeWithout(place, places, passages) / whole, 8);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('gives the removal effects of the usual worked example of three journeys: 0.5, 1 and 1', () => {
    // Three journeys: C1 → C2 → C3 → outcome; C1 → lost; C2 → C3 → lost.
    const passages: Passage[] = [
      { from: 'begin', to: 0, count: 2 },
      { from: 'begin', to: 1, count: 1 },
      { from: 0, to: 1, count: 1 },
      { from: 0, to: 'lost', count: 1 },
      { from: 1, to: 2, count: 2 },
      { from: 2, to: 'outcome', count: 1 },
      { from: 2, to: 'lost', count: 1 },
    ];
    const { outcome, effects } = removalEffects(3, passages);
    expect(outcome).toBeCloseTo(1 / 3, 12);
    expect(effects[0]).toBeCloseTo(0.5, 12);
    expect(effects[1]).toBeCloseTo(1, 12);
    expect(effects[2]).toBeCloseTo(1, 12);
  });

  it('is nothing for a place nobody passes, and where nobody reaches the outcome', () => {
    expect(
      removalEffects(2, [
        { from: 'begin', to: 0, count: 4 },
        { from: 0, to: 'outcome', count: 4 },
      ]),
    ).toEqual({
      outcome: 1,
      effects: [1, 0],
    });
    expect(
      removalEffects(1, [
        { from: 'begin', to: 0, count: 4 },
        { from: 0, to: 'lost', count: 4 },
      ]),
    ).toEqual({
      outcome: 0,
      effects: [0],
    });
  });
});

/** Shapley's value by its definition: the mean over all orders of what a place adds. */
function shapleyByOrders(places: number, sets: readonly OutcomeSet[]): number[] {
  const worth = (held: ReadonlySet<number>): number =>
    sets
      .filter(({ places: own }) => own.every((place) => held.has(place)))
      .reduce((sum, { journeys }) => sum + journeys, 0);
  const orders = permutations(Array.from({ length: places }, (_, index) => index));
  const credit = Array.from({ length: places }, () => 0);
  for (const order of orders) {
    const held = new Set<number>();
    for (const place of order) {
      const before = worth(held);
      held.add(place);
      credit[place]! += (worth(held) - before) / orders.length;
    }
  }
  return credit;
}

const permutations = (items: readonly number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) =>
        permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
      );

it('the credit of places is Shapley’s value by its definition', () => {
  const sets = fc.array(
    fc.record({ places: fc.uniqueArray(fc.nat(4), { minLength: 1 }), journeys: fc.nat(100) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(sets, (all) => {
      const byHand = shapleyByOrders(5, all);
      const passers = all.flatMap(({ places, journeys }) =>
        places.map((place) => ({ place, different: places.length, journeys })),
      );
      shapleyCredit(5, passers).forEach(
        (credit, place) => void expect(credit).toBeCloseTo(byHand[place] ?? 0, 9),
      );
    }),
    { numRuns: 40, seed: 8 },
  );
});
