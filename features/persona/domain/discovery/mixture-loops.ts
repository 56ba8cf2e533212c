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

/** score[to + r] += b·x + c·x² of two numbers, 0 where missing. */
export function addCurves(
  score: Float64Array,
  to: number,
  values: Float64Array,
  b: number,
  c: number,
  others: Float64Array,
  otherB: number,
  otherC: number,
  start: number,
  rows: number,
): void {
  for (let r = 0; r < rows; r++) {
    const x = values[start + r]!;
    const y = others[start + r]!;
    score[to + r] = score[to + r]! + x * (b + c * x) + y * (otherB + otherC * y);
  }
}

/** to[at + cell] = before[beforeAt + the cell it comes from] + logs[logsAt + its code] */
export function growTable(
  to: Float64Array,
  at: number,
  before: Float64Array,
  beforeAt: number,
  from: Uint16Array,
  logs: Float64Array,
  logsAt: number,
  code: Uint16Array,
): void {
  for (let cell = 0; cell < from.length; cell++)
    to[at + cell] = before[beforeAt + from[cell]!]! + logs[logsAt + code[cell]!]!;
}

/** Logarithms of probabilities whose first of every `width` stands for a missing answer, and stays 0. */
export function logarithms(to: Float64Array, from: Float64Array, width: number): void {
  for (let at = 0; at < from.length; at += width)
    for (let code = 1; code < width; code++) to[at + code] = Math.log(from[at + code]!);
}

export function keepGreatest(greatest: Float64Array, score: Float64Array, from: number, rows: number): void {
  // Math.max also minds NaN and −0, and is several times slower.
  for (let r = 0; r < rows; r++) if (score[from + r]! > greatest[r]!) greatest[r] = score[from + r]!;
}

/** 2^(−n/64), as far as a double of the sum can be changed. */
const powers = Float64Array.from({ length: 64 * 54 + 2 }, (_, n) => 2 ** (-n / 64));
const step = Math.LN2 / 64;
const perStep = 1 / step;

/**
 * e^x for x ≤ 0, within 4·10⁻¹¹ of its value; 0 below −37, which is under 2⁻⁵³ and cannot change a sum that holds a 1. A
 * power of two by table and three terms of the series: several times faster than the call that `Math.exp` is, and a
 * discovery takes some hundred million of them.
 */
export function expOfNegative(x: number): number {
  if (x < -37) return 0;
  const n = (0.5 - x * perStep) | 0;
  const r = x + n * step;
  return powers[n]! * (1 + r * (1 + r * (1 / 2 + r * (1 / 6))));
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

/** Into two tables at once: the score is read once. */
export function gatherTwo(
  to: Float64Array,
  base: number,
  codes: Uint16Array,
  other: Float64Array,
  otherBase: number,
  otherCodes: Uint16Array,
  start: number,
  score: Float64Array,
  from: number,
  rows: number,
): void {
  for (let r = 0; r < rows; r++) {
    const p = score[from + r]!;
    const at = base + codes[start + r]!;
    const otherAt = otherBase + otherCodes[start + r]!;
    to[at] = to[at]! + p;
    other[otherAt] = other[otherAt]! + p;
  }
}

/** Adds Σ p·x, Σ p·x² to sums[at], sums[at + 1], and those of another number to sums[otherAt], sums[otherAt + 1]. */
export function addMoments(
  sums: Float64Array,
  at: number,
  values: Float64Array,
  otherAt: number,
  others: Float64Array,
  start: number,
  score: Float64Array,
  from: number,
  rows: number,
): void {
  let first = 0;
  let second = 0;
  let otherFirst = 0;
  let otherSecond = 0;
  for (let r = 0; r < rows; r++) {
    const p = score[from + r]!;
    const x = values[start + r]!;
    const y = others[start + r]!;
    first += p * x;
    second += p * x * x;
    otherFirst += p * y;
    otherSecond += p * y * y;
  }
  sums[at] = sums[at]! + first;
  sums[at + 1] = sums[at + 1]! + second;
  sums[otherAt] = sums[otherAt]! + otherFirst;
  sums[otherAt + 1] = sums[otherAt + 1]! + otherSecond;
}
