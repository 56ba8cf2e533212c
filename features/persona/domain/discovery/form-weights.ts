import type { Evidence } from './form-evidence.ts';
import type { DetectionModel } from './model.ts';
import type { ShortForm } from './result.ts';
import { softmax } from './score.ts';

/** How much each question of a form counts, and what is added to the log prior of each persona. */
export type FormWeights = { readonly weights: number[]; readonly balance: number[] };

const rounds = 60;
const pace = 0.2;
/** Pulls a weight towards 1 as some answers of a hundred would. */
const pull = 0.002;

/**
 * Few questions say less than all, and not in proportion: answers that depend on each other inside a persona count twice
 * when asked together, and what is not asked leans on the prior. One weight per question and one balance per persona make
 * up for it: those under which the form is least surprised by what all answers say (`truth`, `[row * k + persona]`), by
 * gradient with a pace of its own per parameter (Duchi et al. 2011). The problem is convex.
 */
export function tuneForm(
  logPrior: readonly number[],
  evidence: Evidence,
  questions: readonly number[],
  truth: Float64Array,
): FormWeights {
  const { k, rows, of } = evidence;
  const length = questions.length;
  const weights = new Float64Array(length).fill(1);
  const balance = new Float64Array(k);
  const slopeW = new Float64Array(length);
  const slopeB = new Float64Array(k);
  const pastW = new Float64Array(length).fill(1e-8);
  const pastB = new Float64Array(k).fill(1e-8);
  const one = new Float64Array(k);
  for (let round = 0; round < rounds; round++) {
    slopeB.fill(0);
    for (let i = 0; i < length; i++) slopeW[i] = rows * pull * (1 - weights[i]!);
    for (let row = 0; row < rows; row++) {
      const at = row * k;
      for (let p = 0; p < k; p++) one[p] = logPrior[p]! + balance[p]!;
      for (let i = 0; i < length; i++) {
        const says = of[questions[i]!]!;
        for (let p = 0; p < k; p++) one[p] = one[p]! + weights[i]! * says[at + p]!;
      }
      softmax(one);
      for (let p = 0; p < k; p++) {
        const gap = truth[at + p]! - one[p]!;
        one[p] = gap;
        slopeB[p] = slopeB[p]! + gap;
      }
      for (let i = 0; i < length; i++) {
        const says = of[questions[i]!]!;
        let sum = 0;
        for (let p = 0; p < k; p++) sum += one[p]! * says[at + p]!;
        slopeW[i] = slopeW[i]! + sum;
      }
    }
    climb(weights, slopeW, pastW, rows);
    climb(balance, slopeB, pastB, rows);
    for (let i = 0; i < length; i++) weights[i] = Math.min(3, Math.max(0, weights[i]!));
  }
  return { weights: [...weights], balance: [...balance] };
}

function climb(values: Float64Array, slope: Float64Array, past: Float64Array, rows: number): void {
  for (let i = 0; i < values.length; i++) {
    const own = slope[i]! / Math.max(1, rows);
    past[i] = past[i]! + own * own;
    values[i] = values[i]! + (pace * own) / Math.sqrt(past[i]!);
  }
}

/**
 * The detection model of a form with its first `length` questions, in the order to ask; null when the form has no such
 * length. It is what a questionnaire is read with.
 */
export function formModel(model: DetectionModel, form: ShortForm, length: number): DetectionModel | null {
  const chosen = form.lengths.find(({ questions }) => questions === length);
  if (!chosen) return null;
  const attributes = form.questions.slice(0, length).flatMap((id, at) => {
    const own = model.attributes.find(({ attribute }) => attribute.id === id);
    return own ? [{ ...own, weight: own.weight * chosen.weights[at]! }] : [];
  });
  if (attributes.length !== length) return null;
  const prior = Float64Array.from(model.logPrior, (value, p) => value + chosen.balance[p]!);
  softmax(prior);
  return {
    ...model,
    attributes,
    logPrior: [...prior].map((p) => Math.max(-1000, Math.min(0, Math.log(p)))),
    calibration: null,
  };
}
