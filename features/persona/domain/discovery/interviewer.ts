import type { DetectionModel, Likelihood } from './model.ts';

/**
 * How alike two personas answer, 0 (never the same) … 1 (always): Bhattacharyya's coefficient of their distributions.
 * Options count as independent.
 */
export function alike(likelihood: Likelihood, p: number, q: number): number {
  if (likelihood.kind === 'normal') {
    const v = likelihood.sd[p]! ** 2;
    const w = likelihood.sd[q]! ** 2;
    const gap = likelihood.mean[p]! - likelihood.mean[q]!;
    return (
      Math.sqrt((2 * likelihood.sd[p]! * likelihood.sd[q]!) / (v + w)) *
      Math.exp((-0.25 * gap * gap) / (v + w))
    );
  }
  if (likelihood.kind === 'levels') {
    let sum = 0;
    for (let slot = 1; slot < likelihood.logP[p]!.length; slot++)
      sum += Math.exp((likelihood.logP[p]![slot]! + likelihood.logP[q]![slot]!) / 2);
    return Math.min(1, sum);
  }
  let product = 1;
  for (let option = 0; option < likelihood.ticked[p]!.length; option++)
    product *=
      Math.exp((likelihood.ticked[p]![option]! + likelihood.ticked[q]![option]!) / 2) +
      Math.exp((likelihood.unticked[p]![option]! + likelihood.unticked[q]![option]!) / 2);
  return Math.min(1, product);
}

/** Chooses the next question from the probabilities reached so far. */
export type Interviewer = {
  /** Position in `model.attributes` of the question that best parts the personas still likely; −1 when none is left. */
  next(probabilities: ArrayLike<number>, available: (at: number) => boolean): number;
};

/**
 * Adaptive order: the next question is the one with the lowest bound on the probability of a wrong persona,
 * Σ over pairs of √(p·q) · Bhattacharyya coefficient of their answers (Kailath 1967). Costs a few multiplications, so the
 * page and a message exchange can do it after every answer.
 */
export function createInterviewer(model: DetectionModel): Interviewer {
  const k = model.personas.length;
  const tables = model.attributes.map(({ likelihood }) => {
    const table = new Float64Array(k * k);
    for (let p = 0; p < k; p++) for (let q = 0; q < p; q++) table[p * k + q] = alike(likelihood, p, q);
    return table;
  });
  const root = new Float64Array(k);
  return {
    next(probabilities, available) {
      for (let p = 0; p < k; p++) root[p] = Math.sqrt(probabilities[p]!);
      let best = -1;
      let lowest = Number.POSITIVE_INFINITY;
      for (let at = 0; at < tables.length; at++) {
        if (!available(at)) continue;
        const table = tables[at]!;
        let bound = 0;
        for (let p = 1; p < k; p++)
          for (let q = 0; q < p; q++) bound += root[p]! * root[q]! * table[p * k + q]!;
        if (bound < lowest) {
          lowest = bound;
          best = at;
        }
      }
      return best;
    },
  };
}
