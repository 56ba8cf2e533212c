import { useEffect, useState } from 'react';
import type { MapConnection } from '#journey/web/source.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { openMap } from './open-ahead.ts';

/** The live document of one map, opened with the page and closed with it; null for the moment before it is opened. */
export function useMapConnection(workspaceId: WorkspaceId, mapId: string): MapConnection | null {
  const [connection, setConnection] = useState<MapConnection | null>(null);
  useEffect(() => {
    const opened = openMap(workspaceId, mapId);
    setConnection(opened);
    return () => {
      setConnection(null);
      opened.destroy();
    };
  }, [workspaceId, mapId]);
  return connection;
}
