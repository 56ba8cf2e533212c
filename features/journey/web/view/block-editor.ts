import type { Change } from '#kit/document/changes.ts';
import {
  type Block,
  blockTexts,
  blockType,
  copyBlock,
  mostLetters,
  mostThings,
  readBlock,
  textBlock,
  thingsIn,
} from '../../domain/clipboard/block.ts';
import { pasteBlock } from '../../domain/clipboard/paste-block.ts';
import { readTabText, writeTabText } from '../../domain/clipboard/tab-text.ts';
import { moveMany, removeMany } from '../../domain/edit/many.ts';
import type { EditorPorts } from './editor-ports.ts';
import type { Direction, Intention } from './keyboard.ts';
import type { Seen } from './map-commands.ts';
import {
  itemRows,
  markedAll,
  markedBetween,
  markedCells,
  markedItems,
  movedBy,
  nextCorner,
} from './marking.ts';
import type { ToolSaying } from './notice.ts';
import { type CellPlace, itemsIn, type Place, parsePlace, placeKey } from './place.ts';

/** What a clipboard event gives and takes. */
export type Clip = {
  readonly getData: (type: string) => string;
  readonly setData: (type: string, text: string) => void;
};

type BlockPorts = Pick<EditorPorts, 'view' | 'newId' | 'seen' | 'notify'> & {
  readonly send: (changes: readonly Change[]) => boolean;
};

