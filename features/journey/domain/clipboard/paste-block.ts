import { knownChannel } from '#kit/channel.ts';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import { compare, type Placed } from '#kit/document/order.ts';
import { keysAt, type Position } from '#kit/document/position.ts';
import { folded } from '#kit/folded.ts';
import type { NewId } from '#kit/ids.ts';
import { part } from '../dependents.ts';
import { put } from '../edit/change.ts';
import { addPersona } from '../edit/persona.ts';
import { addStep } from '../edit/step.ts';
import { orderedSteps } from '../outline.ts';
import { plainText } from '../rich-text/rich-text.ts';
import type { Card, JourneyMap, MapTouchpoint } from '../schema.ts';
import type { Block, CopiedCard, CopiedCell } from './block.ts';

/** A lane that cells can be pasted in. */
export type PasteLane = { readonly laneId: string; readonly holds: 'cards' | 'touchpoints' };

export type PasteTarget = {
  /** From the lane pasted in downwards. */
  readonly lanes: readonly PasteLane[];
  /** From the step pasted in to the right. */
  readonly stepIds: readonly string[];
  /** In the first cell: after this card or touchpoint; null: at the end. */
  readonly afterId: string | null;
  /** Persona looked at: what says nothing of personas holds for that one. */
  readonly personaId: string | null;
  /** Steps to add after the last one when the block is wider than what is left of the map. */
  readonly addSteps: boolean;
};

export type Pasted = {
  readonly changes: readonly Change[];
  /** Ids of the new cards and touchpoints, and where the first stands. */
  readonly born: readonly { readonly id: string; readonly laneId: string; readonly stepId: string }[];
  /** Touchpoints that stood there already, under the same name and channel. */
  readonly matched: number;
  /** Names of personas the map did not know and now has. */
  readonly personas: readonly string[];
  /** Columns and rows of the block for which the map has no step, no lane. */
  readonly beyond: { readonly columns: number; readonly rows: number };
};

/**
 * Puts the cells of a block on a map, from a cell to the right and downwards, lane by lane. Everything gets a new id;
 * personas are found by name (a card must not come to hold for everyone because its persona is missing: a persona the
 * map does not know is added), touchpoints by name and channel, so that the same one is not drawn twice at a step.
 */
export function pasteBlock(map: JourneyMap, block: Block, target: PasteTarget, newId: NewId): Pasted {
  const changes: Change[] = [];
  const width = Math.max(0, ...block.rows.map((row) => row.length));
  const missing = Math.max(0, width - target.stepIds.length);
  const grown = target.addSteps ? withSteps(map, missing, newId) : { map, changes: [], stepIds: [] };
  changes.push(...grown.changes);
  const stepIds = [...target.stepIds, ...grown.stepIds];
  const personas = personasOf(grown.map, block, newId);
  changes.push(...personas.changes);

  const cardId = new Map<string, string>();
  for (const { id } of block.rows.flat().flatMap((cell) => cell.cards)) cardId.set(id, newId());
  const siblings = siblingsByCell(grown.map);
  const born: { id: string; laneId: string; stepId: string }[] = [];
  let matched = 0;
  for (const [down, row] of block.rows.entries()) {
    const lane = target.lanes[down];
    if (!lane) break;
    for (const [across, cell] of row.entries()) {
      const stepId = stepIds[across];
      if (stepId === undefined) break;
      const { laneId, holds } = lane;
      // Somebody removed it meanwhile.
      if (!part(grown.map, 'lanes', laneId) || !part(grown.map, 'steps', stepId)) continue;
      const afterId = down === 0 && across === 0 ? target.afterId : null;
      const position: Position = afterId === null ? {} : { after: afterId };
      if (holds === 'cards') {
        const cards = asCards(cell);
        const { orders, changes: moved } = keysAt(
          'cards',
          siblings.cards(laneId, stepId),
          position,
          cards.length,
        );
        changes.push(...moved);
        for (const [at, card] of cards.entries()) {
          const { id: old, personas: names, linkedCardId, ...told } = card;
          const id = old.startsWith('line-') ? newId() : (cardId.get(old) ?? newId());
          const personaIds = names.length > 0 ? personas.idsOf(names) : own(target.personaId);
          const value: Card = {
            ...told,
            order: orders[at]!,
            laneId,
            stepId,
            personaIds,
            linkedCardId: linkedCardId === null ? null : (cardId.get(linkedCardId) ?? null),
          };
          changes.push(put('cards', id, value));
          born.push({ id, laneId, stepId });
        }
      } else {
        const there = siblings.touchpointsAt(stepId);
        const fresh = asTouchpoints(cell).filter((one) => !there.some((known) => sameTouchpoint(known, one)));
        matched += asTouchpoints(cell).length - fresh.length;
        const { orders, changes: moved } = keysAt(
          'touchpoints',
          siblings.touchpoints(stepId),
          position,
          fresh.length,
        );
        changes.push(...moved);
        for (const [at, touchpoint] of fresh.entries()) {
          const id = newId();
          changes.push(put('touchpoints', id, { ...touchpoint, order: orders[at]!, stepId }));
          born.push({ id, laneId, stepId });
        }
      }
    }
  }
  return {
    changes: born.length > 0 ? linksThatHold(changes, born) : [],
    born,
    matched,
    personas: personas.added,
    beyond: {
      columns: Math.max(0, width - stepIds.length),
      rows: Math.max(0, block.rows.length - target.lanes.length),
    },
  };
}

