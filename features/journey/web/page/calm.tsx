import { type ReactNode, useDeferredValue } from 'react';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';

/**
 * What stands around the map. While somebody types in a cell it follows once the letter is painted: a letter waits for
 * its cell alone. At other times it follows at once, its own fields being typed in.
 */
export function Calm({ children }: { readonly children: ReactNode }) {
  const { view } = useMapContext();
  const typing = useView(view, (now) => now.editing !== null);
  const late = useDeferredValue(children);
  return typing ? late : children;
}
