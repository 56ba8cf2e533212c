/**
 * Cuts points on a line (in order) into `count` runs so that the points of a run lie close together: least sum of squared
 * distances to the mean of their run (Fisher 1958, "On grouping for maximum homogeneity"; W. Jenks' natural breaks). Of equal
 * cuts, the one with the earlier breaks. Gives the runs as [from, to) of places in the list.
 */
export function naturalBreaks(points: readonly number[], count: number): [from: number, to: number][] {
  const n = points.length;
  const runs = Math.min(count, n);
  if (runs === 0) return [];
  // cost[k][i]: least cost of the first i points in k runs; cut[k][i]: where its last run begins.
  const cost = Array.from({ length: runs + 1 }, () =>
    new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY),
  );
  const cut = Array.from({ length: runs + 1 }, () => new Array<number>(n + 1).fill(0));
  cost[0]![0] = 0;
  for (let k = 1; k <= runs; k++) {
    for (let to = k; to <= n; to++) {
      for (let from = k - 1; from < to; from++) {
        const total = cost[k - 1]![from]! + spreadOf(points, from, to);
        if (total < cost[k]![to]! - 1e-12) {
          cost[k]![to] = total;
          cut[k]![to] = from;
        }
      }
    }
  }
  const found: [number, number][] = [];
  for (let k = runs, to = n; k > 0; k--) {
    const from = cut[k]![to]!;
    found.unshift([from, to]);
    to = from;
  }
  return found;
}

function spreadOf(points: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += points[at]!;
  const mean = sum / (to - from);
  let spread = 0;
  for (let at = from; at < to; at++) spread += (points[at]! - mean) ** 2;
  return spread;
}
