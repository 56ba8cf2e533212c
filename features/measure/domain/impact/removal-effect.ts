/**
 * The removal effect of places on an outcome: how much of the outcome would be lost if every journey stopped at the place
 * instead of passing it, in the first-order Markov chain of the passages (Anderl, Becker, von Wangenheim & Schumann 2016,
 * International Journal of Research in Marketing 33, 457–474). An association, not a cause.
 */

/** Passages from one place to another: 0 … n−1 are places; `begin` only leaves, `outcome` and `lost` only enter. */
export type Passage = {
  readonly from: number | 'begin';
  readonly to: number | 'outcome' | 'lost';
  readonly count: number;
};

export type RemovalEffects = {
  /** Probability of the outcome in the chain, 0…1. */
  readonly outcome: number;
  /** Per place: share of the outcome that goes through it, 0…1; 0 for a place nobody passes. */
  readonly effects: readonly number[];
};

/**
 * Exact, without simulation: with N = (I − Q)⁻¹ the fundamental matrix of the chain (Kemeny & Snell 1960, ch. 3), a journey
 * ever visits place i with probability (b N)ᵢ / Nᵢᵢ and reaches the outcome from there with probability (N r)ᵢ; the outcome
 * reached without passing i is what remains. Places from which there is no way out are not in such chains: every journey
 * ends. Throws nothing; with no passage to the outcome all effects are 0.
 */
export function removalEffects(places: number, passages: readonly Passage[]): RemovalEffects {
  const leaving = new Float64Array(places);
  let begun = 0;
  for (const { from, count } of passages) {
    if (from === 'begin') begun += count;
    else leaving[from] = (leaving[from] ?? 0) + count;
  }
  const matrix = identity(places);
  const start = new Float64Array(places);
  const reach = new Float64Array(places);
  let direct = 0;
  for (const { from, to, count } of passages) {
    const share = count / (from === 'begin' ? begun : (leaving[from] ?? 0));
    if (!(share > 0) || to === 'lost') continue;
    if (from === 'begin') {
      if (to === 'outcome') direct += share;
      else start[to] = (start[to] ?? 0) + share;
    } else if (to === 'outcome') reach[from] = (reach[from] ?? 0) + share;
    else matrix[from * places + to] = (matrix[from * places + to] ?? 0) - share;
  }
  const fundamental = invert(matrix, places);
  const at = (row: number, column: number): number => fundamental[row * places + column] ?? 0;
  const all = Array.from({ length: places }, (_, index) => index);
  const sum = (term: (index: number) => number): number =>
    all.reduce((total, index) => total + term(index), 0);
  const outcomeFrom = all.map((i) => sum((j) => at(i, j) * (reach[j] ?? 0)));
  const outcome = direct + sum((i) => (start[i] ?? 0) * (outcomeFrom[i] ?? 0));
  const effects = all.map((i) => {
    const visits = sum((j) => (start[j] ?? 0) * at(j, i));
    const through = (visits / at(i, i)) * (outcomeFrom[i] ?? 0);
    return outcome > 0 ? Math.min(1, through / outcome) : 0;
  });
  return { outcome, effects };
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}

/** Gauss–Jordan with partial pivoting. I − Q of an absorbing chain is never singular. */
function invert(matrix: Float64Array, size: number): Float64Array {
  const a = matrix.slice();
  const inverse = identity(size);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(a[row * size + column] ?? 0) > Math.abs(a[pivot * size + column] ?? 0)) pivot = row;
    if (pivot !== column) {
      swap(a, size, pivot, column);
      swap(inverse, size, pivot, column);
    }
    const scale = 1 / (a[column * size + column] ?? 1);
    for (let k = 0; k < size; k++) {
      a[column * size + k] = (a[column * size + k] ?? 0) * scale;
      inverse[column * size + k] = (inverse[column * size + k] ?? 0) * scale;
    }
    for (let row = 0; row < size; row++) {
      const factor = a[row * size + column] ?? 0;
      if (row === column || factor === 0) continue;
      for (let k = 0; k < size; k++) {
        a[row * size + k] = (a[row * size + k] ?? 0) - factor * (a[column * size + k] ?? 0);
        inverse[row * size + k] = (inverse[row * size + k] ?? 0) - factor * (inverse[column * size + k] ?? 0);
      }
    }
  }
  return inverse;
}

function swap(matrix: Float64Array, size: number, one: number, other: number): void {
  for (let k = 0; k < size; k++) {
    const held = matrix[one * size + k] ?? 0;
    matrix[one * size + k] = matrix[other * size + k] ?? 0;
    matrix[other * size + k] = held;
  }
}
