import type { KeyboardEvent } from 'react';
import { useState } from 'react';

/**
 * One stop of the Tab key for a whole picture: arrow keys go from one of its parts to the next, Enter or Space chooses.
 * `count`: how many parts there are; each gets the properties of its number.
 */
export function useRoving(count: number) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, count - 1));
  return (index: number, onChoose?: () => void) => ({
    // Its part in the picture is to be a button, or to be looked at.
    role: onChoose ? 'button' : 'img',
    tabIndex: index === current ? 0 : -1,
    'data-part': index,
    onFocus: () => setAt(index),
    ...(onChoose && { onClick: onChoose }),
    onKeyDown: (event: KeyboardEvent<SVGElement>) => {
      if ((event.key === 'Enter' || event.key === ' ') && onChoose) {
        event.preventDefault();
        onChoose();
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
