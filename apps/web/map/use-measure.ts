import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useApi } from '#client/react.tsx';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { MapConnection } from '#journey/web/source.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';

/** What of a map its figures depend on: bindings, the order of what they are bound to, who the personas are. */
function measuredPart(map: JourneyMap): string {
  const { phases, stages, steps, touchpoints, personas, objectives } = map;
  return JSON.stringify([
    Object.entries(phases).map(([id, { order }]) => [id, order]),
    Object.entries(stages).map(([id, { order, phaseId }]) => [id, order, phaseId]),
    Object.entries(steps).map(([id, { order, stageId }]) => [id, order, stageId]),
    Object.entries(touchpoints).map(([id, { stepId, bindings }]) => [id, stepId, bindings]),
    Object.entries(personas).map(([id, { match }]) => [id, match]),
    Object.entries(objectives).map(([id, { binding }]) => [id, binding]),
  ]);
}

const isBound = (map: JourneyMap): boolean =>
  Object.values(map.touchpoints).some((touchpoint) => touchpoint.bindings.length > 0) ||
  Object.values(map.objectives).some((objective) => objective.binding !== null);

/** Steps moved one after the other are measured once. */
const settled = 400;

export type Measured = {
  /** Undefined while nothing is bound, and before the first answer. */
  readonly measure: MapMeasure | undefined;
  /** Something on the map is tied to data. */
  readonly bound: boolean;
  /** The figures shown are from before the last change; new ones are on their way. */
  readonly stale: boolean;
  readonly error: unknown;
  readonly retry: () => void;
};

/**
 * The figures of the map as it is on the server's disk, split by `by` (null: not split); computed anew when something
 * they depend on was changed and confirmed. The former figures stay until the new ones are there.
 */
export function useMeasure(
  workspaceId: WorkspaceId,
  mapId: string,
  connection: MapConnection,
  by: string | null,
): Measured {
  const { query } = useApi();
  const { document, status, unsynced } = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const part = useMemo(() => (document === undefined ? '' : measuredPart(document)), [document]);
  const [waited] = useDebouncedValue(part, settled);
  const bound = document !== undefined && isBound(document);
  const options = query.measure.measureMap.queryOptions({
    input: { workspaceId, mapId, ...(by === null ? {} : { by }) },
  });
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...options,
    queryKey: [...options.queryKey, waited],
    enabled: bound && status === 'live' && !unsynced && waited === part,
    placeholderData: keepPreviousData,
  });
  return {
    measure: bound ? data : undefined,
    bound,
    stale: bound && (isPlaceholderData || waited !== part),
    error,
    retry: () => void refetch(),
  };
}
