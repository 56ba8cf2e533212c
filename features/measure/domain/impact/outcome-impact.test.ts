import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import { bucketsOf, chainJourneys, harmedJourneys, plantedChain } from '#testing/planted-outcomes.ts';
import { outcomeImpact } from './outcome-impact.ts';
import { removalEffects } from './removal-effect.ts';

const shown = { minimum: 5 };

describe('the impact of places on an outcome', () => {
  it('has intervals that hold the removal effects of the chain that journeys were drawn from 95 times in 100', () => {
    const places = 4;
    const random = createRandom(5);
    const chances = plantedChain(places, random);
    const truth = removalEffects(places, chances).effects;
    let held = 0;
    let told = 0;
    for (let world = 0; world < 150; world++) {
      const journeys = chainJourneys(places, chances, 200, random);
      const buckets = bucketsOf(places, journeys, () => random.below(200));
      for (const { place, removal } of outcomeImpact(places, buckets, {
        ...shown,
        outcome: 'reached',
        times: 200,
      }).places) {
        if (removal.withheld) continue;
        told++;
        if (removal.low <= truth[place]! && truth[place]! <= removal.high) held++;
      }
    }
    expect(told).toBe(places * 150);
    expect(held / told).toBeGreaterThan(0.925);
    expect(held / told).toBeLessThan(0.975);
  });

  it('ranks the places that do harm first, by what is missed through them and by what those who pass them reach', () => {
    const random = createRandom(11);
    const harm = [0, 0.5, 0, 0, 0.65, 0, 0, 0.35, 0, 0];
    const journeys = harmedJourneys(harm, 8000, random);
    const buckets = bucketsOf(harm.length, journeys, () => random.below(200));
    const missed = outcomeImpact(harm.length, buckets, { ...shown, outcome: 'missed', times: 100 });
    expect(missed.places.slice(0, 3).map(({ place }) => place)).toEqual([4, 1, 7]);
    const reached = outcomeImpact(harm.length, buckets, { ...shown, outcome: 'reached', times: 100 });
    const worst = reached.places.toSorted((a, b) => gapOf(a) - gapOf(b));
    expect(worst.slice(0, 3).map(({ place }) => place)).toEqual([4, 1, 7]);
    for (const { place, difference } of reached.places)
      if (!difference.withheld && harm[place]! > 0) expect(difference.adjustedP).toBeLessThan(0.001);
    expect(reached.outcomes + missed.outcomes).toBe(reached.journeys);
  });

  it('finds nothing in nineteen of twenty worlds where no place matters', () => {
    const random = createRandom(17);
    const harm = new Array<number>(10).fill(0);
    let worlds = 0;
    for (let world = 0; world < 120; world++) {
      const buckets = bucketsOf(10, harmedJourneys(harm, 400, random), () => random.below(200));
      const { places } = outcomeImpact(10, buckets, { ...shown, outcome: 'reached', times: 1 });
      if (places.some(({ difference }) => !difference.withheld && (difference.adjustedP ?? 1) < 0.05))
        worlds++;
    }
    expect(worlds / 120).toBeLessThanOrEqual(0.05 + 1.96 * Math.sqrt((0.05 * 0.95) / 120));
  });

  it('gives credit that adds up to the outcomes of those who passed anywhere, and the same answer every time', () => {
    const journeys = harmedJourneys([0, 0.3, 0], 500, createRandom(3));
    const ask = () =>
      outcomeImpact(
        3,
        bucketsOf(3, journeys, (at) => at % 50),
        { ...shown, outcome: 'reached' },
      );
    const { places, outcomes } = ask();
    const credited = places.reduce((sum, { credit }) => sum + (credit.withheld ? 0 : credit.value), 0);
    const somewhere = journeys.filter(({ path, reached }) => reached && path.length > 0).length;
    expect(credited).toBeCloseTo(somewhere / outcomes, 12);
    expect(ask()).toEqual(ask());
  });

  it('tells nothing where nobody, or everybody, reaches the goal', () => {
    const nobody = harmedJourneys([1, 1], 100, createRandom(3)).filter(({ reached }) => !reached);
    const counted = bucketsOf(2, nobody, (at) => at);
    for (const outcome of ['reached', 'missed'] as const)
      expect(outcomeImpact(2, counted, { ...shown, outcome }).places).toEqual([]);
  });
});

function gapOf({
  difference,
}: {
  difference: ReturnType<typeof outcomeImpact>['places'][number]['difference'];
}) {
  return difference.withheld ? Number.POSITIVE_INFINITY : difference.value;
}
