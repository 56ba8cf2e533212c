/** A path as numbers of places, from 1 to 65,535. */
export type Letters = ArrayLike<number>;

/** Where each letter of the path asked about stands, 32 positions a number; cleared after each use. */
const seats = new Int32Array(65_536);
let carries = new Int8Array(64);

/**
 * Levenshtein's distance: the fewest letters to insert, delete or replace that make one path the other. Bit-parallel, 32
 * letters at a time: Myers, "A fast bit-vector algorithm for approximate string matching", J. ACM 46 (1999), in the form of
 * Hyyrö (2003); many times as fast as the table of the textbook.
 */
export function editDistance(one: Letters, other: Letters): number {
  const [a, b] = one.length <= other.length ? [one, other] : [other, one];
  const [m, n] = [a.length, b.length];
  if (m === 0) return n;
  if (carries.length < n) carries = new Int8Array(2 * n);
  // Above the first block, each letter of `b` costs one more.
  carries.fill(1, 0, n);
  let distance = m;
  for (let from = 0; from < m; from += 32) {
    const until = Math.min(m, from + 32);
    for (let i = from; i < until; i++) seats[a[i]!]! |= 1 << (i - from);
    const lowest = 1 << (until - from - 1);
    const last = until === m;
    let up = -1;
    let down = 0;
    for (let j = 0; j < n; j++) {
      const carried = carries[j]!;
      let equal = seats[b[j]!]!;
      const vertical = equal | down;
      if (carried < 0) equal |= 1;
      const horizontal = (((equal & up) + up) ^ up) | equal;
      let more = down | ~(horizontal | up);
      let less = up & horizontal;
      const carry = (more & lowest) !== 0 ? 1 : (less & lowest) !== 0 ? -1 : 0;
      if (last) distance += carry;
      else carries[j] = carry;
      more <<= 1;
      less <<= 1;
      if (carried < 0) less |= 1;
      else if (carried > 0) more |= 1;
      up = less | ~(vertical | more);
      down = more & vertical;
    }
    for (let i = from; i < until; i++) seats[a[i]!] = 0;
  }
  return distance;
}

/** Levenshtein's distance over the length of the longer path: 0 the same, 1 nothing in common. */
export function pathDistance(one: Letters, other: Letters): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 0 : editDistance(one, other) / longer;
}
