import type { EncodedTable } from './encoded.ts';
import type { Calibration, DetectionModel } from './model.ts';
import { addRow, createScorer, likeliest, softmax } from './score.ts';

/** Log-likelihoods of rows under a model at temperature 1, without the prior: `[row * k + persona]`. */
export function evidence(model: DetectionModel, table: EncodedTable): Float64Array {
  const scorer = createScorer(model, 1);
  const { k } = scorer;
  const columns = model.attributes.map(
    ({ attribute }) => table.columns[table.attributes.findIndex(({ id }) => id === attribute.id)],
  );
  const all = new Float64Array(table.rows * k);
  const one = new Float64Array(k);
  for (let row = 0; row < table.rows; row++) {
    one.fill(0);
    scorer.likelihoods.forEach((likelihood, at) => {
      const column = columns[at];
      if (column) addRow(likelihood, column, row, one);
    });
    all.set(one, row * k);
  }
  return all;
}

/** Probabilities of every row at a temperature: `[row * k + persona]`. */
export function probabilities(
  logPrior: readonly number[],
  scores: Float64Array,
  temperature: number,
): Float64Array {
  const k = logPrior.length;
  const all = new Float64Array(scores.length);
  const one = new Float64Array(k);
  for (let at = 0; at < scores.length; at += k) {
    for (let p = 0; p < k; p++) one[p] = logPrior[p]! + scores[at + p]! / temperature;
    softmax(one);
    all.set(one, at);
  }
  return all;
}

/** Mean of −log of the probability given to what is true; `truth` may be spread over personas. */
function surprise(
  logPrior: readonly number[],
  scores: Float64Array,
  temperature: number,
  truth: Float64Array,
): number {
  const k = logPrior.length;
  const one = new Float64Array(k);
  let sum = 0;
  for (let at = 0; at < scores.length; at += k) {
    for (let p = 0; p < k; p++) one[p] = logPrior[p]! + scores[at + p]! / temperature;
    let dot = 0;
    for (let p = 0; p < k; p++) dot += truth[at + p]! * one[p]!;
    sum += softmax(one) - dot;
  }
  return (sum * k) / scores.length;
}

/**
 * Expected calibration error over equal-width bins of the greatest probability: Σ share of bin · |stated − true|
 * (Guo et al. 2017, 15 bins).
 */
export function calibrationError(stated: Float64Array, truth: Float64Array, k: number, bins = 15): number {
  const gap = new Float64Array(bins);
  for (let at = 0; at < stated.length; at += k) {
    const row = stated.subarray(at, at + k);
    const best = likeliest(row);
    const bin = Math.min(bins - 1, Math.floor(row[best]! * bins));
    gap[bin]! += row[best]! - truth[at + best]!;
  }
  let sum = 0;
  for (const value of gap) sum += Math.abs(value);
  return (sum * k) / stated.length;
}

/** Labels as probabilities: 1 for the persona known, `[row * k + persona]`. */
export function labelled(labels: ArrayLike<number>, k: number): Float64Array {
  const truth = new Float64Array(labels.length * k);
  for (let row = 0; row < labels.length; row++) truth[row * k + labels[row]!] = 1;
  return truth;
}

/**
 * The temperature under which stated probabilities are least surprised by what is true of rows that did not make the
 * model (Guo et al. 2017; here it divides the evidence and leaves the prior alone). Golden-section search on its
 * logarithm, within 1/4 … 8.
 */
export function bestTemperature(
  logPrior: readonly number[],
  scores: Float64Array,
  truth: Float64Array,
): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.25);
  let high = Math.log(8);
  const at = (x: number): number => surprise(logPrior, scores, Math.exp(x), truth);
  let a = high - ratio * (high - low);
  let b = low + ratio * (high - low);
  let atA = at(a);
  let atB = at(b);
  while (high - low > 1e-3) {
    if (atA < atB) {
      high = b;
      b = a;
      atB = atA;
      a = high - ratio * (high - low);
      atA = at(a);
    } else {
      low = a;
      a = b;
      atA = atB;
      b = low + ratio * (high - low);
      atB = at(b);
    }
  }
  return Math.exp((low + high) / 2);
}

/**
 * The model with the temperature that suits `table`, rows it was not made from, whose personas are `truth`
 * (`labelled(…)`, or probabilities). What the temperature gains is measured on every second row, chosen on the others.
 */
export function calibrate(
  model: DetectionModel,
  table: EncodedTable,
  truth: Float64Array,
  against: Calibration['against'],
): DetectionModel {
  const k = model.personas.length;
  const scores = evidence(model, table);
  const half = (values: Float64Array, parity: number): Float64Array =>
    values.filter((_, at) => Math.floor(at / k) % 2 === parity);
  const trial = bestTemperature(model.logPrior, half(scores, 0), half(truth, 0));
  const rest = half(truth, 1);
  const error = (temperature: number): number =>
    calibrationError(probabilities(model.logPrior, half(scores, 1), temperature), rest, k);
  return {
    ...model,
    temperature: bestTemperature(model.logPrior, scores, truth),
    calibration: {
      against,
      n: rest.length / k,
      errorBefore: error(model.temperature),
      error: error(trial),
    },
  };
}
