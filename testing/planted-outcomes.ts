import type { Random } from '#kit/statistics/random.ts';
import type { OutcomeBucket } from '#measure/domain/impact/outcome-impact.ts';
import { passageCell, passageCells } from '#measure/domain/impact/removal-effect.ts';

/** A journey up to its goal or its end: places 1 … n in order. */
export type PlantedJourney = { readonly path: readonly number[]; readonly reached: boolean };

/**
 * Chances of a chain whose removal effects are known: each place leads on to any other, to the goal or to nothing, some more than
 * others. In the cells of `removalEffects`, rows adding up to one.
 */
export function plantedChain(places: number, random: Random): Float64Array {
  const chances = new Float64Array(passageCells(places));
  for (let from = 0; from <= places; from++) {
    const weights = Array.from({ length: places + 2 }, (_, to) =>
      from === to + 1 ? 0 : to < places ? 0.4 + random.next() : from === 0 ? 0 : 0.6 + random.next(),
    );
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, to) => {
      chances[passageCell(places, from, to)] = weight / all;
    });
  }
  return chances;
}

/** Journeys that follow the chain. */
export function chainJourneys(
  places: number,
  chances: Float64Array,
  journeys: number,
  random: Random,
): PlantedJourney[] {
  return Array.from({ length: journeys }, () => {
    const path: number[] = [];
    for (let from = 0; ; ) {
      let to = 0;
      let left = random.next();
      while (to < places + 1 && left >= chances[passageCell(places, from, to)]!)
        left -= chances[passageCell(places, from, to++)]!;
      if (to >= places) return { path, reached: to === places };
      path.push(to + 1);
      from = to + 1;
    }
  });
}

/** Journeys that pass each place four times in ten, in any order; a harmful one takes away its share of those who would arrive. */
export function harmedJourneys(harm: readonly number[], journeys: number, random: Random): PlantedJourney[] {
  return Array.from({ length: journeys }, () => {
    const path = harm.flatMap((_, at) => (random.chance(0.4) ? [at + 1] : []));
    for (let at = path.length - 1; at > 0; at--) {
      const other = random.below(at + 1);
      [path[at], path[other]] = [path[other]!, path[at]!];
    }
    const arrives = path.reduce((chance, place) => chance * (1 - harm[place - 1]!), 0.7);
    return { path, reached: random.chance(arrives) };
  });
}

/** What the engine counts: journeys shared out over buckets. */
export function bucketsOf(
  places: number,
  journeys: readonly PlantedJourney[],
  bucketOf: (journey: number) => number,
): OutcomeBucket[] {
  const buckets = new Map<number, PlantedJourney[]>();
  journeys.forEach((journey, at) => {
    const bucket = bucketOf(at);
    const own = buckets.get(bucket);
    if (own) own.push(journey);
    else buckets.set(bucket, [journey]);
  });
  return [...buckets.values()].map((own) => ({
    passages: own.flatMap(({ path, reached }) =>
      [0, ...path].map((from, at) => ({ from, to: path[at] ?? places + (reached ? 1 : 2), count: 1 })),
    ),
    passers: own.flatMap(({ path, reached }) => {
      const different = [...new Set(path)];
      return [0, ...different].map((place) => ({
        place,
        reached,
        different: different.length,
        journeys: 1,
      }));
    }),
  }));
}
