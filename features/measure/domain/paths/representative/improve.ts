import { pathDistance } from '#kit/edit-distance.ts';
import type { WeightedPaths } from './weighted-paths.ts';

const mostRounds = 6;
/** A group is looked at through so many of its paths, those of most journeys. */
const mostMembers = 40;
/** A place is left out where its group loses less by that than this part of what it would, had all of it passed there. */
const littleLost = 0.1;
/** Changes tried on one representative before it stays as it is. */
const mostTried = 40_000;

type Member = { readonly path: Uint16Array; readonly weight: number };

/**
 * Representatives made better by small changes: a place left out, added or replaced, two neighbours swapped. The change that
 * brings the group nearer is made, as long as one does, and what few of a group lived is left out. Between rounds each path goes
 * to the nearest representative again; it ends when none changes.
 */
export function improve(
  { paths, weights }: WeightedPaths,
  first: readonly Uint16Array[],
): readonly Uint16Array[] {
  let representatives = first;
  for (let round = 0; round < mostRounds; round++) {
    const groups = representatives.map((): Member[] => []);
    paths.forEach((path, at) => {
      const apart = representatives.map((representative) => pathDistance(path, representative));
      groups[apart.indexOf(Math.min(...apart))]?.push({ path, weight: weights[at] ?? 0 });
    });
    const next = representatives.map((representative, at) => middleOf(representative, groups[at] ?? []));
    if (next.every((path, at) => path === representatives[at])) break;
    representatives = next;
  }
  return representatives;
}

/** A path nearer to its group than any path one change away. */
function middleOf(start: Uint16Array, group: readonly Member[]): Uint16Array {
  const members = group.toSorted((a, b) => b.weight - a.weight).slice(0, mostMembers);
  const places = [...new Set(members.flatMap(({ path }) => [...path]))].sort((a, b) => a - b);
  const loss = (candidate: Uint16Array, limit: number): number => {
    let sum = 0;
    for (const { path, weight } of members) {
      sum += weight * pathDistance(candidate, path);
      if (sum >= limit) return sum;
    }
    return sum;
  };
  let best = start;
  let lowest = loss(start, Number.POSITIVE_INFINITY);
  let tried = 0;
  for (let settled = false; !settled; ) {
    settled = true;
    for (const candidate of changesOf(best, places)) {
      if (++tried > mostTried) break;
      // Rounding must not keep two equal paths changing into one another forever.
      const reached = loss(candidate, lowest - 1e-9);
      if (reached >= lowest - 1e-9) continue;
      best = candidate;
      lowest = reached;
      settled = false;
    }
  }
  for (let at = 0; at < best.length && best.length > 1; ) {
    const shorter = best.filter((_, position) => position !== at);
    const limit = lowest + (littleLost * weightOf(members)) / best.length;
    const reached = loss(shorter, limit);
    if (reached >= limit) at++;
    else {
      best = shorter;
      lowest = reached;
    }
  }
  return best;
}

const weightOf = (members: readonly Member[]): number => members.reduce((sum, { weight }) => sum + weight, 0);

/** Every path one change away; never an empty one. */
function* changesOf(path: Uint16Array, places: readonly number[]): Generator<Uint16Array> {
  const list = [...path];
  for (let at = 0; at < list.length; at++) {
    const [here, next] = [list[at], list[at + 1]];
    if (list.length > 1) yield Uint16Array.from(list.toSpliced(at, 1));
    if (here !== undefined && next !== undefined && here !== next)
      yield Uint16Array.from(list.toSpliced(at, 2, next, here));
    for (const place of places) if (place !== here) yield Uint16Array.from(list.with(at, place));
  }
  for (let at = 0; at <= list.length; at++)
    for (const place of places) yield Uint16Array.from(list.toSpliced(at, 0, place));
}
