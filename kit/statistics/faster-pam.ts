import type { Random } from '#kit/statistics/random.ts';

/** Distances of one row to all rows, into `to`; symmetric, 0 to itself. */
export type Distances = {
  readonly rows: number;
  /** The rows distances are measured to and losses summed over, when these are only some: `to` is that long. */
  readonly targets?: number;
  from(row: number, to: Float64Array): void;
};

export type Medoids = {
  /** Rows chosen, in no order. */
  readonly medoids: number[];
  /** Position in `medoids` of the nearest one, per row. */
  readonly labels: Uint8Array;
  /** Σ over rows of the distance to the nearest medoid. */
  readonly loss: number;
  readonly swaps: number;
};

/**
 * k-medoids by FasterPAM: Schubert & Rousseeuw, "Fast and eager k-medoids clustering", Information Systems 101 (2021),
 * algorithm 3. A candidate is swapped in as soon as that lowers the loss; the search ends once every row has been tried
 * since the last swap. The result is a local optimum of PAM's swap: no exchange of one medoid lowers the loss.
 *
 * No matrix is kept: the distances of a candidate to all rows are made when it is tried, so memory is that of a few rows.
 * @param start k different rows to begin with.
 * @param known optima of the same distances found before: arriving at one of them, the search need not prove it again.
 * @param enough rows tried in a row without a swap after which the search ends. Fewer than all: near an optimum, unproven.
 */
export function fasterPam(
  distances: Distances,
  start: readonly number[],
  known: readonly Medoids[] = [],
  enough: number = distances.rows,
): Medoids {
  const n = distances.targets ?? distances.rows;
  const k = start.length;
  const medoids = [...start];
  const isMedoid = new Uint8Array(distances.rows);
  for (const row of medoids) isMedoid[row] = 1;
  /** Distances of each medoid to all rows. */
  const of = medoids.map((row) => {
    const line = new Float64Array(n);
    distances.from(row, line);
    return line;
  });
  const near = new Uint8Array(n);
  const nearAt = new Float64Array(n);
  const secondAt = new Float64Array(n);
  const removal = new Float64Array(k);
  const gain = new Float64Array(k);
  const line = new Float64Array(n);
  let loss = 0;

  /** Nearest and second nearest medoid of every row, and what losing each medoid would cost. */
  const settle = (): void => {
    removal.fill(0);
    loss = 0;
    for (let o = 0; o < n; o++) {
      let first = Number.POSITIVE_INFINITY;
      let second = Number.POSITIVE_INFINITY;
      let at = 0;
      for (let i = 0; i < k; i++) {
        const d = of[i]![o]!;
        if (d < first) {
          second = first;
          first = d;
          at = i;
        } else if (d < second) second = d;
      }
      near[o] = at;
      nearAt[o] = first;
      secondAt[o] = second;
      loss += first;
      removal[at]! += second - first;
    }
  };
  settle();
  const arrived = (): Medoids | undefined =>
    known.find(
      (optimum) => optimum.medoids.length === k && optimum.medoids.every((row) => isMedoid[row] === 1),
    );

  let swaps = 0;
  const there = arrived();
  if (there) return there;
  for (let row = 0, quiet = 0; quiet < enough; row = (row + 1) % distances.rows) {
    quiet++;
    if (isMedoid[row] === 1) continue;
    distances.from(row, line);
    gain.set(removal);
    const shared = addGains(line, near, nearAt, secondAt, gain);
    let best = 0;
    for (let i = 1; i < k; i++) if (gain[i]! < gain[best]!) best = i;
    const change = k === 1 ? sum(line) - loss : gain[best]! + shared;
    // Rounding must not keep two equal choices swapping forever.
    if (change >= -1e-12 * loss) continue;
    isMedoid[medoids[best]!] = 0;
    isMedoid[row] = 1;
    medoids[best] = row;
    of[best]!.set(line);
    settle();
    swaps++;
    quiet = 0;
    const met = arrived();
    if (met) return met;
  }
  return { medoids, labels: near, loss, swaps };
}

/** What a candidate at these distances gains over each medoid it could replace, and, returned, whatever it replaces. */
function addGains(
  line: Float64Array,
  near: Uint8Array,
  nearAt: Float64Array,
  secondAt: Float64Array,
  gain: Float64Array,
): number {
  let shared = 0;
  for (let o = 0; o < line.length; o++) {
    const d = line[o]!;
    if (d >= secondAt[o]!) continue;
    const first = nearAt[o]!;
    const at = near[o]!;
    if (d < first) {
      shared += d - first;
      gain[at] = gain[at]! + first - secondAt[o]!;
    } else gain[at] = gain[at]! + d - secondAt[o]!;
  }
  return shared;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/**
 * BUILD of PAM on a sample of rows (LAB of the same paper): each medoid in turn is the sampled row that lowers the loss of
 * the sample most. `rows` may be all rows.
 */
export function buildMedoids(distances: Distances, k: number, rows: ArrayLike<number>): number[] {
  const m = rows.length;
  const nearest = new Float64Array(m).fill(Number.POSITIVE_INFINITY);
  const line = new Float64Array(distances.rows);
  const medoids: number[] = [];
  while (medoids.length < k) {
    let best = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < m; i++) {
      const row = rows[i]!;
      if (medoids.includes(row)) continue;
      distances.from(row, line);
      let loss = 0;
      for (let j = 0; j < m; j++) loss += Math.min(nearest[j]!, line[rows[j]!]!);
      if (loss < lowest) {
        lowest = loss;
        best = row;
      }
    }
    medoids.push(best);
    distances.from(best, line);
    for (let j = 0; j < m; j++) nearest[j] = Math.min(nearest[j]!, line[rows[j]!]!);
  }
  return medoids;
}

/** `count` different rows of 0 … rows − 1, ascending. */
export function drawRows(rows: number, count: number, random: Random): Uint32Array {
  const all = Uint32Array.from({ length: rows }, (_, i) => i);
  const m = Math.min(rows, count);
  for (let i = 0; i < m; i++) {
    const j = i + random.below(rows - i);
    const swap = all[i]!;
    all[i] = all[j]!;
    all[j] = swap;
  }
  return all.slice(0, m).sort();
}
