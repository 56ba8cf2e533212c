import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';

/** How large the map is drawn. When it changes, what stood in the middle of the window stays there. */
export function useZoom(grid: RefObject<HTMLDivElement | null>): number {
  const { view } = useMapContext();
  const zoom = useView(view, (state) => state.zoom);
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const by = zoom / before.current;
    before.current = zoom;
    const scroller = grid.current?.closest<HTMLElement>('[data-scroller]');
    if (by === 1 || !scroller) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
    scroller.scrollTo(
      (scrollLeft + clientWidth / 2) * by - clientWidth / 2,
      (scrollTop + clientHeight / 2) * by - clientHeight / 2,
    );
  }, [zoom, grid]);
  return zoom;
}
