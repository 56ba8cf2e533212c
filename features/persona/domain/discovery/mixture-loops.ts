/**
 * The inner loops of the fit, over `rows` rows of a chunk. Plain, without a branch where one can be avoided, and each in a
 * function of its own so that the engine compiles it for what it is: nine tenths of a discovery are spent here.
 */

/** score[to + r] += table[from + code of row r] */
export function addTable(
  score: Float64Array,
  to: number,
  table: Float64Array,
  from: number,
  codes: Uint16Array,
  start: number,
  rows: number,
): void {
  for (let r = 0; r < rows; r++) score[to + r] = score[to + r]! + table[from + codes[start + r]!]!;
}

/** Two tables at once: the score is read and written once. */
export function addTwoTables(
  score: Float64Array,
  to: number,
  table: Float64Array,
  from: number,
  codes: Uint16Array,
  other: Float64Array,
  otherFrom: number,
  otherCodes: Uint16Array,
  start: number,
  rows: number,
): void {
  for (let r = 0; r < rows; r++)
    score[to + r] =
      score[to + r]! + table[from + codes[start + r]!]! + other[otherFrom + otherCodes[start + r]!]!;
}

/** score[to + r] += a + b·x + c·x² where x is known. */
export function addCurve(
  score: Float64Array,
  to: number,
  values: Float64Array,
  known: Uint8Array,
  start: number,
  rows: number,
  a: number,
  b: number,
  c: number,
): void {
  for (let r = 0; r < rows; r++) {
    const x = values[start + r]!;
    score[to + r] = score[to + r]! + a * known[start + r]! + x * (b + c * x);
  }
}

export function keepGreatest(greatest: Float64Array, score: Float64Array, from: number, rows: number): void {
  // Math.max also minds NaN and −0, and is several times slower.
  for (let r = 0; r < rows; r++) if (score[from + r]! > greatest[r]!) greatest[r] = score[from + r]!;
}

/** 2^(−n/16), as far as a double of the sum can be changed. */
const sixteenths = Float64Array.from({ length: 16 * 54 + 2 }, (_, n) => 2 ** (-n / 16));
const step = Math.LN2 / 16;

/**
 * e^x for x ≤ 0, within 2·10⁻¹³ of its value; 0 below −37, which is under 2⁻⁵³ and cannot change a sum that holds a 1. A
 * power of two by table and five terms of the series: several times faster than the call that `Math.exp` is, and a
 * discovery takes some hundred million of them.
 */
export function expOfNegative(x: number): number {
  if (x < -37) return 0;
  const n = (0.5 - x / step) | 0;
  const r = x + n * step;
  return sixteenths[n]! * (1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120))))));
}

/** Scores become exponentials relative to the greatest of their row, and are added to the sum of the row. */
export function exponentiate(
  score: Float64Array,
  at: number,
  greatest: Float64Array,
  sum: Float64Array,
  rows: number,
): void {
  for (let r = 0; r < rows; r++) {
    const p = expOfNegative(score[at + r]! - greatest[r]!);
    score[at + r] = p;
    sum[r] = sum[r]! + p;
  }
}

/** Multiplies by a factor per row; gives the sum. */
export function scaleRows(score: Float64Array, at: number, scale: Float64Array, rows: number): number {
  let total = 0;
  for (let r = 0; r < rows; r++) {
    const p = score[at + r]! * scale[r]!;
    score[at + r] = p;
    total += p;
  }
  return total;
}

/** to[base + code of row r] += score[from + r] */
export function gather(
  to: Float64Array,
  base: number,
  codes: Uint16Array,
  start: number,
  score: Float64Array,
  from: number,
  rows: number,
): void {
  for (let r = 0; r < rows; r++) {
    const at = base + codes[start + r]!;
    to[at] = to[at]! + score[from + r]!;
  }
}

/** Adds Σ p, Σ p·x, Σ p·x² over the rows where x is known to sums[at], sums[at + 1], sums[at + 2]. */
export function addMoments(
  sums: Float64Array,
  at: number,
  values: Float64Array,
  known: Uint8Array,
  start: number,
  score: Float64Array,
  from: number,
  rows: number,
): void {
  let count = 0;
  let first = 0;
  let second = 0;
  for (let r = 0; r < rows; r++) {
    const p = score[from + r]!;
    const product = p * values[start + r]!;
    count += p * known[start + r]!;
    first += product;
    second += product * values[start + r]!;
  }
  sums[at] = sums[at]! + count;
  sums[at + 1] = sums[at + 1]! + first;
  sums[at + 2] = sums[at + 2]! + second;
}
