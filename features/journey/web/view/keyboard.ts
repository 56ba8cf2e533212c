import type { GridModel, Row } from './grid-model.ts';
import { type CellPlace, itemsIn, type Place } from './place.ts';

/**
 * What a key does on the map when nothing is being typed. Pure: from the key and the place to an intention, which the
 * page carries out. The same list is what the help shows.
 */
export type Direction = 'left' | 'right' | 'up' | 'down';
export type Intention =
  | { readonly do: 'focus'; readonly place: Place }
  | { readonly do: 'edit'; readonly typed: string | null }
  | { readonly do: 'add' }
  | { readonly do: 'delete' }
  | { readonly do: 'move'; readonly direction: Direction }
  | { readonly do: 'restructure'; readonly what: 'merge' | 'split' | 'duplicate' }
  | { readonly do: 'menu' }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'help' }
  /** Grows what is chosen, by one or (`far`) to the edge. */
  | { readonly do: 'extend'; readonly direction: Direction; readonly far: boolean }
  | { readonly do: 'toggle' }
  | { readonly do: 'all' }
  | { readonly do: 'duplicate' }
  | { readonly do: 'follow' }
  | { readonly do: 'back' }
  | { readonly do: 'zoom'; readonly to: 'in' | 'out' | 'real' }
  | { readonly do: 'comment' }
  | { readonly do: 'leave' };

export type Key = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** undefined: the key means nothing here and stays with the browser. */
export function intentionOf(model: GridModel, place: Place, pressed: Key): Intention | undefined {
  const { key, ctrl, shift, alt } = pressed;
  const arrow = arrows[key];
  if (arrow) {
    if (alt && !ctrl) return { do: 'move', direction: arrow };
    if (shift && !alt && place.at === 'cell') return { do: 'extend', direction: arrow, far: ctrl };
    if (alt || shift) return undefined;
    return focusOn(ctrl ? farthest(model, place, arrow) : neighbour(model, place, arrow));
  }
  if (ctrl && !alt) return withControl(model, place, key, shift);
  if (alt) return key === 'Enter' ? { do: 'follow' } : key === 'Backspace' ? { do: 'back' } : undefined;
  switch (key) {
    case 'Home':
      if (shift && place.at === 'cell') return { do: 'extend', direction: 'left', far: true };
      return focusOn(farthest(model, place, 'left'));
    case 'End':
      if (shift && place.at === 'cell') return { do: 'extend', direction: 'right', far: true };
      return focusOn(farthest(model, place, 'right'));
    case 'Enter':
      return shift ? { do: 'add' } : { do: 'edit', typed: null };
    case 'F2':
      return shift ? { do: 'comment' } : { do: 'edit', typed: null };
    case 'Delete':
    case 'Backspace':
      return { do: 'delete' };
    case 'ContextMenu':
      return { do: 'menu' };
    case 'F10':
      return shift ? { do: 'menu' } : undefined;
    case 'Escape':
      return { do: 'leave' };
    case '?':
      return { do: 'help' };
    default:
      return [...key].length === 1 && key !== ' ' ? { do: 'edit', typed: key } : undefined;
  }
}

/** Join, cut (as one cuts with a knife), duplicate; in a cell, duplicating is copying. */
const joints: Readonly<Record<string, 'merge' | 'split' | 'duplicate'>> = {
  j: 'merge',
  k: 'split',
  d: 'duplicate',
};

function withControl(model: GridModel, place: Place, key: string, shift: boolean): Intention | undefined {
  const what = shift ? undefined : joints[key.toLowerCase()];
  if (what && !(what === 'duplicate' && place.at === 'cell')) return { do: 'restructure', what };
  switch (key.toLowerCase()) {
    case 'z':
      return shift ? { do: 'redo' } : { do: 'undo' };
    case 'y':
      return { do: 'redo' };
    case 'enter':
      return { do: 'add' };
    case ' ':
      return { do: 'toggle' };
    case '+':
    case '=':
      return { do: 'zoom', to: 'in' };
    case '-':
    case '_':
      return { do: 'zoom', to: 'out' };
    case '0':
      return { do: 'zoom', to: 'real' };
    case 'a':
      return { do: 'all' };
    case 'd':
      return { do: 'duplicate' };
    case 'home':
      return focusOn(firstPlace(model));
    case 'end':
      return focusOn(farthest(model, farthest(model, place, 'down') ?? place, 'right'));
    default:
      return undefined;
  }
}

const focusOn = (place: Place | undefined): Intention | undefined => place && { do: 'focus', place };

/** Where Tab enters the map. */
export function firstPlace(model: GridModel): Place | undefined {
  const stage = model.outline.stages[0];
  if (stage) return { at: 'stage', stageId: stage.id };
  const row = model.rows[0];
  return row && { at: 'lane', laneId: row.laneId };
}

/**
 * The next place in a direction. Up and down go through the cards of a cell before leaving it; left and right stay in
 * the row and keep the height in the cell. undefined at the edge.
 */
export function neighbour(model: GridModel, place: Place, direction: Direction): Place | undefined {
  switch (place.at) {
    case 'phase':
      return fromSpan(model, 'phases', place.phaseId, direction);
    case 'stage':
      return fromSpan(model, 'stages', place.stageId, direction);
    case 'step':
      return fromStep(model, place.stepId, direction);
    case 'lane':
      return fromLane(model, place.laneId, direction);
    case 'cell':
      return fromCell(model, place, direction);
  }
}

