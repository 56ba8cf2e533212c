import { pathDistance } from '#kit/edit-distance.ts';
import { buildMedoids, drawRows, fasterPam, type Medoids } from '#kit/statistics/faster-pam.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { improve } from './improve.ts';
import { silhouette } from './silhouette.ts';
import type { WeightedPaths } from './weighted-paths.ts';

export const fewestRepresentatives = 3;
export const mostRepresentatives = 7;
/** Different paths that distances are taken between, two by two; of more, a sample of as many journeys. */
export const mostCompared = 600;
/** Places of a path that are read. */
export const longestRead = 128;
/** A representative stands for at least this share of the journeys. */
const smallestShare = 0.02;
/** Searches from other beginnings, for each number of representatives. */
const restarts = 2;

export type Representatives = {
  /** Those of most journeys first. A representative need not be a path that somebody took. */
  readonly representatives: readonly Uint16Array[];
  /** For each path, which representative is nearest, and how far it is (0 the same … 1 nothing in common). */
  readonly nearest: Uint8Array;
  readonly distance: Float64Array;
  /** How well each number of representatives parts the journeys: mean silhouette, the larger the better. */
  readonly tried: readonly { readonly count: number; readonly quality: number }[];
};

/**
 * Three to seven paths that stand for all, as Bernard & Andritsos ask ("Discovering customer journeys from evidence", CAiSE
 * Forum 2019): k-medoids over the different paths, weighted by their journeys (FasterPAM), under Levenshtein's distance over the
 * length of the longer path; then each medoid is changed place by place as long as its group comes nearer (improve.ts), in the
 * place of their genetic search.
 *
 * The number is the one of largest mean silhouette (Rousseeuw 1987) among those whose representatives each stand for 2 % of the
 * journeys at least; the smaller at equal values; the fewest when there is none. Same paths in the same order, same seed, same
 * answer. At least one path; fewer different paths than three are their own representatives.
 */
export function findRepresentatives(all: WeightedPaths, seed: number): Representatives {
  const sample = drawPaths(all, mostCompared, seed);
  const matrix = distancesBetween(sample.paths);
  const n = sample.paths.length;
  const counts = Array.from(
    { length: mostRepresentatives - fewestRepresentatives + 1 },
    (_, at) => fewestRepresentatives + at,
  ).filter((count) => count <= n);
  const tried = (counts.length > 0 ? counts : [n]).map((count) => {
    const medoids = bestMedoids(matrix, sample.weights, count, seed);
    return {
      count,
      medoids: medoids.medoids,
      quality: silhouette(matrix, sample.weights, medoids),
      fair: smallestGroup(sample.weights, medoids) >= smallestShare,
    };
  });
  const fair = tried.filter((each) => each.fair);
  const chosen = (fair.length > 0 ? fair : tried.slice(0, 1)).reduce((best, each) =>
    each.quality > best.quality ? each : best,
  );
  const improved = improve(
    sample,
    chosen.medoids.map((row) => sample.paths[row] ?? new Uint16Array()),
  );
  return {
    ...assign(all, improved),
    tried: tried.map(({ count, quality }) => ({ count, quality })),
  };
}

/** The best of a few searches: from BUILD, then from medoids drawn at random. */
function bestMedoids(matrix: Float32Array, weights: readonly number[], count: number, seed: number): Medoids {
  const n = weights.length;
  const distances = {
    rows: n,
    // Weighted by those measured to: the loss is then that of journeys, not of different paths.
    from(row: number, to: Float64Array) {
      for (let i = 0; i < n; i++) to[i] = matrix[row * n + i]! * weights[i]!;
    },
  };
  const every = Uint32Array.from({ length: n }, (_, row) => row);
  const found = [fasterPam(distances, buildMedoids(distances, count, every))];
  for (let again = 0; again < restarts; again++) {
    const start = drawRows(n, count, createRandom(seed, 10 * count + again));
    found.push(fasterPam(distances, [...start], found));
  }
  return found.reduce((best, each) => (each.loss < best.loss ? each : best));
}

/** The nearest representative of each path; the representatives of most journeys first. */
function assign({ paths, weights }: WeightedPaths, representatives: readonly Uint16Array[]) {
  const rank = new Uint8Array(paths.length);
  const distance = new Float64Array(paths.length).fill(Number.POSITIVE_INFINITY);
  const held = representatives.map(() => 0);
  paths.forEach((path, at) => {
    representatives.forEach((representative, candidate) => {
      const apart = pathDistance(path, representative);
      if (apart >= distance[at]!) return;
      distance[at] = apart;
      rank[at] = candidate;
    });
    held[rank[at]!]! += weights[at]!;
  });
  const order = representatives
    .map((_, at) => at)
    .filter((at) => held[at]! > 0)
    .sort((a, b) => held[b]! - held[a]! || a - b);
  return {
    representatives: order.map((at) => representatives[at]!),
    nearest: rank.map((at) => order.indexOf(at)),
    distance,
  };
}

function distancesBetween(paths: readonly Uint16Array[]): Float32Array {
  const n = paths.length;
  const matrix = new Float32Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const apart = pathDistance(paths[i]!, paths[j]!);
      matrix[i * n + j] = apart;
      matrix[j * n + i] = apart;
    }
  return matrix;
}

/** All the paths, or those of `count` journeys drawn without putting back. */
function drawPaths(all: WeightedPaths, count: number, seed: number): WeightedPaths {
  if (all.paths.length <= count) return all;
  const journeys = all.weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = new Map<number, number>();
  let at = 0;
  let until = all.weights[0] ?? 0;
  for (const journey of drawRows(journeys, count, createRandom(seed, 1))) {
    while (journey >= until) until += all.weights[++at] ?? Number.POSITIVE_INFINITY;
    drawn.set(at, (drawn.get(at) ?? 0) + 1);
  }
  return { paths: [...drawn.keys()].map((path) => all.paths[path]!), weights: [...drawn.values()] };
}

/** Share of the journeys that the smallest group holds. */
function smallestGroup(weights: readonly number[], { medoids, labels }: Medoids): number {
  const held = medoids.map(() => 0);
  let total = 0;
  weights.forEach((weight, at) => {
    held[labels[at]!]! += weight;
    total += weight;
  });
  return Math.min(...held) / total;
}
