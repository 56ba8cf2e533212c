import { footing } from '../evidence.ts';
import type { Card, JourneyMap } from '../schema.ts';

/** What a card rests on, as a reader asks for it. `stale`: its newest evidence is past its date; `unfounded`: it has none. */
export const standings = ['assumed', 'validated', 'stale', 'unfounded'] as const;
export type Standing = (typeof standings)[number];

/** Which cards a reader wants to see: one of the standings, one of the tags, with comments. Nothing asked: all. */
export type CardFilter = {
  readonly standings: readonly Standing[];
  readonly tags: readonly string[];
  readonly commented: boolean;
};

export const noFilter: CardFilter = { standings: [], tags: [], commented: false };

/** How many things are asked. */
export const criteria = ({ standings, tags, commented }: CardFilter): number =>
  standings.length + tags.length + (commented ? 1 : 0);

/** Does a card have this standing on a day (YYYY-MM-DD)? */
function stands(card: Card, standing: Standing, today: string): boolean {
  if (standing === 'assumed' || standing === 'validated') return card.status === standing;
  return footing(card, today) === (standing === 'stale' ? 'past' : 'none');
}

/** Ids of the cards that do not match, on a day (YYYY-MM-DD). Of each kind of criterion one is enough; all kinds must be met. */
export function leftOut(
  map: Pick<JourneyMap, 'cards' | 'comments'>,
  filter: CardFilter,
  today: string,
): ReadonlySet<string> {
  const out = new Set<string>();
  if (criteria(filter) === 0) return out;
  const commented = filter.commented ? commentedCards(map) : undefined;
  for (const [id, card] of Object.entries(map.cards)) {
    const passes =
      (filter.standings.length === 0 || filter.standings.some((one) => stands(card, one, today))) &&
      (filter.tags.length === 0 || filter.tags.some((tag) => card.tags.includes(tag))) &&
      (commented === undefined || commented.has(id));
    if (!passes) out.add(id);
  }
  return out;
}

/** Cards with an open thread. */
const commentedCards = (map: Pick<JourneyMap, 'comments'>): ReadonlySet<string> =>
  new Set(
    Object.values(map.comments).flatMap(({ target, resolved }) =>
      resolved === null && target.cardId !== null ? [target.cardId] : [],
    ),
  );

/** All tags of the cards of a map, the most borne first, then in the order of letters. */
export function tagsOf(cards: JourneyMap['cards']): { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of Object.values(cards)) {
    for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