function farthest(model: GridModel, place: Place, direction: Direction): Place | undefined {
  let at: Place | undefined;
  for (let next = neighbour(model, place, direction); next; next = neighbour(model, next, direction))
    at = next;
  return at;
}

function fromSpan(
  model: GridModel,
  level: 'phases' | 'stages',
  id: string,
  direction: Direction,
): Place | undefined {
  const spans = model.outline[level];
  const index = spans.findIndex((span) => span.id === id);
  const span = spans[index];
  if (!span) return undefined;
  if (direction === 'left' || direction === 'right') {
    const next = spans[index + (direction === 'left' ? -1 : 1)];
    return next && spanPlace(level, next.id);
  }
  if (level === 'phases') return direction === 'down' ? stagePlace(model, span.column) : undefined;
  return direction === 'up' ? phasePlace(model, span.column) : belowStage(model, span.column);
}

const spanPlace = (level: 'phases' | 'stages', id: string): Place =>
  level === 'phases' ? { at: 'phase', phaseId: id } : { at: 'stage', stageId: id };

const over = (head: { readonly column: number; readonly span: number }, column: number): boolean =>
  column >= head.column && column < head.column + head.span;

function stagePlace(model: GridModel, column: number): Place | undefined {
  const found = model.outline.stages.find((stage) => over(stage, column));
  return found && { at: 'stage', stageId: found.id };
}

function phasePlace(model: GridModel, column: number): Place | undefined {
  const found = model.outline.phases.find((phase) => over(phase, column));
  return found && { at: 'phase', phaseId: found.id };
}

function belowStage(model: GridModel, column: number): Place | undefined {
  const stepId = model.columns[column]?.stepId;
  return stepId ? { at: 'step', stepId } : undefined;
}

function fromStep(model: GridModel, stepId: string, direction: Direction): Place | undefined {
  const column = model.columnOf.get(stepId);
  if (column === undefined) return undefined;
  if (direction === 'up') return stagePlace(model, column);
  if (direction === 'down') return entered(model, rowWithCells(model, -1, 'down'), stepId, 'down');
  const next = nextStep(model, column, direction);
  return next === undefined ? undefined : { at: 'step', stepId: next };
}

function fromLane(model: GridModel, laneId: string, direction: Direction): Place | undefined {
  const index = model.rows.findIndex((row) => row.laneId === laneId);
  if (direction === 'left') return undefined;
  if (direction === 'right') {
    const row = model.rows[index];
    const step = nextStep(model, -1, 'right');
    return row && row.kind !== 'line' && step !== undefined ? entered(model, row, step, 'down') : undefined;
  }
  const next = model.rows[index + (direction === 'up' ? -1 : 1)];
  return next && { at: 'lane', laneId: next.laneId };
}

function fromCell(model: GridModel, place: CellPlace, direction: Direction): Place | undefined {
  const index = model.rows.findIndex((row) => row.laneId === place.laneId);
  const row = model.rows[index];
  const column = model.columnOf.get(place.stepId);
  if (!row || column === undefined) return undefined;
  const items = itemsIn(model, place.laneId, place.stepId);
  const height = place.itemId === null ? -1 : items.indexOf(place.itemId);
  if (direction === 'left' || direction === 'right') {
    const step = nextStep(model, column, direction);
    if (step === undefined) return direction === 'left' ? { at: 'lane', laneId: place.laneId } : undefined;
    const there = itemsIn(model, place.laneId, step);
    const itemId = there[Math.min(Math.max(height, 0), there.length - 1)] ?? null;
    return { at: 'cell', laneId: place.laneId, stepId: step, itemId };
  }
  const inside = direction === 'down' ? items[height + 1] : height > 0 ? items[height - 1] : undefined;
  if (inside !== undefined) return { ...place, itemId: inside };
  const next = rowWithCells(model, index, direction);
  if (next) return entered(model, next, place.stepId, direction);
  return direction === 'up' ? { at: 'step', stepId: place.stepId } : undefined;
}

/** The next row that has cells: the lines of a blueprint have none, they are reached through the lane titles. */
function rowWithCells(model: GridModel, index: number, direction: 'up' | 'down'): Row | undefined {
  const stride = direction === 'up' ? -1 : 1;
  for (let at = index + stride; at >= 0 && at < model.rows.length; at += stride) {
    if (model.rows[at]!.kind !== 'line') return model.rows[at];
  }
  return undefined;
}

/** The first thing met when entering a cell: its top coming from above, its bottom coming from below. */
function entered(
  model: GridModel,
  row: Row | undefined,
  stepId: string,
  direction: 'up' | 'down',
): Place | undefined {
  if (!row) return undefined;
  const items = itemsIn(model, row.laneId, stepId);
  const itemId = (direction === 'down' ? items[0] : items.at(-1)) ?? null;
  return { at: 'cell', laneId: row.laneId, stepId, itemId };
}

function nextStep(model: GridModel, column: number, direction: 'left' | 'right'): string | undefined {
  const stride = direction === 'left' ? -1 : 1;
  for (let at = column + stride; at >= 0 && at < model.columns.length; at += stride) {
    const stepId = model.columns[at]?.stepId;
    if (stepId) return stepId;
  }
  return undefined;
}
