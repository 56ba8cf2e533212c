import type { MixtureData } from './mixture-data.ts';
import {
  addCurve,
  addMoments,
  addTable,
  addTwoTables,
  exponentiate,
  gather,
  keepGreatest,
  scaleRows,
} from './mixture-loops.ts';
import { Room } from './room.ts';

/**
 * A mixed latent-class model: within a class, answers are independent; numbers follow a bell curve, every level of a
 * nominal or ordinal attribute and every option has a probability of its own. A missing answer drops its term.
 */
export type Mixture = {
  readonly k: number;
  readonly prior: Float64Array;
  /** Per item: `[class * (levels + 1) + level]`, level 0 (missing) unused. */
  readonly levels: readonly Float64Array[];
  /** Per number, on the standardised scale. */
  readonly mean: readonly Float64Array[];
  readonly variance: readonly Float64Array[];
};

/** Answers worth of "like everyone" given to each class and item: no probability is ever 0. */
export const smoothing = 1;
/** A class is never narrower than a tenth of the spread of all. */
export const varianceFloor = 0.01;

const log2Pi = Math.log(2 * Math.PI);
/** Rows gone through together, so that what they need stays in the nearest cache. */
const chunk = 256;

/**
 * A mixture being fitted, and the arrays every pass over the rows writes to. Passes go class by class over a few hundred
 * rows at a time.
 */
export class Workspace {
  readonly k: number;
  readonly data: MixtureData;
  readonly mixture: Mixture;
  /** Per block, log-probabilities and sums of weights: `[class * cells + cell]`. */
  readonly #tables: readonly Float64Array[];
  readonly #weights: readonly Float64Array[];
  /** Sums of 1, x, x²: `[(number * k + class) * 3]`. */
  readonly #moments: Float64Array;
  readonly #size: Float64Array;
  /** Of the rows of a chunk: `[class * chunk + row]`, their greatest score, their sum. */
  readonly #score: Float64Array;
  readonly #greatest: Float64Array;
  readonly #sum: Float64Array;

  /** The arrays are those of `room`. */
  constructor(data: MixtureData, k: number, room = new Room()) {
    this.data = data;
    this.k = k;
    const perBlock = (): Float64Array[] => data.blocks.map(({ cells }) => room.floats(cells * k));
    this.mixture = {
      k,
      prior: room.floats(k),
      levels: data.items.map((item) => room.floats((item.levels + 1) * k)),
      mean: data.numbers.map(() => room.floats(k)),
      variance: data.numbers.map(() => room.floats(k)),
    };
    this.#tables = perBlock();
    this.#weights = perBlock();
    this.#moments = room.floats(data.numbers.length * k * 3);
    this.#size = room.floats(k);
    this.#score = room.floats(chunk * k);
    this.#greatest = room.floats(chunk);
    this.#sum = room.floats(chunk);
  }

  set(mixture: Mixture): void {
    this.mixture.prior.set(mixture.prior);
    mixture.levels.forEach((p, i) => {
      this.mixture.levels[i]!.set(p);
    });
    mixture.mean.forEach((p, i) => {
      this.mixture.mean[i]!.set(p);
    });
    mixture.variance.forEach((p, i) => {
      this.mixture.variance[i]!.set(p);
    });
  }

  copy(): Mixture {
    const { k, prior, levels, mean, variance } = this.mixture;
    const copies = (arrays: readonly Float64Array[]): Float64Array[] => arrays.map((array) => array.slice());
    return {
      k,
      prior: prior.slice(),
      levels: copies(levels),
      mean: copies(mean),
      variance: copies(variance),
    };
  }

