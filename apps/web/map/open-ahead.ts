import { journeyMapDocument } from '#journey/domain/document.ts';
import type { MapConnection } from '#journey/web/source.ts';
import { connectDocument } from '#kit/document/connect.ts';
import { documentName } from '#kit/document/wire.ts';
import type { WorkspaceId } from '#kit/ids.ts';

/** Milliseconds after which nobody is expected to come for what was opened ahead. */
const patience = 15_000;

let ahead: { readonly name: string; readonly connection: MapConnection; readonly timer: number } | undefined;

const nameOf = (workspaceId: string, mapId: string): string =>
  documentName({
    workspaceId: workspaceId as WorkspaceId,
    kind: journeyMapDocument.kind,
    documentId: mapId,
  });

function connect(name: string): MapConnection {
  const url = new URL('/collaboration', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return connectDocument({ url: url.href, name, kind: journeyMapDocument, offline: true });
}

/** Asks for a map whose page is still being fetched or drawn: one of the two waits less for the other. */
export function openAhead(workspaceId: string, mapId: string): void {
  const name = nameOf(workspaceId, mapId);
  if (ahead?.name === name) return;
  leave();
  const connection = connect(name);
  ahead = { name, connection, timer: window.setTimeout(leave, patience) };
}

/** The live document of a map, opened ahead or now; whoever takes it ends it. */
export function openMap(workspaceId: string, mapId: string): MapConnection {
  const name = nameOf(workspaceId, mapId);
  if (ahead?.name !== name) return connect(name);
  const { connection, timer } = ahead;
  clearTimeout(timer);
  ahead = undefined;
  return connection;
}

function leave(): void {
  clearTimeout(ahead?.timer);
  ahead?.connection.destroy();
  ahead = undefined;
}
