import type { Medoids } from '#kit/statistics/faster-pam.ts';

/**
 * Mean silhouette (Rousseeuw 1987, J. Comput. Appl. Math. 20) over journeys: how much nearer a journey is to those of its own
 * group than to those of the next, −1 … 1. `weights`: journeys of each row; `matrix`: distances, row after row. A journey alone in
 * its group counts 0.
 */
export function silhouette(
  matrix: Float32Array,
  weights: readonly number[],
  { medoids, labels }: Pick<Medoids, 'medoids' | 'labels'>,
): number {
  const n = weights.length;
  const groups = medoids.length;
  const size = new Float64Array(groups);
  let total = 0;
  for (let i = 0; i < n; i++) {
    size[labels[i]!]! += weights[i]!;
    total += weights[i]!;
  }
  const to = new Float64Array(groups);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    to.fill(0);
    for (let j = 0; j < n; j++) to[labels[j]!]! += weights[j]! * matrix[i * n + j]!;
    const own = labels[i]!;
    if (size[own]! <= 1) continue;
    // Those who take the same path are at no distance, and the journey is not compared with itself.
    const within = to[own]! / (size[own]! - 1);
    let beside = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group++)
      if (group !== own && size[group]! > 0) beside = Math.min(beside, to[group]! / size[group]!);
    const larger = Math.max(within, beside);
    if (Number.isFinite(beside) && larger > 0) sum += (weights[i]! * (beside - within)) / larger;
  }
  return sum / total;
}
