/**
 * Adjusted Rand index of two groupings of the same rows (Hubert & Arabie 1985): 1 the same, 0 as alike as by chance.
 * Labels are small whole numbers. Two groupings that both put everything together, or everything apart, are the same: 1.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  let widthA = 0;
  let widthB = 0;
  for (let i = 0; i < n; i++) {
    widthA = Math.max(widthA, a[i]! + 1);
    widthB = Math.max(widthB, b[i]! + 1);
  }
  const cells = new Float64Array(widthA * widthB);
  const rows = new Float64Array(widthA);
  const columns = new Float64Array(widthB);
  for (let i = 0; i < n; i++) {
    cells[a[i]! * widthB + b[i]!]!++;
    rows[a[i]!]!++;
    columns[b[i]!]!++;
  }
  const pairs = (counts: Float64Array): number => {
    let sum = 0;
    for (const count of counts) sum += (count * (count - 1)) / 2;
    return sum;
  };
  const together = pairs(cells);
  const inA = pairs(rows);
  const inB = pairs(columns);
  const expected = n < 2 ? 0 : (inA * inB) / ((n * (n - 1)) / 2);
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}
