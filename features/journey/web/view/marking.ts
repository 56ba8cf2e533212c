import type { GridModel, Row } from './grid-model.ts';
import type { Direction } from './keyboard.ts';
import { type CellPlace, itemsIn, parsePlace, placeKey } from './place.ts';

/*
 * Several cells or cards chosen together, as in a spreadsheet: a block between two cells with all that is in it, a
 * stretch of cards inside one cell, or cards picked one by one. What is chosen is a set of place keys.
 */

/** A thing that is chosen, and where it stands. */
export type MarkedItem = { readonly laneId: string; readonly stepId: string; readonly itemId: string };

const holdsItems = (row: Row): boolean => row.kind === 'cards' || row.kind === 'touchpoints';
/** The lanes that hold cards or touchpoints, in order. */
export const itemRows = (model: GridModel): Row[] => model.rows.filter(holdsItems);

/** Everything between two places: a stretch of cards when both stand in one cell, else the block of cells. */
export function markedBetween(model: GridModel, from: CellPlace, to: CellPlace): ReadonlySet<string> {
  const keys = new Set<string>();
  if (from.laneId === to.laneId && from.stepId === to.stepId && from.itemId !== null && to.itemId !== null) {
    const items = itemsIn(model, to.laneId, to.stepId);
    const ends = [items.indexOf(from.itemId), items.indexOf(to.itemId)];
    if (ends.includes(-1)) return keys;
    for (const itemId of items.slice(Math.min(...ends), Math.max(...ends) + 1)) {
      keys.add(placeKey({ ...to, itemId }));
    }
    return keys;
  }
  const { rows, stepIds } = blockBetween(model, from, to);
  for (const { laneId } of rows) {
    for (const stepId of stepIds) {
      const cell: CellPlace = { at: 'cell', laneId, stepId, itemId: null };
      keys.add(placeKey(cell));
      for (const itemId of itemsIn(model, laneId, stepId)) keys.add(placeKey({ ...cell, itemId }));
    }
  }
  return keys;
}

/** Every cell of the map. */
export function markedAll(model: GridModel): ReadonlySet<string> {
  const rows = itemRows(model);
  const [first, last] = [rows[0], rows.at(-1)];
  const [start, end] = [model.outline.steps[0], model.outline.steps.at(-1)];
  if (!first || !last || !start || !end) return new Set();
  const cell = (row: Row, stepId: string): CellPlace => ({
    at: 'cell',
    laneId: row.laneId,
    stepId,
    itemId: null,
  });
  return markedBetween(model, cell(first, start.id), cell(last, end.id));
}

function blockBetween(model: GridModel, from: CellPlace, to: CellPlace) {
  const lanes = model.rows.map(({ laneId }) => laneId);
  const steps = model.outline.steps.map(({ id }) => id);
  const between = (list: readonly string[], a: string, b: string): [number, number] => {
    const ends = [list.indexOf(a), list.indexOf(b)];
    return [Math.min(...ends), Math.max(...ends) + 1];
  };
  return {
    rows: model.rows.slice(...between(lanes, from.laneId, to.laneId)).filter(holdsItems),
    stepIds: steps.slice(...between(steps, from.stepId, to.stepId)),
  };
}

/** The next corner of a block that grows in a direction: the next card of the cell first, then cell by cell. */
export function nextCorner(
  model: GridModel,
  anchor: CellPlace,
  place: CellPlace,
  direction: Direction,
  far: boolean,
): CellPlace | undefined {
  const sideways = direction === 'left' || direction === 'right';
  const inCell = anchor.laneId === place.laneId && anchor.stepId === place.stepId;
  const back = direction === 'left' || direction === 'up';
  if (!sideways && !far && inCell && place.itemId !== null) {
    const items = itemsIn(model, place.laneId, place.stepId);
    const itemId = items[items.indexOf(place.itemId) + (back ? -1 : 1)];
    if (itemId !== undefined) return { ...place, itemId };
  }
  if (sideways) {
    const steps = model.outline.steps.map(({ id }) => id);
    const at = steps.indexOf(place.stepId);
    const stepId = far ? steps.at(back ? 0 : -1) : steps[at + (back ? -1 : 1)];
    return stepId === undefined ? undefined : { ...place, stepId, itemId: null };
  }
  const rows = itemRows(model);
  const at = rows.findIndex(({ laneId }) => laneId === place.laneId);
  const row =
    at < 0
      ? undefined
      : far
        ? rows.at(back ? 0 : -1)
        : at + (back ? -1 : 1) < 0
          ? undefined
          : rows[at + (back ? -1 : 1)];
  return row && { ...place, laneId: row.laneId, itemId: null };
}

/** The cards and touchpoints among what is chosen, in reading order: lane by lane, step by step, from the top. */
export function markedItems(model: GridModel, marked: ReadonlySet<string>): MarkedItem[] {
  if (marked.size === 0) return [];
  return itemRows(model).flatMap(({ laneId }) =>
    model.outline.steps.flatMap(({ id: stepId }) =>
      itemsIn(model, laneId, stepId).flatMap((itemId) =>
        marked.has(placeKey({ at: 'cell', laneId, stepId, itemId })) ? [{ laneId, stepId, itemId }] : [],
      ),
    ),
  );
}

/** What is chosen as a rectangle of cells, each with its chosen things: what a copy takes. Empty cells at its edges that were chosen stay. */
export function markedCells(
  model: GridModel,
  marked: ReadonlySet<string>,
): { readonly laneId: string; readonly stepId: string; readonly itemIds: readonly string[] }[][] {
  const lanes = new Set<string>();
  const steps = new Set<string>();
  for (const key of marked) {
    const place = parsePlace(key);
    if (place?.at !== 'cell') continue;
    lanes.add(place.laneId);
    steps.add(place.stepId);
  }
  const rows = itemRows(model);
  const span = <T>(list: readonly T[], inside: (item: T) => boolean): T[] => {
    const first = list.findIndex(inside);
    return first < 0 ? [] : list.slice(first, list.findLastIndex(inside) + 1);
  };
  const columns = span(model.outline.steps, ({ id }) => steps.has(id));
  return span(rows, ({ laneId }) => lanes.has(laneId)).map(({ laneId }) =>
    columns.map(({ id: stepId }) => ({
      laneId,
      stepId,
      itemIds: itemsIn(model, laneId, stepId).filter((itemId) =>
        marked.has(placeKey({ at: 'cell', laneId, stepId, itemId })),
      ),
    })),
  );
}

/**
 * Where each thing goes when all are moved by so many steps to the right and lanes down; undefined when one of them
 * would leave the map, or change from card to touchpoint.
 */
export function movedBy(
  model: GridModel,
  items: readonly MarkedItem[],
  by: { readonly steps: number; readonly lanes: number },
): { readonly id: string; readonly laneId: string; readonly stepId: string }[] | undefined {
  const rows = itemRows(model);
  const steps = model.outline.steps.map(({ id }) => id);
  const moves: { id: string; laneId: string; stepId: string }[] = [];
  for (const { itemId, laneId, stepId } of items) {
    const from = rows.findIndex((row) => row.laneId === laneId);
    const kind = rows[from]?.kind;
    const row = rows[from + by.lanes];
    const column = steps.indexOf(stepId) + by.steps;
    const target = column < 0 ? undefined : steps[column];
    if (from + by.lanes < 0 || row?.kind !== kind || row === undefined || target === undefined)
      return undefined;
    moves.push({ id: itemId, laneId: row.laneId, stepId: target });
  }
  return moves;
}
