import { createRandom, type Random } from '#kit/statistics/random.ts';

export type Planted = {
  /** The journeys everybody was made from, as numbers of places. */
  readonly truth: readonly (readonly number[])[];
  readonly journeys: readonly (readonly number[])[];
};

export type PlantedOptions = {
  readonly seed: number;
  readonly journeys: number;
  /** Share of the places of a journey that are changed: left out, replaced, preceded by another, or swapped with the next. */
  readonly noise: number;
  readonly places?: number;
};

/**
 * Journeys made from three to seven known ones, with noise added to each: the way representative journeys are put to the test
 * by Bernard & Andritsos (CAiSE Forum 2019). The known ones have five to fifteen places, and may share some.
 */
export function plantJourneys({ seed, journeys, noise, places = 20 }: PlantedOptions): Planted {
  const random = createRandom(seed, 77);
  const truth = Array.from({ length: 3 + random.below(5) }, () =>
    Array.from({ length: 5 + random.below(11) }, () => 1 + random.below(places)),
  );
  const weights = truth.map(() => 1 + 3 * random.next());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pick = (): readonly number[] => {
    let left = random.next() * total;
    for (const [at, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return truth[at] ?? [];
    }
    return truth[0] ?? [];
  };
  return {
    truth,
    journeys: Array.from({ length: journeys }, () => disturbed(pick(), noise, places, random)),
  };
}

function disturbed(path: readonly number[], noise: number, places: number, random: Random): number[] {
  const lived: number[] = [];
  for (let at = 0; at < path.length; at++) {
    const place = path[at]!;
    if (!random.chance(noise)) {
      lived.push(place);
      continue;
    }
    switch (random.below(4)) {
      case 0:
        break;
      case 1:
        lived.push(1 + random.below(places));
        break;
      case 2:
        lived.push(1 + random.below(places), place);
        break;
      default:
        if (at + 1 < path.length) lived.push(path[++at]!);
        lived.push(place);
    }
  }
  return lived.length > 0 ? lived : [path[0]!];
}

/** The different paths with their numbers of journeys, those of most journeys first. */
export function countPaths(journeys: readonly (readonly number[])[]) {
  const counted = new Map<string, { path: Uint16Array; weight: number }>();
  for (const journey of journeys) {
    const key = journey.join();
    const found = counted.get(key) ?? { path: Uint16Array.from(journey), weight: 0 };
    found.weight++;
    counted.set(key, found);
  }
  const all = [...counted.values()].sort((a, b) => b.weight - a.weight);
  return { paths: all.map(({ path }) => path), weights: all.map(({ weight }) => weight) };
}

/** One less the share of the places of both that they have in common. */
export function jaccardDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [one, other] = [new Set(Array.from(a)), new Set(Array.from(b))];
  const both = [...one].filter((place) => other.has(place)).length;
  return 1 - both / (one.size + other.size - both);
}

/** How far what was found is from what was planted: the number, and the places of each one planted from the nearest found. */
export function plantedErrors(
  { truth }: Planted,
  found: readonly ArrayLike<number>[],
): { readonly number: number; readonly jaccard: number } {
  const nearest = truth.map((path) => Math.min(...found.map((each) => jaccardDistance(path, each))));
  return {
    number: Math.abs(found.length - truth.length),
    jaccard: nearest.reduce((sum, each) => sum + each, 0) / nearest.length,
  };
}
