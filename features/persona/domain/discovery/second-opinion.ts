import { buildMedoids, drawRows, fasterPam, type Medoids } from '#kit/statistics/faster-pam.ts';
import { createRandom } from '#kit/statistics/random.ts';
import type { EncodedTable } from './encoded.ts';
import { createGower, type Gower } from './gower.ts';

export type SecondOpinion = {
  /** Rows of the table given. */
  readonly medoids: readonly number[];
  readonly labels: Uint8Array;
  /** Mean distance to the nearest medoid. */
  readonly loss: number;
};

/** Rows the loss of a trial is summed over; how many trials; how many of the best go on over all rows. */
const trialRows = 1200;
const trials = 4;
/** Rows after whose trying in vain a trial ends: what it leaves is found over all rows. */
const patience = 2500;
const finalists = 2;

/**
 * The table grouped by k-medoids on Gower's distance. From a few random starts, any row may become a medoid but the loss is
 * summed over a sample: near an optimum at a fraction of the work. The two best then go on over all rows, each to an optimum,
 * and the better one is kept.
 */
export function kMedoids(table: EncodedTable, k: number, seed: number): SecondOpinion {
  const gower = createGower(table);
  const sampled = table.rows > 2 * trialRows;
  const tried = Array.from({ length: trials }, (_, trial) => {
    const random = createRandom(seed, trial);
    const start = [...drawRows(table.rows, k, random)];
    const near = sampled ? gower.toward(drawRows(table.rows, trialRows, random)) : gower;
    const { medoids } = fasterPam(near, start, [], sampled ? patience : table.rows);
    return { medoids, loss: lossOf(gower, medoids) };
  });
  const ends: Medoids[] = [];
  for (const start of tried.sort((a, b) => a.loss - b.loss).slice(0, sampled ? finalists : 1))
    ends.push(fasterPam(gower, start.medoids, ends));
  const { medoids, labels, loss } = ends.reduce((best, one) => (one.loss < best.loss ? one : best));
  return { medoids, labels, loss: loss / table.rows };
}

function lossOf(gower: Gower, medoids: readonly number[]): number {
  const line = new Float64Array(gower.rows);
  const nearest = new Float64Array(gower.rows).fill(Number.POSITIVE_INFINITY);
  for (const row of medoids) {
    gower.from(row, line);
    for (let i = 0; i < line.length; i++) nearest[i] = Math.min(nearest[i]!, line[i]!);
  }
  return nearest.reduce((a, b) => a + b, 0);
}

const portraitRows = 1200;

/** The customer least unlike all others of `members` (rows of the table), on a sample of them when they are many. */
export function portraitRow(gower: Gower, members: Uint32Array, seed: number): number {
  const drawn = drawRows(members.length, portraitRows, createRandom(seed));
  const rows = drawn.map((at) => members[at]!);
  const all = Uint32Array.from(rows.keys());
  return rows[buildMedoids(gower.among(rows), 1, all)[0]!]!;
}
