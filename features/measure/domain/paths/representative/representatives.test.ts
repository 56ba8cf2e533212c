import { describe, expect, it } from 'vitest';
import { pathDistance } from '#kit/edit-distance.ts';
import { countPaths, jaccardDistance, plantedErrors, plantJourneys } from '#testing/planted-journeys.ts';
import { findRepresentatives } from './representatives.ts';
import { silhouette } from './silhouette.ts';

const path = (...places: number[]): Uint16Array => Uint16Array.from(places);

describe('representative journeys', () => {
  it('finds how many were planted and which, under more and more noise', () => {
    const errors = [0.2, 0.5].flatMap((noise) =>
      [1, 2, 3].map((seed) => {
        const planted = plantJourneys({ seed, journeys: 700, noise, places: 12 });
        return plantedErrors(planted, findRepresentatives(countPaths(planted.journeys), 7).representatives);
      }),
    );
    const mean = (of: (error: (typeof errors)[number]) => number): number =>
      errors.reduce((sum, error) => sum + of(error), 0) / errors.length;
    expect(mean(({ number }) => number)).toBeLessThanOrEqual(0.7);
    expect(mean(({ jaccard }) => jaccard)).toBeLessThanOrEqual(0.2);
  });

  it('shortens a representative to what most of its group share, though nobody took that very path', () => {
    const shared = [1, 2, 3, 4, 5];
    const paths = [
      ...Array.from({ length: 12 }, (_, at) => path(...shared.toSpliced(at % 6, 0, 20 + at))),
      ...Array.from({ length: 12 }, (_, at) => path(9, 8, 7, 9, 40 + at)),
      ...Array.from({ length: 12 }, (_, at) => path(60 + at, 11, 12, 13)),
    ];
    const { representatives, nearest } = findRepresentatives({ paths, weights: paths.map(() => 5) }, 1);
    expect(representatives.map((each) => [...each].join()).sort()).toEqual([
      '1,2,3,4,5',
      '11,12,13',
      '9,8,7,9',
    ]);
    expect(new Set([...nearest].slice(0, 12)).size).toBe(1);
  });

  it('gives the same answer again, and each path its nearest', () => {
    const planted = countPaths(plantJourneys({ seed: 9, journeys: 900, noise: 0.4 }).journeys);
    const found = findRepresentatives(planted, 3);
    expect(findRepresentatives(planted, 3)).toEqual(found);
    planted.paths.forEach((each, at) => {
      const apart = found.representatives.map((representative) => pathDistance(each, representative));
      expect(found.distance[at]).toBe(Math.min(...apart));
      expect(apart[found.nearest[at]!]).toBe(found.distance[at]);
    });
  });

  it('is content with few different paths, and with one', () => {
    const two = findRepresentatives({ paths: [path(1, 2), path(3)], weights: [40, 60] }, 1);
    expect(two.representatives).toEqual([path(3), path(1, 2)]);
    expect([...two.distance]).toEqual([0, 0]);
    expect(findRepresentatives({ paths: [path(4)], weights: [9] }, 1).representatives).toEqual([path(4)]);
    const outlier = [path(1, 2, 3), path(1, 2), path(1, 2, 4), path(9, 9, 9, 9, 9, 9)];
    const fair = findRepresentatives({ paths: outlier, weights: [500, 400, 300, 1] }, 1);
    expect(fair.representatives.length).toBeLessThanOrEqual(3);
  });

  it('weighs the silhouette as if each journey had a row of its own', () => {
    const paths = [path(1, 2), path(1, 3), path(5, 6, 7), path(5, 6)];
    const weights = [3, 1, 2, 2];
    const rows = paths.flatMap((each, at) => Array.from({ length: weights[at]! }, () => each));
    const matrixOf = (all: readonly Uint16Array[]) =>
      Float32Array.from(all.flatMap((a) => all.map((b) => pathDistance(a, b))));
    const groupOf = (each: Uint16Array) => (each[0] === 1 ? 0 : 1);
    const labels = (all: readonly Uint16Array[]) => Uint8Array.from(all, groupOf);
    const weighted = silhouette(matrixOf(paths), weights, { medoids: [0, 2], labels: labels(paths) });
    const plain = rows.map((own) => {
      const mean = (others: readonly Uint16Array[], n: number) =>
        others.reduce((sum, other) => sum + pathDistance(own, other), 0) / n;
      const [mine, theirs] = [0, 1].map((same) =>
        rows.filter((row) => (groupOf(row) === groupOf(own)) === (same === 0)),
      ) as [Uint16Array[], Uint16Array[]];
      const [a, b] = [mean(mine, mine.length - 1), mean(theirs, theirs.length)];
      return (b - a) / Math.max(a, b);
    });
    expect(weighted).toBeCloseTo(plain.reduce((sum, each) => sum + each, 0) / plain.length, 6);
    expect(jaccardDistance(path(1, 2), path(2, 3))).toBeCloseTo(2 / 3, 12);
  });
});