/** Choosing several cells and cards, and what is done with all of them at once: delete, move, copy, paste. */
export function createBlockEditor({ view, newId, seen, notify, send }: BlockPorts) {
  const say = (says: ToolSaying, count = 0, undo = false) => notify({ kind: 'tool', says, count, undo });
  /** What was copied here last, and as what text. */
  let copied: { readonly text: string; readonly block: Block } | undefined;
  const withSeen = (act: (now: Seen) => void): void => {
    const now = seen();
    if (now) act(now);
  };
  const mark = (now: Seen, marked: ReadonlySet<string>, anchor: CellPlace | null) => {
    view.set({ marked, anchor });
    say('chosen', markedItems(now.model, marked).length);
  };

  /** Chooses from where choosing began (or from the place left) to a place. */
  function extendTo(to: CellPlace): void {
    withSeen((now) => {
      const { anchor, place } = view.get();
      const from = anchor ?? (place?.at === 'cell' ? place : to);
      // In a cell of several cards, the cell itself as an end means the whole cell.
      const block = markedBetween(now.model, from, to);
      view.goTo(to, { keep: true });
      mark(now, block, from);
    });
  }

  function extend(direction: Direction, far: boolean): void {
    const now = seen();
    const { anchor, place } = view.get();
    if (!now || place?.at !== 'cell') return;
    const next = nextCorner(now.model, anchor ?? place, place, direction, far);
    if (next) extendTo(next);
  }

  /** Adds one card to what is chosen, or takes it away. */
  function toggle(place: CellPlace): void {
    withSeen((now) => {
      const { marked, place: here } = view.get();
      const next = new Set(marked);
      const keys =
        place.itemId === null ? markedBetween(now.model, place, place) : new Set([placeKey(place)]);
      // The first one chosen with others is the one the reader already stood on.
      if (next.size === 0 && here?.at === 'cell' && here.itemId !== null && !keys.has(placeKey(here))) {
        next.add(placeKey(here));
      }
      const off = [...keys].every((key) => next.has(key));
      for (const key of keys) {
        if (off) next.delete(key);
        else next.add(key);
      }
      view.goTo(place, { keep: true });
      mark(now, next, place);
    });
  }

  const clear = () => view.set({ marked: new Set(), anchor: null });

  /** The things an action is about: those chosen together, else the one at the place. */
  function chosen(now: Seen, place: Place | null): { keys: ReadonlySet<string>; several: boolean } {
    const { marked } = view.get();
    const key = place && placeKey(place);
    if (marked.size > 0 && (key === null || marked.has(key))) return { keys: marked, several: true };
    if (place?.at !== 'cell') return { keys: new Set(), several: false };
    return {
      keys: place.itemId === null ? markedBetween(now.model, place, place) : new Set([placeKey(place)]),
      several: false,
    };
  }

  /** false: nothing is chosen together, the key is about the one place. */
  function removeChosen(place: Place | null): boolean {
    const now = seen();
    if (!now) return false;
    const { keys, several } = chosen(now, place);
    if (!several) return false;
    const items = markedItems(now.model, keys);
    const first = [...keys].map(parsePlace).find((one) => one?.at === 'cell');
    if (
      items.length === 0 ||
      !send(
        removeMany(
          now.map,
          items.map(({ itemId }) => itemId),
        ),
      )
    )
      return true;
    clear();
    if (first?.at === 'cell') view.goTo({ ...first, itemId: null });
    say('removed', items.length, true);
    return true;
  }

  function moveChosen(place: Place | null, direction: Direction): boolean {
    const by = {
      steps: direction === 'left' ? -1 : direction === 'right' ? 1 : 0,
      lanes: direction === 'up' ? -1 : direction === 'down' ? 1 : 0,
    };
    return shift(place, by);
  }

  function shift(place: Place | null, by: { readonly steps: number; readonly lanes: number }): boolean {
    const now = seen();
    if (!now) return false;
    const { keys, several } = chosen(now, place);
    if (!several) return false;
    const items = markedItems(now.model, keys);
    const moves = movedBy(now.model, items, by);
    if (moves === undefined || moves.length === 0) {
      say('edge');
      return true;
    }
    if (!send(moveMany(now.map, moves))) return true;
    const keyOf = (move: (typeof moves)[number]) =>
      placeKey({ at: 'cell', laneId: move.laneId, stepId: move.stepId, itemId: move.id });
    const head = moves.find(({ id }) => place?.at === 'cell' && place.itemId === id) ?? moves[0]!;
    const stands: CellPlace = { at: 'cell', laneId: head.laneId, stepId: head.stepId, itemId: head.id };
    view.goTo(stands, { keep: true });
    view.set({ marked: new Set(moves.map(keyOf)), anchor: stands });
    say('moved', moves.length, true);
    return true;
  }

  /** Dropping one of the chosen cards takes the others with it, all by the same way. false: only that one is carried. */
  function dropChosen(place: CellPlace, to: { readonly laneId: string; readonly stepId: string }): boolean {
    const now = seen();
    if (!now || !view.get().marked.has(placeKey(place)) || view.get().marked.size < 2) return false;
    const rows = itemRows(now.model).map(({ laneId }) => laneId);
    const steps = now.model.outline.steps.map(({ id }) => id);
    return shift(place, {
      steps: steps.indexOf(to.stepId) - steps.indexOf(place.stepId),
      lanes: rows.indexOf(to.laneId) - rows.indexOf(place.laneId),
    });
  }

  function blockAt(now: Seen, place: Place | null): Block | undefined {
    const { keys } = chosen(now, place);
    const cells = markedCells(now.model, keys);
    const block = copyBlock(now.map, cells);
    return thingsIn(block) === 0 ? undefined : block;
  }

  /** Copies what is chosen: as a block for Parcours, as tabs and lines for everything else. false: nothing to copy. */
  function copy(place: Place | null, clip: Clip, cut: boolean): boolean {
    const now = seen();
    const block = now && blockAt(now, place);
    if (!now || !block) return false;
    clip.setData(blockType, JSON.stringify(block));
    const texts = blockTexts(block);
    const alone = texts.length === 1 && texts[0]!.length === 1;
    const text = alone ? texts[0]![0]! : writeTabText(texts);
    clip.setData('text/plain', text);
    copied = { text, block };
    const ids = markedItems(now.model, chosen(now, place).keys).map(({ itemId }) => itemId);
    if (!cut) say('copied', ids.length);
    else if (send(removeMany(now.map, ids))) {
      clear();
      if (place?.at === 'cell') view.goTo({ ...place, itemId: null });
      say('cut', ids.length, true);
    }
    return true;
  }

  /** Pastes when asked by the menu: the browser may not show what the clipboard holds, and only shows its text. */
  async function pasteByHand(place: CellPlace): Promise<void> {
    try {
      const text = await navigator.clipboard.readText();
      if (copied?.text === text) paste(place, copied.block);
      else if (!pasteText(place, text)) say('empty');
    } catch {
      say('useKeys');
    }
  }

  /** Pastes what the clipboard holds; false where the browser should do it itself. */
  function pasteClip(place: CellPlace, clip: Pick<Clip, 'getData'>): boolean {
    const block = readBlock(clip.getData(blockType));
    if (block) {
      paste(place, block);
      return true;
    }
    return pasteText(place, clip.getData('text/plain'));
  }

  function pasteText(place: CellPlace, text: string): boolean {
    if (text.trim() === '') return false;
    if (text.length > mostLetters) say('tooLarge');
    else paste(place, textBlock(readTabText(text) ?? [[text]]));
    return true;
  }

  /** `fit`: what has no step is left out; `grow`: steps are added for it; without either the reader is asked. */
  function paste(place: CellPlace, block: Block, how?: 'fit' | 'grow'): void {
    withSeen((now) => {
      const { model, map, personaId } = now;
      const rows = itemRows(model);
      const top = rows.findIndex(({ laneId }) => laneId === place.laneId);
      const left = model.outline.steps.findIndex(({ id }) => id === place.stepId);
      if (top < 0 || left < 0) return say('nowhere');
      if (thingsIn(block) > mostThings) return say('tooLarge');
      const stepIds = model.outline.steps.slice(left).map(({ id }) => id);
      const columns = Math.max(...block.rows.map((row) => row.length)) - stepIds.length;
      if (columns > 0 && how === undefined) {
        return view.set({ beyond: { place, block, columns, locked: map.structureLocked } });
      }
      const pasted = pasteBlock(
        map,
        block,
        {
          lanes: rows.slice(top).map((row) => ({
            laneId: row.laneId,
            holds: row.kind === 'touchpoints' ? 'touchpoints' : 'cards',
          })),
          stepIds,
          afterId: place.itemId,
          personaId,
          addSteps: how === 'grow',
        },
        newId,
      );
      const first = pasted.born[0];
      if (!first) return pasted.matched > 0 ? say('known') : undefined;
      if (!send(pasted.changes)) return;
      const stands: CellPlace = { at: 'cell', laneId: first.laneId, stepId: first.stepId, itemId: first.id };
      view.goTo(stands);
      const count = pasted.born.length;
      if (count > 1) {
        const keys = pasted.born.map(({ id, laneId, stepId }) =>
          placeKey({ at: 'cell', laneId, stepId, itemId: id }),
        );
        view.set({ marked: new Set(keys), anchor: stands });
      }
      const says: ToolSaying =
        pasted.beyond.rows > 0
          ? 'pastedSome'
          : pasted.personas.length > 0
            ? 'pastedPersonas'
            : pasted.matched > 0
              ? 'pastedKnown'
              : 'pasted';
      if (count > 1 || says !== 'pasted') say(says, count, true);
    });
  }

  /** A copy of what is chosen, right after it in the same cells. */
  function duplicate(place: Place | null): void {
    withSeen((now) => {
      const { keys } = chosen(now, place);
      const cells = markedCells(now.model, keys);
      const corner = cells[0]?.[0];
      const block = copyBlock(now.map, cells);
      if (!corner || thingsIn(block) === 0) return;
      const after = corner.itemIds.at(-1) ?? itemsIn(now.model, corner.laneId, corner.stepId).at(-1) ?? null;
      paste({ at: 'cell', laneId: corner.laneId, stepId: corner.stepId, itemId: after }, block, 'fit');
    });
  }

  /** false: the key is not about several things. */
  function perform(place: Place, intention: Intention): boolean {
    if (intention.do === 'extend') extend(intention.direction, intention.far);
    else if (intention.do === 'toggle') {
      if (place.at === 'cell') toggle(place);
    } else if (intention.do === 'all') withSeen((now) => mark(now, markedAll(now.model), null));
    else if (intention.do === 'duplicate') duplicate(place);
    else if (intention.do === 'leave' && view.get().marked.size > 0) clear();
    else return false;
    return true;
  }

  return {
    perform,
    extendTo,
    toggle,
    clear,
    removeChosen,
    moveChosen,
    dropChosen,
    copy,
    pasteClip,
    pasteByHand,
    /** A text longer than a title holds was pasted in one. */
    refuseLong: () => say('tooLong'),
    pasteBlock: paste,
    duplicate,
  };
}
