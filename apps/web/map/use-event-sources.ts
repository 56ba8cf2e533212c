import { useQueries } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';

/** Finds the source an event of the map's data comes from; asked of the server only when there are several. */
export function useEventSources(
  workspaceId: WorkspaceId,
  measure: MapMeasure | undefined,
): (name: string, channel: string) => string | undefined {
  const { query } = useApi();
  const populations = measure?.populations ?? [];
  const several = populations.length > 1;
  const kinds = useQueries({
    queries: (several ? populations : []).map(({ sourceId }) =>
      query.measure.eventKinds.queryOptions({ input: { workspaceId, sourceId } }),
    ),
  });
  return (name, channel) => {
    if (!several) return populations[0]?.sourceId;
    const at = kinds.findIndex(({ data }) =>
      data?.some((kind) => kind.name === name && kind.channel === channel),
    );
    return populations[at]?.sourceId;
  };
}
