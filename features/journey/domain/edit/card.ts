import type { Change } from '#kit/document/changes.ts';
import { linesOf } from '#kit/document/lines.ts';
import { keyAt, keysAt, nextToItself, type Position, siblings } from '#kit/document/position.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../dependents.ts';
import type { Card, JourneyMap } from '../schema.ts';
import { type Patch, put, rewrite } from './change.ts';

/** Where a card stands: lane × step. */
export type Cell = { readonly laneId: string; readonly stepId: string };

/** What may be told of a card besides its place. */
export type CardPatch = Patch<Omit<Card, 'order' | keyof Cell>>;

/**
 * A card in a cell; what `card` does not tell is what a fresh post-it is: assumed, for everyone, without evidence.
 * Meant for personas who have all gone, there is no card to add.
 */
export function addCard(
  map: JourneyMap,
  input: Position & Cell & { readonly text?: string; readonly card?: CardPatch },
  newId: NewId,
): Change[] {
  if (!cellExists(map, input)) return [];
  const fields = knownParts(map, input.card ?? {});
  if (input.card?.personaIds && !fields.personaIds) return [];
  const { order, changes } = keyAt('cards', cardsIn(map, input), input);
  const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return [...changes, put('cards', newId(), { ...freshCard(input, order, input.text ?? ''), ...told })];
}

/** Twenty lines give twenty cards, in their order. Empty lines and the bullets of a pasted list are dropped. */
export function pasteLines(
  map: JourneyMap,
  input: Position & Cell & { readonly text: string },
  newId: NewId,
): Change[] {
  const lines = linesOf(input.text);
  if (lines.length === 0 || !cellExists(map, input)) return [];
  const { orders, changes } = keysAt('cards', cardsIn(map, input), input, lines.length);
  return [
    ...changes,
    ...lines.map((text, index) => put('cards', newId(), freshCard(input, orders[index]!, text))),
  ];
}

/** Moves a card inside its cell or to another one. */
export function moveCard(map: JourneyMap, input: Position & Cell & { readonly cardId: string }): Change[] {
  const { cardId, laneId, stepId } = input;
  if (!part(map, 'cards', cardId) || !cellExists(map, input) || nextToItself(input, cardId)) return [];
  const { order, changes } = keyAt('cards', cardsIn(map, input, cardId), input);
  return [...changes, ...rewrite(map, 'cards', cardId, { laneId, stepId, order })];
}

/** A link to a card that is not there, or to itself, is left out; so are personas who have gone. */
export function editCard(map: JourneyMap, cardId: string, patch: CardPatch): Change[] {
  const fields = knownParts(map, patch);
  return rewrite(
    map,
    'cards',
    cardId,
    fields.linkedCardId === cardId ? { ...fields, linkedCardId: undefined } : fields,
  );
}

export const removeCard = (map: JourneyMap, cardId: string): Change[] => removal(map, 'cards', cardId);

const cellExists = (map: JourneyMap, { laneId, stepId }: Cell): boolean =>
  part(map, 'lanes', laneId) !== undefined && part(map, 'steps', stepId) !== undefined;

const cardsIn = (map: JourneyMap, { laneId, stepId }: Cell, moving?: string) =>
  siblings(map.cards, (card) => card.laneId === laneId && card.stepId === stepId, moving);

const freshCard = ({ laneId, stepId }: Cell, order: string, text: string): Card => ({
  order,
  laneId,
  stepId,
  text,
  personaIds: [],
  status: 'assumed',
  evidence: [],
  weight: null,
  momentOfTruth: false,
  tags: [],
  met: null,
  linkedCardId: null,
  mediaId: null,
});

/** The patch without what it names and is no longer there. No persona left of those named: personas are not touched. */
function knownParts(map: JourneyMap, patch: CardPatch): CardPatch {
  const personaIds =
    patch.personaIds && [...new Set(patch.personaIds)].filter((id) => part(map, 'personas', id));
  const link = patch.linkedCardId;
  return {
    ...patch,
    personaIds: personaIds?.length === 0 && patch.personaIds?.length !== 0 ? undefined : personaIds,
    linkedCardId: link && !part(map, 'cards', link) ? undefined : link,
  };
}
