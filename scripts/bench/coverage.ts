import { createRandom } from '#kit/statistics/random.ts';
import { outcomeImpact } from '#measure/domain/impact/outcome-impact.ts';
import {
  type CoverageWorld,
  coverageOf,
  coverageWorlds,
  falseDiscoveries,
} from '#testing/coverage-worlds.ts';
import { bucketsOf, harmedJourneys } from '#testing/planted-outcomes.ts';

/**
 * Do figures keep what they promise? `size` runs (1,000 unless told) of samples of 30, 100, 1,000 and 10,000 people for each of 20
 * truths: how often 95 % intervals hold it; as many worlds in which personas do not differ: in how many something is called a
 * difference; and worlds with three harmful places of ten: in how many these are ranked first, the worst first.
 */
export async function run({ size = 1000 }: { size?: number } = {}): Promise<unknown> {
  const sizes = [30, 100, 1000, 10_000];
  const truths = 20;
  const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
  const intervals = Object.fromEntries(
    (Object.keys(coverageWorlds) as CoverageWorld[]).map((name) => [
      name,
      Object.fromEntries(
        sizes.map((n) => {
          const { held, least, most } = coverageOf(name, n, { truths, runs: size });
          return [n, { held: rounded(held), least: rounded(least), most: rounded(most) }];
        }),
      ),
    ]),
  );
  const discoveries = Object.fromEntries(
    sizes.map((n) => [n, rounded(falseDiscoveries(size, { personas: 4, n }))]),
  );
  return {
    limit: { held: [0.94, 0.96], falseDiscoveries: 0.05 },
    truths,
    runs: size,
    intervals,
    falseDiscoveries: discoveries,
    harm: harmFirst(Math.max(1, Math.round(size / 5))),
  };
}

function harmFirst(worlds: number) {
  const random = createRandom(71);
  const harm = [0, 0.5, 0, 0, 0.65, 0, 0, 0.35, 0, 0];
  const worst = [4, 1, 7];
  const counts = { worstFirstByGap: 0, threeFirstByGap: 0, worstFirstByRemoval: 0, threeFirstByRemoval: 0 };
  for (let world = 0; world < worlds; world++) {
    const buckets = bucketsOf(harm.length, harmedJourneys(harm, 8000, random), () => random.below(200));
    const missed = outcomeImpact(harm.length, buckets, { minimum: 30, times: 1, outcome: 'missed' }).places;
    const gap = ({ difference }: (typeof missed)[number]): number =>
      difference.withheld ? 0 : difference.value;
    for (const [by, places] of [
      ['Gap', missed.toSorted((a, b) => gap(b) - gap(a))],
      ['Removal', missed],
    ] as const) {
      const first = places.slice(0, 3).map(({ place }) => place);
      if (first.join() === worst.join()) counts[`worstFirstBy${by}`]++;
      if (worst.every((place) => first.includes(place))) counts[`threeFirstBy${by}`]++;
    }
  }
  return {
    worlds,
    ...Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count / worlds])),
  };
}
