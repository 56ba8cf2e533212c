import type { Random } from '#kit/statistics/random.ts';
import { type Mixture, Workspace } from './mixture.ts';
import { type MixtureData, onlyWeighted } from './mixture-data.ts';
import { Room } from './room.ts';

export type Fit = {
  readonly mixture: Mixture;
  /** Penalised log-likelihood reached, and the steps it took. */
  readonly objective: number;
  readonly steps: number;
};

/**
 * A first guess: each class looks half like one row, half like everyone. Each row is the farthest of six drawn at random
 * from the rows already taken, so that the classes begin apart.
 */
function seed(workspace: Workspace, random: Random): void {
  const { data, k, mixture } = workspace;
  const draw = (): number => random.below(data.rows);
  const code = (row: number, item: number): number => {
    const { block, at } = place[item]!;
    const { codes, levels, cells } = data.blocks[block]!;
    return levels[at * cells + codes[row]!]!;
  };
  const place = new Array<{ block: number; at: number }>(data.items.length);
  data.blocks.forEach((block, index) => {
    block.items.forEach((item, at) => {
      place[item] = { block: index, at };
    });
  });
  const unlike = (a: number, b: number): number => {
    let sum = 0;
    let count = 0;
    data.items.forEach((_, item) => {
      const left = code(a, item);
      const right = code(b, item);
      if (left === 0 || right === 0) return;
      count++;
      if (left !== right) sum++;
    });
    for (const { values, known } of data.numbers) {
      if (known[a] === 0 || known[b] === 0) continue;
      count++;
      sum += Math.min(1, Math.abs(values[a]! - values[b]!) / 3);
    }
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
    seeds.forEach((row, c) => {
      const own = code(row, item);
      for (let level = 1; level <= levels; level++)
        p[c * (levels + 1) + level] =
          own === 0 ? shares[level]! : 0.5 * shares[level]! + (level === own ? 0.5 : 0);
    });
  });
  data.numbers.forEach(({ values, known }, i) => {
    seeds.forEach((row, c) => {
      mixture.mean[i]![c] = values[row]!;
      mixture.variance[i]![c] = known[row] === 0 ? 1 : 0.5;
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
/** Steps all guesses go on for, then the better half of them, then the better half of these. */
const rounds = [6, 10, 18] as const;
/** Guesses that are then tried on all rows, and for how many steps. */
const finalists = 2;
const finalSteps = 8;

function climb(
  workspace: Workspace,
  weights: Float64Array | null,
  rows: number,
  steps: number,
  tolerance: number,
): { objective: number; steps: number } {
  let before = Number.NEGATIVE_INFINITY;
  for (let step = 1; step <= steps; step++) {
    const objective = workspace.step(weights);
    if (objective - before < tolerance * rows) return { objective, steps: step };
    before = objective;
  }
  return { objective: before, steps };
}

/**
 * Fits k classes. Many first guesses climb a little on some of the rows; the better half climbs on, and the better half of
 * these; the best three then climb on all rows, and the best of them to the end. `weights` counts rows several times or not
 * at all; `warm` begins from a mixture instead. What it gives is its own; all else is done in `room`.
 */
export function fitMixture(
  data: MixtureData,
  k: number,
  random: Random,
  { starts, steps, tolerance }: FitOptions,
  weights: Float64Array | null = null,
  warm: Mixture | null = null,
  room: Room = new Room(),
): Fit {
  const there = weights === null ? { data, weights } : onlyWeighted(data, weights, room);
  const workspace = new Workspace(there.data, k, room);
  const finish = (from: Mixture): Fit => {
    workspace.set(from);
    const reached = climb(workspace, there.weights, data.rows, steps, tolerance);
    return { mixture: workspace.copy(), ...reached };
  };
  if (warm) return finish(warm);
  const few = there.data.rows > trialRows * 1.5 ? someRows(there, trialRows, random, room) : there;
  const trial = few === there ? workspace : new Workspace(few.data, k, room);
  let guesses: Reached[] = Array.from({ length: starts }, () => {
    seed(trial, random);
    return { objective: 0, mixture: trial.copy() };
  });
  if (starts > 1)
    for (const [round, more] of rounds.entries()) {
      if (round > 0) guesses = guesses.slice(0, Math.ceil(guesses.length / 2));
      guesses = best(guesses.map(({ mixture }) => onward(trial, few.weights, mixture, more)));
    }
  const last = different(guesses).slice(0, finalists);
  if (last.length === 1) return finish(last[0]!.mixture);
  const reached = last.map(({ mixture }) => onward(workspace, there.weights, mixture, finalSteps));
  return finish(best(reached)[0]!.mixture);
}

function onward(workspace: Workspace, weights: Float64Array | null, from: Mixture, steps: number): Reached {
  workspace.set(from);
  let objective = 0;
  for (let step = 0; step < steps; step++) objective = workspace.step(weights);
  return { objective, mixture: workspace.copy() };
}

const best = (reached: readonly Reached[]): Reached[] =>
  reached.toSorted((a, b) => b.objective - a.objective);

/** Guesses that climb to the same place end nearly equal: one of them is enough. */
const different = (sorted: readonly Reached[]): Reached[] =>
  sorted.filter((one, at) => at === 0 || sorted[at - 1]!.objective - one.objective > 1);

type Reached = { readonly objective: number; readonly mixture: Mixture };
type Weighted = { readonly data: MixtureData; readonly weights: Float64Array | null };

function someRows({ data, weights }: Weighted, count: number, random: Random, room: Room): Weighted {
  const drawn = room.floats(data.rows);
  for (let row = 0; row < data.rows; row++)
    if (random.next() * data.rows < count) drawn[row] = weights === null ? 1 : weights[row]!;
  return onlyWeighted(data, drawn, room);
}
