import { type ReactNode, startTransition, useEffect, useReducer, useRef } from 'react';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';

/** Milliseconds without a letter after which what stands around follows, and how long it may stay behind. */
const pause = 200;
const longest = 1000;

/**
 * What stands around the map. While somebody types in a cell it follows when the letters pause: a letter, and the next one,
 * wait for the cell alone. At other times it follows at once, its own fields being typed in.
 */
export function Calm({ children }: { readonly children: ReactNode }) {
  const { view } = useMapContext();
  const typing = useView(view, (now) => now.editing !== null);
  const [, follow] = useReducer((count: number) => count + 1, 0);
  const shown = useRef(children);
  const behindSince = useRef<number | null>(null);
  if (!typing) shown.current = children;

  useEffect(() => {
    if (shown.current === children) {
      behindSince.current = null;
      return;
    }
    behindSince.current ??= performance.now();
    const left = behindSince.current + longest - performance.now();
    const timer = setTimeout(
      () => {
        behindSince.current = null;
        shown.current = children;
        startTransition(follow);
      },
      Math.max(0, Math.min(pause, left)),
    );
    return () => clearTimeout(timer);
  }, [children]);

  return shown.current;
}
