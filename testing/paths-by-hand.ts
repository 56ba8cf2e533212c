import type { FlowEnd } from '#measure/domain/paths/flow.ts';
import type { Funnel, PathFilter } from '#measure/domain/paths/question.ts';

/**
 * The definitions of questions on paths applied to one journey at a time, as plainly as they are said: the oracle the engine
 * is compared with. Slow on purpose.
 */

/** A journey read as places: key and time of each passage, in order. */
export type PlainPath = {
  readonly passages: readonly { readonly key: string; readonly time: number }[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly underWay: boolean;
  /** First and last moment of the whole journey, whatever it is read as. */
  readonly first: number;
  readonly last: number;
};

/** The same place twice in a row becomes one passage, at its first time. */
export const joined = (path: PlainPath): PlainPath => ({
  ...path,
  passages: path.passages.filter(({ key }, at) => at === 0 || path.passages[at - 1]!.key !== key),
});

export function passesFilter({ passages, attributes }: PlainPath, filter: PathFilter): boolean {
  switch (filter.is) {
    case 'through':
      return passages.some(({ key }) => key === filter.place);
    case 'not-through':
      return !passages.some(({ key }) => key === filter.place);
    case 'then':
      return passages.some(
        ({ key, time }, at) =>
          key === filter.place &&
          passages
            .slice(at + 1)
            .some(
              (next) =>
                next.key === filter.later &&
                (filter.withinSeconds === undefined || next.time - time <= filter.withinSeconds * 1000),
            ),
      );
    case 'one-of':
      return filter.values.includes(attributes[filter.attribute] ?? '');
    case 'none-of':
      return !filter.values.includes(attributes[filter.attribute] ?? '');
  }
}

type Cut = { readonly passages: PlainPath['passages']; readonly arrived: boolean };

/** From the first passage at the start, until the first at the end that is not the very first passage kept. */
export function cutByHand({ passages }: PlainPath, start?: string, end?: string): Cut {
  const from = start === undefined ? 0 : passages.findIndex(({ key }) => key === start);
  if (from < 0) return { passages: [], arrived: false };
  const kept = passages.slice(from);
  if (end === undefined) return { passages: kept, arrived: false };
  const to = kept.findIndex(({ key }, at) => key === end && (start === undefined || at > 0));
  return to < 0 ? { passages: kept, arrived: false } : { passages: kept.slice(0, to + 1), arrived: true };
}

export type PlainLink = {
  readonly rank: number | null;
  readonly from: string;
  readonly to: string;
  readonly milliseconds: number | null;
};

/** What one journey adds to the picture. Names: `=KEY` for a place, `*` for the others together, and the names of the ends. */
export function linksByHand(
  path: PlainPath,
  asked: { start?: string | undefined; end?: string | undefined; drawn: ReadonlySet<string>; ranks: number },
): PlainLink[] {
  const { passages, arrived } = cutByHand(path, asked.start, asked.end);
  const named = passages.map(({ key, time }) => ({ name: asked.drawn.has(key) ? `=${key}` : '*', time }));
  // Several of the others in a row are one stay among the others.
  const stays = named.flatMap(({ name, time }, at) => {
    if (name === '*' && named[at - 1]?.name === '*') return [];
    let last = at;
    while (name === '*' && named[last + 1]?.name === '*') last++;
    return [{ name, time, until: named[last]!.time }];
  });
  if (stays.length === 0) return [];
  const end: FlowEnd = arrived ? 'arrived' : path.underWay ? 'in-progress' : 'left';
  const links: PlainLink[] = [];
  const byRank = asked.ranks > 0;
  links.push({ rank: byRank ? 0 : null, from: 'begin', to: stays[0]!.name, milliseconds: null });
  for (const [at, stay] of stays.entries()) {
    const rank = byRank ? at + 1 : null;
    if (byRank && at + 1 > asked.ranks) break;
    const next = stays[at + 1];
    if (!next) links.push({ rank, from: stay.name, to: end, milliseconds: null });
    else if (byRank && at + 1 === asked.ranks)
      links.push({ rank, from: stay.name, to: 'further', milliseconds: null });
    else links.push({ rank, from: stay.name, to: next.name, milliseconds: next.time - stay.until });
  }
  return links;
}

/** The deepest step of a funnel that one journey reaches, trying every way through it. */
export function depthByHand({ passages }: PlainPath, { steps, order, withinSeconds }: Funnel): number {
  const limit = withinSeconds === undefined ? Number.POSITIVE_INFINITY : withinSeconds * 1000;
  let deepest = 0;
  const walk = (at: number, depth: number, began: number): void => {
    deepest = Math.max(deepest, depth);
    const step = steps[depth];
    if (!step) return;
    const rest = order === 'strict' ? passages.slice(0, at + 2) : passages;
    for (let next = at + 1; next < rest.length; next++) {
      const { key, time } = rest[next]!;
      if (step.includes(key) && time - began <= limit) walk(next, depth + 1, began);
    }
  };
  passages.forEach(({ key, time }, at) => {
    if (steps[0]!.includes(key)) walk(at, 1, time);
  });
  return deepest;
}

/**
 * Whether a journey may still go further through a funnel: under way, and no longer than the limit has gone since it last passed
 * the first step. Past the limit it is known not to come in time.
 */
export function openByHand(
  { passages, underWay }: PlainPath,
  { steps, withinSeconds }: Funnel,
  end: number,
): boolean {
  if (!underWay || withinSeconds === undefined) return underWay;
  return passages.some(({ key, time }) => steps[0]!.includes(key) && end - time <= withinSeconds * 1000);
}

export type PlainWait = { readonly milliseconds: number; readonly ended: boolean };

/** From the first passage at one place to the first later one at another; nothing when it will not come any more. */
export function waitByHand(path: PlainPath, from: string, to: string, end: number): PlainWait | undefined {
  const first = path.passages.findIndex(({ key }) => key === from);
  if (first < 0) return undefined;
  const began = path.passages[first]!.time;
  const found = path.passages.slice(first + 1).find(({ key }) => key === to);
  if (found) return { milliseconds: found.time - began, ended: true };
  return path.underWay ? { milliseconds: end - began, ended: false } : undefined;
}

/** What a journey did on its way to a goal, or in all where it never comes there. */
export type PlainAttempt = {
  readonly standing: 'winner' | 'other' | 'undecided' | 'at-once' | 'elsewhere';
  /** Places passed before the goal, the first thirty. */
  readonly looked: readonly string[];
};

export function attemptByHand(path: PlainPath, goal: string, start?: string): PlainAttempt {
  const keys = path.passages.map(({ key }) => key);
  const from = start === undefined ? 0 : keys.indexOf(start);
  const kept = from < 0 ? [] : keys.slice(from);
  if (kept.length === 0) return { standing: 'elsewhere', looked: [] };
  const reached = kept.findIndex((key, at) => key === goal && (start === undefined || at > 0));
  if (reached === 0) return { standing: 'at-once', looked: [] };
  const standing = reached > 0 ? 'winner' : path.underWay ? 'undecided' : 'other';
  return { standing, looked: (reached > 0 ? kept.slice(0, reached) : kept).slice(0, 30) };
}

/** `pass`, `return` or `go`, and the place or the two places it is about. */
export const deedName = (did: string, place: string, to = ''): string => [did, place, to].join('\u0000');

/** Each different thing a journey did, with the passage at which it had first done it, from 1. */
export function deedsByHand(looked: readonly string[]): Map<string, number> {
  const first = new Map<string, number>();
  const done = (deed: string, at: number): void => {
    if (!first.has(deed)) first.set(deed, at);
  };
  looked.forEach((key, at) => {
    done(deedName('pass', key), at + 1);
    if (looked.indexOf(key) < at) done(deedName('return', key), at + 1);
    const before = looked[at - 1];
    if (before !== undefined && before !== key) done(deedName('go', before, key), at + 1);
  });
  return first;
}
