import type { MixtureData } from './mixture-data.ts';
import {
  addCurves,
  addMoments,
  addTable,
  addTwoTables,
  exponentiate,
  gather,
  gatherTwo,
  growTable,
  keepGreatest,
  logarithms,
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
  /** Per item, then per number: log-probability of each code, and sums of weights: `[class * width + code]`. */
  readonly #logs: readonly Float64Array[];
  readonly #answered: readonly Float64Array[];
  /** Per block, log-probabilities up to each of its items; sums of weights of its combinations: `[class * cells + cell]`. */
  readonly #tables: readonly (readonly Float64Array[])[];
  readonly #weights: readonly Float64Array[];
  /** Sums of x, x²: `[(number * k + class) * 2]`. */
  readonly #moments: Float64Array;
  readonly #size: Float64Array;
  /** Of the rows of a chunk: `[class * chunk + row]`, their greatest score, their sum. */
  readonly #score: Float64Array;
  readonly #greatest: Float64Array;
  readonly #sum: Float64Array;
  /** Stands in for the second of two numbers where there is none. */
  readonly #zeros: Float64Array;

  /** The arrays are those of `room`. */
  constructor(data: MixtureData, k: number, room = new Room()) {
    this.data = data;
    this.k = k;
    this.mixture = {
      k,
      prior: room.floats(k),
      levels: data.items.map((item) => room.floats((item.levels + 1) * k)),
      mean: data.numbers.map(() => room.floats(k)),
      variance: data.numbers.map(() => room.floats(k)),
    };
    const answered = data.numbers.map(() => room.floats(2 * k));
    this.#logs = [
      ...data.items.map((item) => room.floats((item.levels + 1) * k)),
      ...data.numbers.map(() => room.floats(2 * k)),
    ];
    this.#answered = [...this.mixture.levels, ...answered];
    this.#tables = data.blocks.map(({ layers }) => layers.map(({ from }) => room.floats(from.length * k)));
    this.#weights = data.blocks.map(({ cells }) => room.floats(cells * k));
    this.#moments = room.floats((data.numbers.length + 1) * k * 2);
    this.#size = room.floats(k);
    this.#score = room.floats(chunk * k);
    this.#greatest = room.floats(chunk);
    this.#sum = room.floats(chunk);
    this.#zeros = room.floats(Math.max(k, data.numbers.length % 2 === 0 ? 0 : data.rows));
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
    data.items.forEach(({ levels }, i) => {
      logarithms(this.#logs[i]!, mixture.levels[i]!, levels + 1);
    });
    data.numbers.forEach((_, i) => {
      const logs = this.#logs[data.items.length + i]!;
      for (let c = 0; c < k; c++) {
        const mean = mixture.mean[i]![c]!;
        const variance = mixture.variance[i]![c]!;
        logs[2 * c + 1] = -0.5 * ((mean * mean) / variance + Math.log(variance) + log2Pi);
      }
    });
    data.blocks.forEach(({ layers }, b) => {
      const tables = this.#tables[b]!;
      layers.forEach(({ item, from, code }, j) => {
        const logs = this.#logs[item]!;
        const width = logs.length / k;
        const before = j === 0 ? this.#zeros : tables[j - 1]!;
        const beforeCells = j === 0 ? 0 : layers[j - 1]!.from.length;
        for (let c = 0; c < k; c++)
          growTable(tables[j]!, c * from.length, before, c * beforeCells, from, logs, c * width, code);
      });
    });
  }

  /** Log joint of `rows` rows from `start` and every class, into #score; the greatest of each row into #greatest. */
  #scoreRows(start: number, rows: number): void {
    const { k, mixture } = this;
    const score = this.#score;
    const greatest = this.#greatest;
    const { blocks, numbers } = this.data;
    for (let c = 0; c < k; c++) {
      const to = c * chunk;
      score.fill(Math.log(mixture.prior[c]!), to, to + rows);
      for (let b = 0; b < blocks.length; b += 2) {
        const { codes, cells } = blocks[b]!;
        const table = this.#tables[b]!.at(-1)!;
        const next = blocks[b + 1];
        if (next) {
          const other = this.#tables[b + 1]!.at(-1)!;
          const at = c * next.cells;
          addTwoTables(score, to, table, c * cells, codes, other, at, next.codes, start, rows);
        } else addTable(score, to, table, c * cells, codes, start, rows);
      }
      for (let i = 0; i < numbers.length; i += 2) {
        const next = numbers[i + 1]?.values ?? this.#zeros;
        const variance = mixture.variance[i]![c]!;
        const nextVariance = mixture.variance[i + 1]?.[c] ?? 1;
        const slope = mixture.mean[i]![c]! / variance;
        const nextSlope = (mixture.mean[i + 1]?.[c] ?? 0) / nextVariance;
        const bend = -0.5 / variance;
        const nextBend = -0.5 / nextVariance;
        addCurves(score, to, numbers[i]!.values, slope, bend, next, nextSlope, nextBend, start, rows);
      }
      if (c === 0) greatest.set(score.subarray(0, rows));
      else keepGreatest(greatest, score, to, rows);
    }
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
    const moments = this.#moments;
    const { rows, blocks, numbers } = this.data;
    this.#prepare();
    for (const sums of this.#weights) sums.fill(0);
    moments.fill(0);
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
      for (let c = 0; c < k; c++) {
        const from = c * chunk;
        size[c] = size[c]! + scaleRows(score, from, sum, many);
        for (let b = 0; b < blocks.length; b += 2) {
          const { codes, cells } = blocks[b]!;
          const to = this.#weights[b]!;
          const next = blocks[b + 1];
          if (next) {
            const other = this.#weights[b + 1]!;
            gatherTwo(to, c * cells, codes, other, c * next.cells, next.codes, start, score, from, many);
          } else gather(to, c * cells, codes, start, score, from, many);
        }
        for (let i = 0; i < numbers.length; i += 2) {
          const next = numbers[i + 1]?.values ?? this.#zeros;
          const at = (i * k + c) * 2;
          addMoments(moments, at, numbers[i]!.values, at + 2 * k, next, start, score, from, many);
        }
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
    for (const sums of this.#answered) sums.fill(0);
    // From the combinations of a block back to those up to the item before, whose table is needed no more.
    data.blocks.forEach(({ layers }, b) => {
      for (let j = layers.length - 1; j >= 0; j--) {
        const { item, from, code } = layers[j]!;
        const cells = from.length;
        const sums = j === layers.length - 1 ? this.#weights[b]! : this.#tables[b]![j]!;
        const answered = this.#answered[item]!;
        const width = answered.length / k;
        for (let c = 0; c < k; c++) gather(answered, c * width, code, 0, sums, c * cells, cells);
        if (j === 0) continue;
        const before = this.#tables[b]![j - 1]!;
        const beforeCells = layers[j - 1]!.from.length;
        before.fill(0);
        for (let c = 0; c < k; c++) gather(before, c * beforeCells, from, 0, sums, c * cells, cells);
      }
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
        const at = (i * k + c) * 2;
        const count = this.#answered[data.items.length + i]![2 * c + 1]! + smoothing;
        const mean = this.#moments[at]! / count;
        means[c] = mean;
        mixture.variance[i]![c] = Math.max(
          varianceFloor,
          (this.#moments[at + 1]! + smoothing) / count - mean * mean,
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
