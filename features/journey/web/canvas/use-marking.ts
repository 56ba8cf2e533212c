import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { useMapContext } from '../view/map-context.ts';
import { type CellPlace, parsePlace, placeKey } from '../view/place.ts';

/**
 * Choosing several cells with the mouse: Shift + click to the end of a block, Ctrl + click one card more, or pressing on
 * the ground of a cell and moving over others. The keyboard does the same with Shift + arrows and Ctrl + Space.
 */
export function useMarking(grid: RefObject<HTMLDivElement | null>) {
  const { view, editor } = useMapContext();
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onMouseDown = (event: MouseEvent) => {
    const target = event.target as Element;
    const place = cellPlaceOf(target);
    if (event.button !== 0 || !place || target.closest('a, button, textarea, [role="slider"]')) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      // The browser would select text, or move the focus and let go what is chosen.
      event.preventDefault();
      if (event.shiftKey) editor.extendTo(place);
      else editor.toggle(place);
      return;
    }
    if (!view.get().marked.has(placeKey(place))) editor.clear();
    if (place.itemId === null) follow(place);
  };

  /** From the press on the ground of a cell until it is let go: the block grows to the cell under the pointer. */
  function follow(from: CellPlace) {
    let reached = placeKey(from);
    const move = (event: globalThis.MouseEvent) => {
      const under = document
        .elementFromPoint(event.clientX, event.clientY)
        ?.closest<HTMLElement>('[data-cell]');
      const [laneId, stepId] = under?.dataset.cell?.split(':') ?? [];
      if (!under || !laneId || !stepId || !grid.current?.contains(under)) return;
      const to: CellPlace = { at: 'cell', laneId, stepId, itemId: null };
      if (placeKey(to) === reached) return;
      reached = placeKey(to);
      document.getSelection()?.removeAllRanges();
      if (view.get().anchor === null) view.set({ anchor: from });
      editor.extendTo(to);
    };
    const end = () => stop.current?.();
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', end);
    stop.current = () => {
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', end);
      stop.current = null;
    };
  }

  return onMouseDown;
}

/** The cell, card or touchpoint under a pointer; undefined over heads, lane titles and the curve. */
function cellPlaceOf(target: Element): CellPlace | undefined {
  if (!target.closest('[data-cell]')) return undefined;
  const place = parsePlace(target.closest('[data-place]')?.getAttribute('data-place'));
  return place?.at === 'cell' ? place : undefined;
}
