import { z } from 'zod';
import { linesOf } from '#kit/document/lines.ts';
import { idSchema } from '#kit/ids.ts';
import { cardSchema, type JourneyMap, mapTouchpointSchema } from '../schema.ts';

/**
 * Cells on the clipboard: rows are lanes, columns are steps. It travels between maps, so it names personas instead of
 * numbering them, and keeps ids only to tie again the links between the cards it holds.
 */
const copiedCardSchema = cardSchema
  .omit({ order: true, laneId: true, stepId: true, personaIds: true })
  .extend({ id: idSchema, text: z.string().max(20_000), personas: z.array(z.string().max(20_000)).max(12) });
const copiedTouchpointSchema = mapTouchpointSchema
  .omit({ order: true, stepId: true })
  .extend({ title: z.string().max(20_000) });
const copiedCellSchema = z.object({
  cards: z.array(copiedCardSchema).default([]),
  touchpoints: z.array(copiedTouchpointSchema).default([]),
});
const blockSchema = z.object({
  format: z.literal('parcours-block'),
  version: z.literal(1),
  rows: z.array(z.array(copiedCellSchema).max(1000)).max(500),
});
export type Block = z.infer<typeof blockSchema>;
export type CopiedCell = Block['rows'][number][number];
export type CopiedCard = CopiedCell['cards'][number];

/** The clipboard type of a block: only pages of Parcours read it. */
export const blockType = 'application/x-parcours-block+json';

/** What may be pasted at once: more letters or more things than this is a file to import, not a paste. */
export const mostLetters = 1_000_000;
export const mostThings = 2000;

/** A block written by `copyBlock`; undefined for anything else (the clipboard holds what other programs put there). */
export function readBlock(text: string): Block | undefined {
  if (text.length === 0 || text.length > 4 * mostLetters) return undefined;
  try {
    const read = blockSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** A block of plain texts: each line of a cell is a card of its own. */
export const textBlock = (rows: readonly (readonly string[])[]): Block => ({
  format: 'parcours-block',
  version: 1,
  rows: rows.map((row) =>
    row.map((cell) => ({
      cards: linesOf(cell).map((text, at): CopiedCard => ({ ...bareCard, id: `line-${at}`, text })),
      touchpoints: [],
    })),
  ),
});

const bareCard = {
  personas: [],
  status: 'assumed',
  evidence: [],
  weight: null,
  momentOfTruth: false,
  tags: [],
  met: null,
  linkedCardId: null,
  mediaId: null,
} as const satisfies Omit<CopiedCard, 'id' | 'text'>;

/** How many cards and touchpoints a block holds. */
export const thingsIn = (block: Block): number =>
  block.rows.reduce(
    (sum, row) => sum + row.reduce((inner, cell) => inner + cell.cards.length + cell.touchpoints.length, 0),
    0,
  );

/** One cell of what is copied: the ids of its cards or touchpoints, in order. */
export type CellToCopy = { readonly itemIds: readonly string[] };

/** The cells of a map as a block. What is no longer there is left out. */
export function copyBlock(map: JourneyMap, rows: readonly (readonly CellToCopy[])[]): Block {
  const copied = new Set(rows.flatMap((row) => row.flatMap(({ itemIds }) => itemIds)));
  return {
    format: 'parcours-block',
    version: 1,
    rows: rows.map((row) =>
      row.map(({ itemIds }) => ({
        cards: itemIds.flatMap((id): CopiedCard[] => {
          const card = Object.hasOwn(map.cards, id) ? map.cards[id] : undefined;
          if (!card) return [];
          const { order: _order, laneId: _lane, stepId: _step, personaIds, ...told } = card;
          const link = told.linkedCardId !== null && copied.has(told.linkedCardId) ? told.linkedCardId : null;
          const personas = personaIds.flatMap((personaId) => map.personas[personaId]?.name ?? []);
          return [{ ...told, id, personas, linkedCardId: link }];
        }),
        touchpoints: itemIds.flatMap((id) => {
          const touchpoint = Object.hasOwn(map.touchpoints, id) ? map.touchpoints[id] : undefined;
          if (!touchpoint) return [];
          const { order: _order, stepId: _step, ...told } = touchpoint;
          return [told];
        }),
      })),
    ),
  };
}

/** The texts of a block, for spreadsheets and letters: one line for each card of a cell. */
export const blockTexts = (block: Block): string[][] =>
  block.rows.map((row) =>
    row.map(({ cards, touchpoints }) =>
      [...cards.map(({ text }) => text), ...touchpoints.map(({ title, channel }) => title || channel)].join(
        '\n',
      ),
    ),
  );
