import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pino } from 'pino';
import { type ConnectOptions, connectDocument, type DocumentConnection } from '#kit/document/connect.ts';
import type { DocumentKind } from '#kit/document/schema.ts';
import { collaborationPath, documentName } from '#kit/document/wire.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import { randomId } from '#kit/random-id.ts';
import {
  type Collaboration,
  type CollaborationOptions,
  createCollaboration,
} from '#platform/collaboration/collaboration.ts';
import { boardKind } from './sample-document.ts';

export type CollaborationServer = {
  readonly collaboration: Collaboration;
  readonly url: string;
  /** A page's connection to a document; ended with the server if not before. */
  connect<K extends DocumentKind = typeof boardKind>(
    workspaceId: WorkspaceId,
    documentId: string,
    options?: Partial<ConnectOptions<K>>,
  ): DocumentConnection<K>;
  /** Cuts the network: open connections break, new ones fail. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

/** Live editing on a free port, with everything real but the clock if you give one. */
export async function startCollaborationServer(
  options: Pick<CollaborationOptions, 'store'> & Partial<CollaborationOptions>,
  answer?: RequestListener,
): Promise<CollaborationServer> {
  const collaboration = createCollaboration({
    kinds: [boardKind],
    logger: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    now: () => new Date(),
    newId: randomId,
    projectionDelay: 20,
    ...options,
  });
  const server = createServer(answer);
  const sockets = new Set<Duplex>();
  let reachable = true;
  server.on('upgrade', (request, socket, head) => {
    if (!reachable) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    collaboration.handleUpgrade(request, socket, head);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}${collaborationPath}`;
  const connections: DocumentConnection<DocumentKind>[] = [];
  return {
    collaboration,
    url,
    connect<K extends DocumentKind>(
      workspaceId: WorkspaceId,
      documentId: string,
      given: Partial<ConnectOptions<K>> = {},
    ) {
      const kind = given.kind ?? (boardKind as unknown as K);
      const name = documentName({ workspaceId, kind: kind.kind, documentId });
      const connection = connectDocument({ url, name, kind, offline: false, ...given });
      connections.push(connection as unknown as DocumentConnection<DocumentKind>);
      return connection;
    },
    cut() {
      reachable = false;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      reachable = true;
    },
    async close() {
      for (const connection of connections) connection.destroy();
      await collaboration.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
