/**
 * The removal effect of places on an outcome: how much of the outcome would be lost if every journey stopped at the place
 * instead of passing it, in the first-order Markov chain of the passages (Anderl, Becker, von Wangenheim & Schumann 2016,
 * International Journal of Research in Marketing 33, 457–474). An association, not a cause.
 */

/**
 * Passages from one place to the next, counted: rows are where from (0: the begin; 1 … n: places), columns where to (0 … n−1:
 * places 1 … n; n: the outcome; n+1: lost).
 */
export type PassageCounts = Float64Array;
export const passageCells = (places: number): number => (places + 1) * (places + 2);
export const passageCell = (places: number, from: number, to: number): number => from * (places + 2) + to;

export type RemovalEffects = {
  /** Probability of the outcome in the chain, 0…1. */
  readonly outcome: number;
  /** Per place: share of the outcome that goes through it, 0…1; 0 for a place nobody passes. */
  readonly effects: Float64Array;
};

/** Room the computation works in, so that a thousand resamples make no garbage. */
export type ChainRoom = { readonly a: Float64Array; readonly inverse: Float64Array };
export const chainRoom = (places: number): ChainRoom => ({
  a: new Float64Array(places * places),
  inverse: new Float64Array(places * places),
});

/**
 * Exact, without simulation: with N = (I − Q)⁻¹ the fundamental matrix of the chain (Kemeny & Snell 1960, ch. 3), a journey
 * ever visits place i with probability (b N)ᵢ / Nᵢᵢ and reaches the outcome from there with probability (N r)ᵢ; the outcome
 * reached without passing i is what remains. Places from which there is no way out are not in such chains: every journey
 * ends. Throws nothing; with no passage to the outcome all effects are 0.
 */
export function removalEffects(
  places: number,
  counts: PassageCounts,
  room: ChainRoom = chainRoom(places),
): RemovalEffects {
  const width = places + 2;
  const share = new Float64Array(places + 1);
  for (let from = 0; from <= places; from++) {
    let leaving = 0;
    for (let to = 0; to < width; to++) leaving += counts[from * width + to]!;
    share[from] = leaving > 0 ? 1 / leaving : 0;
  }
  const { a, inverse } = room;
  for (let row = 0; row < places; row++)
    for (let column = 0; column < places; column++)
      a[row * places + column] =
        (row === column ? 1 : 0) - counts[(row + 1) * width + column]! * share[row + 1]!;
  invert(a, inverse, places);
  const effects = new Float64Array(places);
  const from = new Float64Array(places);
  let outcome = counts[places]! * share[0]!;
  for (let i = 0; i < places; i++) {
    let reached = 0;
    for (let j = 0; j < places; j++)
      reached += inverse[i * places + j]! * counts[(j + 1) * width + places]! * share[j + 1]!;
    from[i] = reached;
    outcome += counts[i]! * share[0]! * reached;
  }
  if (outcome <= 0) return { outcome: 0, effects };
  for (let i = 0; i < places; i++) {
    let visits = 0;
    for (let j = 0; j < places; j++) visits += counts[j]! * share[0]! * inverse[j * places + i]!;
    effects[i] = Math.min(1, ((visits / inverse[i * places + i]!) * from[i]!) / outcome);
  }
  return { outcome, effects };
}

/** Gauss–Jordan with partial pivoting; uses `a` up. I − Q of an absorbing chain is never singular. */
function invert(a: Float64Array, inverse: Float64Array, size: number): void {
  inverse.fill(0);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(a[row * size + column]!) > Math.abs(a[pivot * size + column]!)) pivot = row;
    if (pivot !== column) {
      swap(a, size, pivot, column);
      swap(inverse, size, pivot, column);
    }
    const scale = 1 / a[column * size + column]!;
    for (let k = 0; k < size; k++) {
      a[column * size + k]! *= scale;
      inverse[column * size + k]! *= scale;
    }
    for (let row = 0; row < size; row++) {
      const factor = a[row * size + column]!;
      if (row === column || factor === 0) continue;
      for (let k = 0; k < size; k++) {
        a[row * size + k]! -= factor * a[column * size + k]!;
        inverse[row * size + k]! -= factor * inverse[column * size + k]!;
      }
    }
  }
}

function swap(matrix: Float64Array, size: number, one: number, other: number): void {
  for (let k = 0; k < size; k++) {
    const held = matrix[one * size + k]!;
    matrix[one * size + k] = matrix[other * size + k]!;
    matrix[other * size + k] = held;
  }
}
