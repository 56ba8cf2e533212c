import type { EncodedColumn } from './encoded.ts';
import type { DetectionModel, Likelihood } from './model.ts';

/** A likelihood laid out for speed: `[slot * k + persona]`, already multiplied by weight / temperature. */
export type CompiledLikelihood =
  | { readonly kind: 'levels'; readonly slots: number; readonly table: Float64Array }
  | {
      readonly kind: 'normal';
      readonly a: Float64Array;
      readonly b: Float64Array;
      readonly c: Float64Array;
      readonly low: number;
      readonly high: number;
    }
  /** Per option three slots: not asked, left, ticked. */
  | { readonly kind: 'options'; readonly table: Float64Array };

const log2Pi = Math.log(2 * Math.PI);

export function compileLikelihood(likelihood: Likelihood, k: number, factor: number): CompiledLikelihood {
  if (likelihood.kind === 'normal') {
    const a = new Float64Array(k);
    const b = new Float64Array(k);
    const c = new Float64Array(k);
    for (let p = 0; p < k; p++) {
      const mean = likelihood.mean[p]!;
      const variance = likelihood.sd[p]! ** 2;
      a[p] = -0.5 * ((mean * mean) / variance + Math.log(variance) + log2Pi) * factor;
      b[p] = (mean / variance) * factor;
      c[p] = (-0.5 / variance) * factor;
    }
    return { kind: 'normal', a, b, c, low: likelihood.low, high: likelihood.high };
  }
  if (likelihood.kind === 'options') {
    const options = likelihood.ticked[0]!.length;
    const table = new Float64Array(options * 3 * k);
    for (let option = 0; option < options; option++)
      for (let p = 0; p < k; p++) {
        table[(option * 3 + 1) * k + p] = likelihood.unticked[p]![option]! * factor;
        table[(option * 3 + 2) * k + p] = likelihood.ticked[p]![option]! * factor;
      }
    return { kind: 'options', table };
  }
  const slots = likelihood.logP[0]!.length;
  const table = new Float64Array(slots * k);
  for (let slot = 1; slot < slots; slot++)
    for (let p = 0; p < k; p++) table[slot * k + p] = likelihood.logP[p]![slot]! * factor;
  return { kind: 'levels', slots, table };
}

/** Log-likelihoods of a model, ready to be added up. */
export type Scorer = {
  readonly k: number;
  readonly logPrior: Float64Array;
  readonly likelihoods: readonly CompiledLikelihood[];
};

export function createScorer(model: DetectionModel, temperature = model.temperature): Scorer {
  const k = model.personas.length;
  return {
    k,
    logPrior: Float64Array.from(model.logPrior),
    likelihoods: model.attributes.map(({ likelihood, weight }) =>
      compileLikelihood(likelihood, k, weight / temperature),
    ),
  };
}

/** Adds what a number on its scale says; false when it is missing. */
export function addNumber(likelihood: CompiledLikelihood, x: number, to: Float64Array): boolean {
  if (likelihood.kind !== 'normal' || Number.isNaN(x)) return false;
  const { a, b, c, low, high } = likelihood;
  const value = Math.max(low, Math.min(high, x));
  for (let p = 0; p < to.length; p++) to[p]! += a[p]! + value * (b[p]! + value * c[p]!);
  return true;
}

/** Adds what a code says; false when it is missing. For an option, `option` counts from 0. */
export function addCode(likelihood: CompiledLikelihood, code: number, to: Float64Array, option = 0): boolean {
  if (likelihood.kind === 'normal' || code === 0) return false;
  const at = (option * 3 + code) * to.length;
  for (let p = 0; p < to.length; p++) to[p]! += likelihood.table[at + p]!;
  return true;
}

/** Adds what row `row` of a column says; false when nothing was answered. */
export function addRow(
  likelihood: CompiledLikelihood,
  column: EncodedColumn,
  row: number,
  to: Float64Array,
): boolean {
  if (column.kind === 'number') return addNumber(likelihood, column.values[row]!, to);
  if (column.kind === 'levels') return addCode(likelihood, column.codes[row]!, to);
  let answered = false;
  for (let option = 0; option < column.codes.length; option++)
    answered = addCode(likelihood, column.codes[option]![row]!, to, option) || answered;
  return answered;
}

/** Turns scores into probabilities, in place; gives the log of the sum of their exponentials. */
export function softmax(scores: Float64Array): number {
  let greatest = scores[0]!;
  for (let p = 1; p < scores.length; p++) if (scores[p]! > greatest) greatest = scores[p]!;
  let sum = 0;
  for (let p = 0; p < scores.length; p++) {
    const e = Math.exp(scores[p]! - greatest);
    scores[p] = e;
    sum += e;
  }
  for (let p = 0; p < scores.length; p++) scores[p]! /= sum;
  return greatest + Math.log(sum);
}

/** Position of the greatest value. */
export function likeliest(values: ArrayLike<number>): number {
  let best = 0;
  for (let p = 1; p < values.length; p++) if (values[p]! > values[best]!) best = p;
  return best;
}
