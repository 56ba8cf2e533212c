import type { Change } from '#kit/document/changes.ts';
import { keysAt, siblings } from '#kit/document/position.ts';
import { part, removal } from '../dependents.ts';
import type { JourneyMap } from '../schema.ts';
import { type CardPatch, type Cell, editCard } from './card.ts';
import { rewrite } from './change.ts';

/** Tags of one card, as its schema says. */
const mostTags = 30;

/** A card or a touchpoint, and the cell it goes to; a touchpoint has no lane of its own. */
export type Move = Cell & { readonly id: string };

/** Moves several things at once, each to the end of its new cell, in the order they are named. */
export function moveMany(map: JourneyMap, moves: readonly Move[]): Change[] {
  const moving = new Set(moves.map(({ id }) => id));
  const groups = new Map<string, Move[]>();
  for (const move of moves) {
    if (!part(map, 'steps', move.stepId) || !part(map, 'lanes', move.laneId)) continue;
    const name = part(map, 'touchpoints', move.id) ? 'touchpoints' : 'cards';
    if (!part(map, name, move.id)) continue;
    const key = name === 'cards' ? `cards/${move.laneId}/${move.stepId}` : `touchpoints//${move.stepId}`;
    const group = groups.get(key);
    if (group) group.push(move);
    else groups.set(key, [move]);
  }
  return [...groups.values()].flatMap((group): Change[] => {
    const { laneId, stepId } = group[0]!;
    if (part(map, 'touchpoints', group[0]!.id)) {
      const there = siblings(map.touchpoints, (one) => one.stepId === stepId).filter(
        ({ id }) => !moving.has(id),
      );
      const { orders, changes } = keysAt('touchpoints', there, {}, group.length);
      return [
        ...changes,
        ...group.flatMap(({ id }, at) => rewrite(map, 'touchpoints', id, { stepId, order: orders[at]! })),
      ];
    }
    const there = siblings(map.cards, (card) => card.laneId === laneId && card.stepId === stepId).filter(
      ({ id }) => !moving.has(id),
    );
    const { orders, changes } = keysAt('cards', there, {}, group.length);
    return [
      ...changes,
      ...group.flatMap(({ id }, at) => rewrite(map, 'cards', id, { laneId, stepId, order: orders[at]! })),
    ];
  });
}

/** Takes several cards and touchpoints away, with what depends on them. */
export const removeMany = (map: JourneyMap, ids: readonly string[]): Change[] =>
  ids.flatMap((id) => removal(map, part(map, 'touchpoints', id) ? 'touchpoints' : 'cards', id));

/** Says the same of several cards; what is no card (any more) is left alone. */
export const editMany = (map: JourneyMap, ids: readonly string[], patch: CardPatch): Change[] =>
  ids.flatMap((id) => editCard(map, id, patch));

/** Gives several cards a tag, each keeping its own; a card that bears thirty already keeps those. */
export function tagMany(map: JourneyMap, ids: readonly string[], tag: string): Change[] {
  const told = tag.trim().slice(0, 60);
  if (told === '') return [];
  return ids.flatMap((id) => {
    const tags = part(map, 'cards', id)?.tags;
    return !tags || tags.includes(told) || tags.length >= mostTags
      ? []
      : editCard(map, id, { tags: [...tags, told] });
  });
}
