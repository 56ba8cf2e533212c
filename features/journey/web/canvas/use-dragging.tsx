import { type PointerEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Box, dropIndex, positionAt } from '../view/drop-target.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { itemsIn, type Place, parsePlace } from '../view/place.ts';
import frame from './canvas.module.css';

/** What the drop would do, and the line that says where. */
type Target = { readonly line: Box; readonly drop: () => void };
type Drag = {
  readonly place: Place;
  readonly kind: 'item' | 'step' | 'stage' | 'phase' | 'lane';
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly target: Target | null;
};

const threshold = 6;
const longPress = 350;
const edge = 48;

/**
 * Carrying a card, a column or a lane with the pointer. A mouse carries as soon as it moves; a finger after a long
 * press, so that it can still scroll. Everything it does can be done from the menu and the keyboard.
 */
export function useDragging(grid: RefObject<HTMLDivElement | null>, model: GridModel) {
  const { editor } = useMapContext();
  const [drag, setDrag] = useState<Drag | null>(null);
  const current = useRef<Drag | null>(null);
  const latest = useRef(model);
  latest.current = model;
  const droppedAt = useRef(0);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const update = (next: Drag | null) => {
    current.current = next;
    setDrag(next);
  };

  const onPointerDown = (event: PointerEvent) => {
    const source = (event.target as Element).closest<HTMLElement>('[data-drag]');
    const place = parsePlace(source?.dataset.place);
    const kind = source?.dataset.drag as Drag['kind'] | undefined;
    if (!source || !place || !kind || event.button !== 0 || !event.isPrimary) return;
    if ((event.target as Element).closest('a, button, textarea, [role="slider"]')) return;
    const { clientX: fromX, clientY: fromY, pointerType } = event;
    const label = (source.querySelector('[data-label]')?.textContent ?? '').slice(0, 80);
    let carrying = false;
    const scroller = grid.current?.closest<HTMLElement>('[data-scroller]');
    const begin = () => {
      carrying = true;
      document.getSelection()?.removeAllRanges();
    };
    const timer = pointerType === 'mouse' ? 0 : window.setTimeout(begin, longPress);
    const move = (moved: globalThis.PointerEvent) => {
      const far = Math.hypot(moved.clientX - fromX, moved.clientY - fromY) > threshold;
      if (!carrying && far && pointerType === 'mouse') begin();
      if (!carrying) {
        if (far) end();
        return;
      }
      const { clientX: x, clientY: y } = moved;
      if (scroller) scrollAtEdges(scroller, x, y);
      update({ place, kind, label, x, y, target: targetAt(kind, place, x, y) });
    };
    const end = (dropped?: globalThis.PointerEvent) => {
      window.clearTimeout(timer);
      stop.current?.();
      if (carrying) droppedAt.current = performance.now();
      if (dropped) current.current?.target?.drop();
      update(null);
    };
    const keys = (pressed: globalThis.KeyboardEvent) => {
      if (pressed.key === 'Escape' && carrying) {
        pressed.stopPropagation();
        end();
      }
    };
    const hold = (touch: TouchEvent) => carrying && touch.preventDefault();
    const cancel = () => end();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', keys, true);
    window.addEventListener('touchmove', hold, { passive: false });
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', keys, true);
      window.removeEventListener('touchmove', hold);
      stop.current = null;
    };
  };

  function targetAt(kind: Drag['kind'], place: Place, x: number, y: number): Target | null {
    const { current: root } = grid;
    if (!root) return null;
    if (kind === 'item') return place.at === 'cell' ? itemTarget(root, place, x, y) : null;
    return kind === 'lane' ? laneTarget(root, place, y) : columnTarget(root, kind, place, x);
  }

  function itemTarget(
    root: HTMLElement,
    place: Extract<Place, { at: 'cell' }>,
    x: number,
    y: number,
  ): Target | null {
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell]');
    const [laneId, stepId] = cell?.dataset.cell?.split(':') ?? [];
    if (!cell || !laneId || !stepId || !root.contains(cell) || place.itemId === null) return null;
    const now = latest.current;
    const kinds = [place.laneId, laneId].map((id) => now.rows.find((row) => row.laneId === id)?.kind);
    if (kinds[0] !== kinds[1]) return null;
    const boxes = [...cell.querySelectorAll('[data-drag="item"]')].map((item) =>
      item.getBoundingClientRect(),
    );
    const index = dropIndex(boxes, y, 'y');
    const inside = cell.getBoundingClientRect();
    const top = boxes[index]?.top ?? (boxes.at(-1)?.bottom ?? inside.top + 6) + 3;
    const position = positionAt(itemsIn(now, laneId, stepId), index, place.itemId);
    return {
      line: { left: inside.left + 8, top: top - 4, width: inside.width - 16, height: 2 },
      drop: () => editor.drop(place, { laneId, stepId, ...position }),
    };
  }

  function laneTarget(root: HTMLElement, place: Place, y: number): Target | null {
    if (place.at !== 'lane') return null;
    const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
    const boxes = rows.map((row) => row.getBoundingClientRect());
    const index = dropIndex(boxes, y, 'y');
    const top = boxes[index]?.top ?? boxes.at(-1)?.bottom;
    if (top === undefined) return null;
    const ids = rows.map((row) => row.dataset.row ?? '');
    const whole = visibleBox(root);
    return {
      line: { left: whole.left, top: top - 1, width: whole.width, height: 2 },
      drop: () => editor.dropLane(place.laneId, positionAt(ids, index, place.laneId)),
    };
  }

  function columnTarget(
    root: HTMLElement,
    kind: 'step' | 'stage' | 'phase',
    place: Place,
    x: number,
  ): Target | null {
    const heads = [...root.querySelectorAll<HTMLElement>(`[data-drag="${kind}"]`)];
    const boxes = heads.map((head) => head.getBoundingClientRect());
    const index = dropIndex(boxes, x, 'x');
    const left = boxes[index]?.left ?? boxes.at(-1)?.right;
    if (left === undefined) return null;
    const last = heads.at(-1);
    const columnOf = (head: HTMLElement) => Number(head.dataset.column);
    const at = heads[index];
    const column = at ? columnOf(at) : last ? columnOf(last) + Number(last.dataset.span) : 0;
    const whole = visibleBox(root);
    return {
      line: { left: left - 1, top: whole.top, width: 2, height: whole.height },
      drop: () => editor.dropColumn(place, column),
    };
  }

  const overlay: ReactNode =
    drag &&
    createPortal(
      <>
        {drag.target && <div className={frame.dropLine} style={{ ...drag.target.line }} />}
        <div className={frame.ghost} style={{ left: drag.x + 10, top: drag.y + 8 }}>
          {drag.label}
        </div>
      </>,
      document.body,
    );
  /** The click that ends a drag opens nothing. */
  const justDropped = () => performance.now() - droppedAt.current < 250;
  return { onPointerDown, overlay, justDropped };
}

function visibleBox(root: HTMLElement): Box {
  const frame = root.closest('[data-scroller]')?.getBoundingClientRect() ?? root.getBoundingClientRect();
  const own = root.getBoundingClientRect();
  const left = Math.max(frame.left, own.left);
  const top = Math.max(frame.top, own.top);
  return {
    left,
    top,
    width: Math.min(frame.right, own.right) - left,
    height: Math.min(frame.bottom, own.bottom) - top,
  };
}

function scrollAtEdges(scroller: HTMLElement, x: number, y: number): void {
  const box = scroller.getBoundingClientRect();
  const push = (at: number, low: number, high: number) => (at < low + edge ? -14 : at > high - edge ? 14 : 0);
  scroller.scrollBy(push(x, box.left, box.right), push(y, box.top, box.bottom));
}
