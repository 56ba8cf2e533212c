import { useLayoutEffect, useMemo } from 'react';
import { fewestCompared, type SideBySide, sideBySide } from '../../domain/personas/side-by-side.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import type { GridModel } from '../view/grid-model.ts';
import { placeKey } from '../view/place.ts';
import type { ViewStore } from '../view/view-store.ts';

export type Compared = { readonly personaIds: readonly string[]; readonly found: SideBySide };

const nobody: readonly string[] = [];

/** What differs between the personas put side by side, and its marks on the map; null while none are. */
export function useCompared(
  view: ViewStore,
  map: JourneyMap,
  model: GridModel,
  asked: readonly string[],
): Compared | null {
  const { personas } = model.outline;
  const personaIds = useMemo(() => {
    if (asked.length === 0) return nobody;
    const there = personas.flatMap(([id]) => (asked.includes(id) ? [id] : []));
    return there.length >= fewestCompared ? there : nobody;
  }, [asked, personas]);
  const compared = useMemo(
    () =>
      personaIds.length === 0 ? null : { personaIds, found: sideBySide(map, model.outline, personaIds) },
    [map, model.outline, personaIds],
  );
  useLayoutEffect(() => {
    const differing = new Set(
      (compared?.found.cells ?? []).map(({ laneId, stepId }) =>
        placeKey({ at: 'cell', laneId, stepId, itemId: null }),
      ),
    );
    const now = view.get();
    const same =
      differing.size === now.differing.size && [...differing].every((key) => now.differing.has(key));
    if (same && now.compared === personaIds) return;
    view.set({ compared: personaIds, differing: same ? now.differing : differing });
  }, [view, compared, personaIds]);
  return compared;
}