/** A link to a card that found no place leads nowhere: it is not written. */
function linksThatHold(changes: readonly Change[], born: Pasted['born']): Change[] {
  const there = new Set(born.map(({ id }) => id));
  return changes.map((change) => {
    if (change.op !== 'put' || change.path[0] !== 'cards') return change;
    const link = change.value.linkedCardId;
    return typeof link !== 'string' || there.has(link)
      ? change
      : { ...change, value: { ...change.value, linkedCardId: null } };
  });
}

const own = (personaId: string | null): string[] => (personaId === null ? [] : [personaId]);

function withSteps(map: JourneyMap, count: number, newId: NewId) {
  const stageId = orderedSteps(map).at(-1)?.[1].stageId;
  const stepIds: string[] = [];
  const changes: Change[] = [];
  let grown = map;
  for (let at = 0; at < count && stageId !== undefined; at++) {
    const added = addStep(grown, { stageId }, newId);
    grown = applyChanges(grown, added);
    changes.push(...added);
    const born = added.find(({ op }) => op === 'put')?.path[1];
    if (born !== undefined) stepIds.push(born);
  }
  return { map: grown, changes, stepIds };
}

/** The personas that cards name, found by name or added. */
function personasOf(map: JourneyMap, block: Block, newId: NewId) {
  const key = (name: string) => folded(name.trim());
  const known = new Map(Object.entries(map.personas).map(([id, { name }]) => [key(name), id]));
  const names = new Set(block.rows.flat().flatMap(({ cards }) => cards.flatMap((card) => card.personas)));
  const changes: Change[] = [];
  const added: string[] = [];
  let grown = map;
  for (const name of names) {
    if (known.has(key(name))) continue;
    const born = addPersona(grown, { name }, newId);
    grown = applyChanges(grown, born);
    changes.push(...born);
    const id = born.find(({ op }) => op === 'put')?.path[1];
    if (id === undefined) continue;
    known.set(key(name), id);
    added.push(name);
  }
  const idsOf = (wanted: readonly string[]) => [
    ...new Set(wanted.flatMap((name) => known.get(key(name)) ?? [])),
  ];
  return { changes, added, idsOf };
}

const asCards = ({ cards, touchpoints }: CopiedCell): CopiedCard[] => [
  ...cards,
  ...touchpoints.map(
    ({ title, channel }): CopiedCard => ({
      id: 'line-0',
      text: title || channel,
      personas: [],
      status: 'assumed',
      evidence: [],
      weight: null,
      momentOfTruth: false,
      tags: [],
      met: null,
      linkedCardId: null,
      mediaId: null,
    }),
  ),
];

function asTouchpoints({ cards, touchpoints }: CopiedCell): Omit<MapTouchpoint, 'order' | 'stepId'>[] {
  return [
    ...touchpoints,
    ...cards.map(({ text }) => {
      const title = plainText(text);
      const channel = knownChannel(title);
      return {
        title,
        channel: channel === 'other' ? 'web' : channel,
        initiator: 'customer' as const,
        bindings: [],
      };
    }),
  ];
}

const sameTouchpoint = (
  a: Pick<MapTouchpoint, 'title' | 'channel'>,
  b: Pick<MapTouchpoint, 'title' | 'channel'>,
): boolean => a.channel === b.channel && folded(a.title.trim()) === folded(b.title.trim());

/** The things of each cell in order, found in one pass over the map: a block has many cells. */
function siblingsByCell(map: JourneyMap) {
  const cards = new Map<string, Placed[]>();
  for (const [id, { laneId, stepId, order }] of Object.entries(map.cards)) {
    const key = `${laneId}/${stepId}`;
    const list = cards.get(key);
    if (list) list.push({ id, order });
    else cards.set(key, [{ id, order }]);
  }
  const touchpointsAt = (stepId: string) =>
    Object.values(map.touchpoints).filter((touchpoint) => touchpoint.stepId === stepId);
  return {
    cards: (laneId: string, stepId: string) => (cards.get(`${laneId}/${stepId}`) ?? []).sort(compare),
    touchpointsAt,
    touchpoints: (stepId: string) =>
      Object.entries(map.touchpoints)
        .filter(([, touchpoint]) => touchpoint.stepId === stepId)
        .map(([id, { order }]) => ({ id, order }))
        .sort(compare),
  };
}
