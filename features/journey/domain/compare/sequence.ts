/**
 * The ids that moved between two orders of the same things: those outside a longest subsequence that kept its order, so
 * that moving one thing to the front is one move. Ids of one list only are ignored. O(n log n).
 */
export function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const rank = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => rank.has(id));
  // Patience sorting: tails[k] is the index in `common` of the smallest end of an increasing run of length k + 1.
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, id] of common.entries()) {
    const value = rank.get(id)!;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rank.get(common[tails[middle]!]!)! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1];
    tails[low] = index;
  }
  const kept = new Set<string>();
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) kept.add(common[at]!);
  return new Set(common.filter((id) => !kept.has(id)));
}

/** The order of `after`, with what has gone put back behind the one it stood behind. */
export function mergedOrder(before: readonly string[], after: readonly string[]): string[] {
  const merged = [...after];
  const there = new Set(after);
  for (const [index, id] of before.entries()) {
    if (there.has(id)) continue;
    const neighbour = before[index - 1];
    merged.splice(neighbour === undefined ? 0 : merged.indexOf(neighbour) + 1, 0, id);
    there.add(id);
  }
  return merged;
}