  /** Log-probability of every combination of every block. */
  #prepare(): void {
    const { k, data, mixture } = this;
    const logs = mixture.levels.map((p, i) => {
      const width = data.items[i]!.levels + 1;
      return p.map((value, at) => (at % width === 0 ? 0 : Math.log(value)));
    });
    data.blocks.forEach(({ items, cells, levels }, b) => {
      const table = this.#tables[b]!;
      table.fill(0);
      items.forEach((item, j) => {
        const width = data.items[item]!.levels + 1;
        for (let c = 0; c < k; c++)
          addTable(table, c * cells, logs[item]!, c * width, levels, j * cells, cells);
      });
    });
  }

  /** Log joint of `rows` rows from `start` and every class, into #score; the greatest of each row into #greatest. */
  #scoreRows(start: number, rows: number): void {
    const { k, mixture } = this;
    const score = this.#score;
    const { blocks, numbers } = this.data;
    for (let c = 0; c < k; c++) score.fill(Math.log(mixture.prior[c]!), c * chunk, c * chunk + rows);
    for (let b = 0; b < blocks.length; b += 2) {
      const { codes, cells } = blocks[b]!;
      const table = this.#tables[b]!;
      const next = blocks[b + 1];
      for (let c = 0; c < k; c++)
        if (next) {
          const other = this.#tables[b + 1]!;
          const at = c * next.cells;
          addTwoTables(score, c * chunk, table, c * cells, codes, other, at, next.codes, start, rows);
        } else addTable(score, c * chunk, table, c * cells, codes, start, rows);
    }
    for (let i = 0; i < numbers.length; i++) {
      const { values, known } = numbers[i]!;
      for (let c = 0; c < k; c++) {
        const mean = mixture.mean[i]![c]!;
        const variance = mixture.variance[i]![c]!;
        const a = -0.5 * ((mean * mean) / variance + Math.log(variance) + log2Pi);
        addCurve(score, c * chunk, values, known, start, rows, a, mean / variance, -0.5 / variance);
      }
    }
    const greatest = this.#greatest;
    greatest.set(score.subarray(0, rows));
    for (let c = 1; c < k; c++) keepGreatest(greatest, score, c * chunk, rows);
  }

  /**
   * One step of EM over the rows (their weights, or 1 each): expectation and sums in one pass, then the new parameters.
   * Gives the penalised log-likelihood of the parameters it began with, which never decreases from step to step.
   */
  step(weights: Float64Array | null): number {
    const k = this.k;
    const score = this.#score;
    const greatest = this.#greatest;
    const sum = this.#sum;
    const size = this.#size;
    const { rows, blocks, numbers } = this.data;
    this.#prepare();
    for (const sums of this.#weights) sums.fill(0);
    this.#moments.fill(0);
    size.fill(0);
    let total = 0;
    for (let start = 0; start < rows; start += chunk) {
      const many = Math.min(chunk, rows - start);
      this.#scoreRows(start, many);
      sum.fill(0);
      for (let c = 0; c < k; c++) exponentiate(score, c * chunk, greatest, sum, many);
      for (let r = 0; r < many; r++) {
        const weight = weights === null ? 1 : weights[start + r]!;
        total += weight * (greatest[r]! + Math.log(sum[r]!));
        sum[r] = weight / sum[r]!;
      }
      for (let c = 0; c < k; c++) size[c] = size[c]! + scaleRows(score, c * chunk, sum, many);
      for (let b = 0; b < blocks.length; b++) {
        const { codes, cells } = blocks[b]!;
        const to = this.#weights[b]!;
        for (let c = 0; c < k; c++) gather(to, c * cells, codes, start, score, c * chunk, many);
      }
      for (let i = 0; i < numbers.length; i++) {
        const { values, known } = numbers[i]!;
        for (let c = 0; c < k; c++)
          addMoments(this.#moments, (i * k + c) * 3, values, known, start, score, c * chunk, many);
      }
    }
    const penalty = this.#penalty();
    this.#maximise();
    return total + penalty;
  }

  /** Log of the prior that the smoothing stands for, at the present parameters (up to a constant). */
  #penalty(): number {
    const { k, data, mixture } = this;
    let sum = 0;
    for (let c = 0; c < k; c++) sum += (smoothing / k) * Math.log(mixture.prior[c]!);
    data.items.forEach((item, i) => {
      const p = mixture.levels[i]!;
      for (let level = 1; level <= item.levels; level++)
        for (let c = 0; c < k; c++)
          sum += smoothing * item.shares[level]! * Math.log(p[c * (item.levels + 1) + level]!);
    });
    // Numbers: `smoothing` answers at the mean and spread of everyone.
    mixture.mean.forEach((means, i) => {
      for (let c = 0; c < k; c++) {
        const variance = mixture.variance[i]![c]!;
        sum -= 0.5 * smoothing * (Math.log(variance) + (1 + means[c]! ** 2) / variance);
      }
    });
    return sum;
  }

  #maximise(): void {
    const { k, data, mixture } = this;
    let all = 0;
    for (let c = 0; c < k; c++) all += this.#size[c]!;
    for (let c = 0; c < k; c++) mixture.prior[c] = (this.#size[c]! + smoothing / k) / (all + smoothing);
    for (const p of mixture.levels) p.fill(0);
    data.blocks.forEach(({ items, cells, levels }, b) => {
      items.forEach((item, j) => {
        const width = data.items[item]!.levels + 1;
        const p = mixture.levels[item]!;
        for (let c = 0; c < k; c++)
          gather(p, c * width, levels, j * cells, this.#weights[b]!, c * cells, cells);
      });
    });
    data.items.forEach((item, i) => {
      const p = mixture.levels[i]!;
      for (let c = 0, from = 0; c < k; c++, from += item.levels + 1) {
        let answered = 0;
        for (let level = 1; level <= item.levels; level++) answered += p[from + level]!;
        for (let level = 1; level <= item.levels; level++)
          p[from + level] = (p[from + level]! + smoothing * item.shares[level]!) / (answered + smoothing);
      }
    });
    mixture.mean.forEach((means, i) => {
      for (let c = 0; c < k; c++) {
        const at = (i * k + c) * 3;
        const count = this.#moments[at]! + smoothing;
        const mean = this.#moments[at + 1]! / count;
        means[c] = mean;
        mixture.variance[i]![c] = Math.max(
          varianceFloor,
          (this.#moments[at + 2]! + smoothing) / count - mean * mean,
        );
      }
    });
  }

  /**
   * Where every row belongs under the present parameters: the likeliest class of each, their probabilities when asked
   * for (`[row * k + class]`), and the log-likelihood of all rows.
   */
  assign(labels: Uint8Array, posterior: Float64Array | null): number {
    const k = this.k;
    const score = this.#score;
    const greatest = this.#greatest;
    this.#prepare();
    let total = 0;
    for (let start = 0; start < this.data.rows; start += chunk) {
      const many = Math.min(chunk, this.data.rows - start);
      this.#scoreRows(start, many);
      for (let r = 0; r < many; r++) {
        let best = 0;
        let sum = 0;
        for (let c = 0; c < k; c++) {
          const one = score[c * chunk + r]!;
          if (one > score[best * chunk + r]!) best = c;
          sum += Math.exp(one - greatest[r]!);
        }
        labels[start + r] = best;
        total += greatest[r]! + Math.log(sum);
        if (posterior)
          for (let c = 0; c < k; c++)
            posterior[(start + r) * k + c] = Math.exp(score[c * chunk + r]! - greatest[r]!) / sum;
      }
    }
    return total;
  }
}

/** Free parameters of a model with k classes. */
export function parameterCount(data: MixtureData, k: number): number {
  let perClass = 2 * data.numbers.length;
  for (const item of data.items) perClass += item.levels - 1;
  return k - 1 + k * perClass;
}
