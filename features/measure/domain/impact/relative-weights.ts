import { symmetricEigen } from '#kit/statistics/symmetric-eigen.ts';

/**
 * Relative weights of predictors that go together (Johnson 2000, Multivariate Behavioral Research 35, 1–19): the share of the
 * variance of an answer that each one tells, however they are correlated. The predictors are replaced by the uncorrelated ones
 * closest to them; what those tell is handed back by how much of each predictor they hold. They are at least 0, and add up to R².
 *
 * `correlations`: of the predictors, size × size, row by row; it is used up. `withAnswer`: of each with the answer. A predictor that
 * does not vary has zeros beside its 1 and weighs nothing. Directions in which predictors do not vary at all (one is the sum of
 * others) tell nothing: they are left out, as a generalised inverse does.
 */
export function relativeWeights(
  correlations: Float64Array,
  withAnswer: Float64Array,
  size: number,
): Float64Array {
  const values = symmetricEigen(correlations, size);
  const vectors = correlations;
  const root = values.map((value) => Math.sqrt(Math.max(0, value)));
  // What the closest uncorrelated predictors tell: the inverse root of the correlations, times those with the answer.
  const turned = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    if (values[k]! < negligible) continue;
    for (let i = 0; i < size; i++) turned[k]! += vectors[i * size + k]! * withAnswer[i]!;
    turned[k]! /= root[k]!;
  }
  const told = new Float64Array(size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) told[i]! += vectors[i * size + k]! * turned[k]!;
  const weights = new Float64Array(size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let loading = 0;
      for (let k = 0; k < size; k++) loading += vectors[i * size + k]! * root[k]! * vectors[j * size + k]!;
      weights[i]! += loading * loading * told[j]! * told[j]!;
    }
  return weights;
}

/** Of eigenvalues that add up to the number of predictors: under this, a direction is nothing but rounding. */
const negligible = 1e-9;
