import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#client/react.tsx';
import type { MapSummary } from '#journey/contract.ts';
import { type Neighbours, neighboursOf } from '#journey/domain/portfolio/portfolio.ts';
import type { WorkspaceId } from '#kit/ids.ts';

/** The maps of the workspace and those linked with one of them; undefined until they have come. */
export function useNeighbours(
  workspaceId: WorkspaceId,
  mapId: string,
): { readonly maps: readonly MapSummary[]; readonly around: Neighbours<MapSummary> } | undefined {
  const { query } = useApi();
  const { data } = useQuery(query.journey.list.queryOptions({ input: { workspaceId } }));
  return useMemo(() => data && { maps: data, around: neighboursOf(data, mapId) }, [data, mapId]);
}
