import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#client/react.tsx';
import type { InventoryMap } from '#journey/domain/inventory/inventory.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { inOrder } from '#kit/document/order.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { liveMap } from '#measure/web/live-map.ts';
import { everyone } from '#measure/web/place.ts';
import { useText as useMeasureText } from '#measure/web/text.ts';
import { useFormat } from '#ui/i18n.ts';

type OneMap = { readonly mapId: string; readonly map: JourneyMap };

/** Of the channels of a persona, in order of preference: the further ones are merely taken too. */
const mostPreferred = 2;

/** Figures asked for again sooner would be the same. */
const fresh = 60_000;

/** Maps with what the inventory says of their touchpoints: volume, satisfaction, and the channels their personas prefer. */
export function useFigures(workspaceId: WorkspaceId, maps: readonly OneMap[]): readonly InventoryMap[] {
  const { query } = useApi();
  const words = useMeasureText();
  const format = useFormat();
  const bound = useMemo(
    () =>
      maps.filter(({ map }) => Object.values(map.touchpoints).some(({ bindings }) => bindings.length > 0)),
    [maps],
  );
  const measured = useQueries({
    queries: bound.map(({ mapId }) => ({
      ...query.measure.measureMap.queryOptions({ input: { workspaceId, mapId } }),
      staleTime: fresh,
    })),
    combine: (answers) => answers.map(({ data }) => data),
  });
  const personaIds = useMemo(() => {
    const named = maps.flatMap(({ map }) =>
      Object.values(map.personas).flatMap((one) => one.personaId ?? []),
    );
    return [...new Set(named)].sort();
  }, [maps]);
  const personas = useQueries({
    queries: personaIds.map((personaId) => ({
      ...query.persona.get.queryOptions({ input: { workspaceId, personaId } }),
      staleTime: fresh,
    })),
    combine: (answers) => answers.map(({ data }) => data?.persona),
  });
  return useMemo(() => {
    const channelsOf = new Map(
      personaIds.map((id, index) => [
        id,
        inOrder(personas[index]?.channels ?? {})
          .slice(0, mostPreferred)
          .map(([, { channel }]) => channel),
      ]),
    );
    return maps.map(({ mapId, map }) => {
      const measure = measured[bound.findIndex((one) => one.mapId === mapId)];
      return {
        mapId,
        map,
        ...(measure && { figures: liveMap({ t: words, format }, measure, everyone).touchpoints }),
        preferred: Object.fromEntries(
          Object.entries(map.personas).flatMap(([id, { personaId }]) =>
            personaId === null ? [] : [[id, channelsOf.get(personaId) ?? []]],
          ),
        ),
      };
    });
  }, [maps, measured, personas, words, format, bound, personaIds]);
}
