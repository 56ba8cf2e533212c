import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiProblem, mediaUrl, sendMedia } from '#client/api.ts';
import { useApi } from '#client/react.tsx';
import type { MapStock } from '#journey/web/frame/stock.ts';

/** What the workspace keeps for its maps, and how to keep more. */
export function useStock(workspaceId: string): MapStock {
  const { api, query, options } = useApi();
  const queries = useQueryClient();
  const { data: laneSets } = useQuery(query.journey.laneSets.queryOptions({ input: { workspaceId } }));
  const { data: personas } = useQuery(query.persona.list.queryOptions({ input: { workspaceId } }));
  return useMemo(() => {
    const again = () => queries.invalidateQueries({ queryKey: query.journey.laneSets.key() });
    return {
      laneSets: laneSets ?? [],
      personas: personas ?? [],
      personaHref: (personaId) => `/w/${workspaceId}/personas/${personaId}`,
      keepLanes: async (title, lanes) => {
        await api.journey.addLaneSet({ workspaceId, title, lanes: [...lanes] });
        await again();
      },
      forgetLanes: async (laneSetId) => {
        await api.journey.removeLaneSet({ workspaceId, laneSetId });
        await again();
      },
      mediaUrl: (mediaId) => mediaUrl(options, workspaceId, mediaId),
      sendMedia: async (file, sending) => {
        try {
          return { ok: true, mediaId: await sendMedia(options, workspaceId, file, sending) };
        } catch (error) {
          return { ok: false, says: error instanceof ApiProblem ? error.message : null };
        }
      },
    };
  }, [api, query, queries, options, workspaceId, laneSets, personas]);
}
