import { useEffect, useState } from 'react';
import { journeyMapDocument } from '#journey/domain/document.ts';
import type { MapConnection } from '#journey/web/source.ts';
import { connectDocument } from '#kit/document/connect.ts';
import { documentName } from '#kit/document/wire.ts';
import type { WorkspaceId } from '#kit/ids.ts';

/** The live document of one map, opened with the page and closed with it; null for the moment before it is opened. */
export function useMapConnection(workspaceId: WorkspaceId, mapId: string): MapConnection | null {
  const [connection, setConnection] = useState<MapConnection | null>(null);
  useEffect(() => {
    const url = new URL('/collaboration', window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const opened = connectDocument({
      url: url.href,
      name: documentName({ workspaceId, kind: journeyMapDocument.kind, documentId: mapId }),
      kind: journeyMapDocument,
      offline: true,
    });
    setConnection(opened);
    return () => {
      setConnection(null);
      opened.destroy();
    };
  }, [workspaceId, mapId]);
  return connection;
}
