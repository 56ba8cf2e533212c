import type { KeyboardEvent, MouseEvent } from 'react';
import { useState } from 'react';

/** A part of a picture that was chosen, and the point of the window it was chosen at. */
export type Chosen = { readonly part: SVGElement; readonly x: number; readonly y: number };

/**
 * One stop of the Tab key for a whole picture: arrow keys go from one of its parts to the next, Enter or Space chooses.
 * `count`: how many parts there are; each gets the properties of its number.
 */
export function useRoving(count: number) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, count - 1));
  return (index: number, onChoose?: (chosen: Chosen) => void) => ({
    // Its part in the picture is to be a button, or to be looked at.
    role: onChoose ? 'button' : 'img',
    tabIndex: index === current ? 0 : -1,
    'data-part': index,
    onFocus: () => setAt(index),
    ...(onChoose && {
      'aria-haspopup': 'menu' as const,
      onClick: ({ currentTarget: part, clientX: x, clientY: y }: MouseEvent<SVGElement>) =>
        onChoose({ part, x, y }),
    }),
    onKeyDown: (event: KeyboardEvent<SVGElement>) => {
      if ((event.key === 'Enter' || event.key === ' ') && onChoose) {
        event.preventDefault();
        const part = event.currentTarget;
        const { left, top, width, height } = part.getBoundingClientRect();
        onChoose({ part, x: left + Math.min(width / 2, 120), y: top + height / 2 });
        return;
      }
      const next = {
        ArrowRight: index + 1,
        ArrowDown: index + 1,
        ArrowLeft: index - 1,
        ArrowUp: index - 1,
        Home: 0,
        End: count - 1,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      event.currentTarget.ownerSVGElement
        ?.querySelector<SVGElement>(`[data-part="${Math.max(0, Math.min(count - 1, next))}"]`)
        ?.focus();
    },
  });
}
