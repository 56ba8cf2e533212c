import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useApi } from '#client/react.tsx';
import { applyChanges, type Change, changeSchema } from '#kit/document/changes.ts';
import type { WorkspaceId } from '#kit/ids.ts';

/** Letters typed in quick succession travel together. */
const gathered = 400;

/**
 * Edits of maps that are not open: shown at once, and sent through the live document of each, so that whoever has it
 * open sees them. What the server refuses is taken back.
 */
export function useMapEdits(workspaceId: WorkspaceId) {
  const { api, query } = useApi();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const edits = useMemo(() => {
    const waiting = new Map<string, Change[]>();
    let timer = 0;
    const send = () => {
      for (const [mapId, changes] of waiting) {
        waiting.delete(mapId);
        const input = { workspaceId, mapId };
        api.journey
          .change({ ...input, changes: changes.map((change) => changeSchema.parse(change)) })
          .then(() => setError(null), setError)
          .finally(() => {
            if (!waiting.has(mapId))
              void client.invalidateQueries({ queryKey: query.journey.get.queryKey({ input }) });
          });
      }
    };
    return {
      send,
      edit(mapId: string, changes: readonly Change[]) {
        const { queryKey } = query.journey.get.queryOptions({ input: { workspaceId, mapId } });
        client.setQueryData(queryKey, (old) => old && { ...old, map: applyChanges(old.map, changes) });
        waiting.set(mapId, [...(waiting.get(mapId) ?? []), ...changes]);
        window.clearTimeout(timer);
        timer = window.setTimeout(send, gathered);
      },
    };
  }, [api, query, client, workspaceId]);
  // What is still waiting when the page is left goes with it.
  useEffect(() => edits.send, [edits]);
  return { edit: edits.edit, error };
}
