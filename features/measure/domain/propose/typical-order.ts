import { compareText } from '../measuring/split.ts';

/** What is known of the first occurrences of a few event names. */
export type FirstOccurrences = {
  readonly names: readonly {
    readonly name: string;
    readonly journeys: number;
    /** Mean place of its first occurrence among those of the journey, 0 (first) … 1 (last). */
    readonly position: number;
  }[];
  /** In how many journeys the first occurrence of name `a` comes before that of name `b`: `before(a, b)`. */
  readonly before: (a: string, b: string) => number;
};

export type OrderedName = { readonly name: string; readonly position: number };

/**
 * The most typical order of events: by mean place, then neighbours change places as long as more journeys live them the other
 * way round (local Kemenization: Dwork, Kumar, Naor & Sivakumar 2001, "Rank aggregation methods for the web", §5). Each exchange
 * makes fewer journeys disagree, so it ends; names settle ties, so it is the same every time. Places are then made
 * non-decreasing.
 */
export function typicalOrder({ names, before }: FirstOccurrences): OrderedName[] {
  const order = [...names].sort((a, b) => a.position - b.position || compareText(a.name, b.name));
  for (let settled = false; !settled; ) {
    settled = true;
    for (let index = 0; index + 1 < order.length; index++) {
      const [first, second] = [order[index]!, order[index + 1]!];
      if (before(second.name, first.name) <= before(first.name, second.name)) continue;
      order[index] = second;
      order[index + 1] = first;
      settled = false;
    }
  }
  let furthest = 0;
  return order.map(({ name, position }) => {
    furthest = Math.max(furthest, position);
    return { name, position: furthest };
  });
}
