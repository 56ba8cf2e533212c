import type { Random } from '#kit/statistics/random.ts';
import { type Mixture, Workspace } from './mixture.ts';
import { answersOf, type MixtureData, onlyWeighted } from './mixture-data.ts';
import { Room } from './room.ts';

type Drawn = { readonly row: number; readonly answers: Uint16Array };

/**
 * A first guess: each class looks half like one row, half like everyone. Each row is the farthest of six drawn at random
 * from the rows already taken, so that the classes begin apart.
 */
function seed(workspace: Workspace, random: Random): void {
  const { data, k, mixture } = workspace;
  const draw = (): Drawn => {
    const row = random.below(data.rows);
    return { row, answers: answersOf(data, row) };
  };
  const unlike = (a: Drawn, b: Drawn): number => {
    let sum = 0;
    let count = 0;
    data.items.forEach((_, item) => {
      const left = a.answers[item]!;
      const right = b.answers[item]!;
      if (left === 0 || right === 0) return;
      count++;
      if (left !== right) sum++;
    });
    data.numbers.forEach(({ values }, i) => {
      if (a.answers[data.items.length + i] === 0 || b.answers[data.items.length + i] === 0) return;
      count++;
      sum += Math.min(1, Math.abs(values[a.row]! - values[b.row]!) / 3);
    });
    return count === 0 ? 0.5 : sum / count;
  };
  const seeds = [draw()];
  while (seeds.length < k) {
    let best = draw();
    let far = -1;
    for (let tries = 0; tries < 6; tries++) {
      const row = draw();
      const near = Math.min(...seeds.map((other) => unlike(row, other)));
      if (near > far) {
        far = near;
        best = row;
      }
    }
    seeds.push(best);
  }
  mixture.prior.fill(1 / k);
  data.items.forEach(({ levels, shares }, item) => {
    const p = mixture.levels[item]!;
    seeds.forEach(({ answers }, c) => {
      const own = answers[item]!;
      for (let level = 1; level <= levels; level++)
        p[c * (levels + 1) + level] =
          own === 0 ? shares[level]! : 0.5 * shares[level]! + (level === own ? 0.5 : 0);
    });
  });
  data.numbers.forEach(({ values }, i) => {
    seeds.forEach(({ row, answers }, c) => {
      mixture.mean[i]![c] = values[row]!;
      mixture.variance[i]![c] = answers[data.items.length + i] === 0 ? 1 : 0.5;
    });
  });
}

export type FitOptions = {
  /** First guesses. */
  readonly starts: number;
  readonly steps: number;
  /** Stops when a step gains less than this per row. */
  readonly tolerance: number;
};

/** Rows the guesses are tried on, as long as several are left. */
const trialRows = 1500;
/** All guesses climb so many steps; then the better half of them goes on, then the better half of these. */
const firstSteps = 6;
const rounds = [
  { share: 1 / 2, steps: 10 },
  { share: 1 / 4, steps: 18 },
] as const;
/** The best of what is left is tried on all rows, for so many steps, before the best of all climbs to the end. */
const finalShare = 1 / 8;
const finalSteps = 8;

/** Climbs until a step gains less than `tolerance` per row, or has climbed `steps` of them. */
function climb(
  workspace: Workspace,
  there: Weighted,
  from: Reached,
  steps: number,
  tolerance: number,
): Reached {
  if (from.settled) return from;
  workspace.set(from.mixture);
  let before = Number.NEGATIVE_INFINITY;
  for (let step = 1; step <= steps; step++) {
    const objective = workspace.step(there.weights);
    if (objective - before < tolerance * there.rows)
      return { objective, mixture: workspace.copy(), settled: true };
    before = objective;
  }
  return { objective: before, mixture: workspace.copy(), settled: false };
}

/**
 * Fits k classes. Many first guesses climb a little on some of the rows; the better half climbs on, and the better half of
 * these; the best of them then climb on all rows, and the best of all to the end. Of guesses that arrive at the same place,
 * one goes on. `weights` counts rows several times or not at all; `warm` begins from a mixture instead. What it gives is its own;
 * all else is done in `room`.
 */
export function fitMixture(
  data: MixtureData,
  k: number,
  random: Random,
  { starts, steps, tolerance }: FitOptions,
  weights: Float64Array | null = null,
  warm: Mixture | null = null,
  room: Room = new Room(),
): Mixture {
  const all = {
    rows: data.rows,
    ...(weights === null ? { data, weights } : onlyWeighted(data, weights, room)),
  };
  const workspace = new Workspace(all.data, k, room);
  const finish = (from: Mixture): Mixture => climb(workspace, all, begin(from), steps, tolerance).mixture;
  if (warm) return finish(warm);
  const few = all.data.rows > trialRows * 1.5 ? someRows(all, trialRows, random, room) : all;
  const trial = few === all ? workspace : new Workspace(few.data, k, room);
  let guesses = best(
    Array.from({ length: starts }, () => {
      seed(trial, random);
      return climb(trial, few, begin(trial.mixture), firstSteps, tolerance);
    }),
  );
  for (const { share, steps } of rounds) {
    const kept = different(guesses).slice(0, Math.ceil(starts * share));
    guesses = best(kept.map((guess) => climb(trial, few, guess, steps, tolerance)));
  }
  const last = different(guesses).slice(0, Math.ceil(starts * finalShare));
  if (last.length === 1) return finish(last[0]!.mixture);
  const reached = last.map(({ mixture }) => climb(workspace, all, begin(mixture), finalSteps, tolerance));
  return finish(best(reached)[0]!.mixture);
}

const begin = (mixture: Mixture): Reached => ({ objective: 0, mixture, settled: false });

const best = (reached: readonly Reached[]): Reached[] =>
  reached.toSorted((a, b) => b.objective - a.objective);

/** Guesses that climb to the same place end nearly equal: one of them is enough. */
const different = (sorted: readonly Reached[]): Reached[] =>
  sorted.filter((one, at) => at === 0 || sorted[at - 1]!.objective - one.objective > 1);

/** How far a guess has come; `settled` when it climbs no further. */
type Reached = { readonly objective: number; readonly mixture: Mixture; readonly settled: boolean };
/** Rows that are gone through, and how many rows they stand for. */
type Weighted = { readonly data: MixtureData; readonly weights: Float64Array | null; readonly rows: number };

function someRows({ data, weights }: Weighted, count: number, random: Random, room: Room): Weighted {
  const drawn = room.floats(data.rows);
  let rows = 0;
  for (let row = 0; row < data.rows; row++)
    if (random.next() * data.rows < count) {
      drawn[row] = weights === null ? 1 : weights[row]!;
      rows += drawn[row]!;
    }
  return { ...onlyWeighted(data, drawn, room), rows };
}
