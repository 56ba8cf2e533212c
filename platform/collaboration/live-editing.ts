import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Redis } from '@hocuspocus/extension-redis';
import {
  type beforeSyncPayload,
  type Connection,
  Hocuspocus,
  type onAuthenticatePayload,
  type onLoadDocumentPayload,
  type WebSocketLike,
} from '@hocuspocus/server';
import nodeWebSockets from 'crossws/adapters/node';
import type { DocumentKind } from '#kit/document/schema.ts';
import {
  answerSync,
  type CloseReason,
  type DocumentAddress,
  heldBack,
  parseDocumentName,
  parseGreeting,
} from '#kit/document/wire.ts';
import type { Logger } from '#platform/telemetry/log.ts';
import { Allowance, type Limits } from './limits.ts';
import type { OpenLedgers } from './open-ledgers.ts';

export type LiveEditingOptions = {
  readonly ledgers: OpenLedgers;
  readonly kinds: ReadonlyMap<string, DocumentKind>;
  readonly logger: Logger;
  readonly limits: Limits;
  readonly redis?: Redis | undefined;
  /** Who is asking, and whether they may edit this document; undefined refuses. */
  readonly authorize: (headers: Headers, address: DocumentAddress) => Promise<Editor | undefined>;
  readonly onRefused: (reason: CloseReason) => void;
};

export type Editor = { readonly author: string; readonly readOnly: boolean };

export type LiveEditing = {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all editing sessions of a document, here and on other server processes. */
  end(name: string, reason: CloseReason): void;
  connections(): number;
  documents(): number;
  destroy(): Promise<void>;
};

/** Thrown inside hooks of Hocuspocus, which reads `reason`. No message: that would be logged as a fault. */
class Refused extends Error {
  readonly reason: CloseReason;
  constructor(reason: CloseReason) {
    super('');
    this.reason = reason;
  }
}

const syncStep2 = 1;
const syncUpdate = 2;
const closeCode = 4400;
/** Three ids, two slashes and what Hocuspocus adds to tell sessions apart. */
const longestName = 300;

type Context = Partial<Editor>;

/**
 * Live editing by WebSocket. Hocuspocus speaks the protocol; the ledger decides. By the time Hocuspocus applies and
 * acknowledges an update, the ledger has checked and committed it, and has put it in the live document itself.
 */
export function createLiveEditing(options: LiveEditingOptions): LiveEditing {
  const { ledgers, kinds, logger, limits, onRefused } = options;
  const refusedConnections = new WeakSet<Connection>();

  const resolve = (name: string): { kind: DocumentKind; address: DocumentAddress } => {
    const address = parseDocumentName(name);
    const kind = address && kinds.get(address.kind);
    if (!address || !kind) throw new Refused('document.not-found');
    return { kind, address };
  };

  const end = (connection: Connection, reason: CloseReason): void => {
    if (refusedConnections.has(connection)) return;
    refusedConnections.add(connection);
    onRefused(reason);
    connection.close({ code: closeCode, reason });
    // After the answer has gone.
    setImmediate(() => connection.webSocket.close(closeCode, reason));
  };

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    extensions: options.redis ? [options.redis] : [],

    async onAuthenticate({ documentName, token, requestHeaders, connectionConfig }: onAuthenticatePayload) {
      const { kind, address } = resolve(documentName);
      if (parseGreeting(token) !== kind.version) throw new Refused('document.outdated-page');
      const editor = await options.authorize(requestHeaders, address);
      if (!editor) throw new Refused('document.forbidden');
      const found = await ledgers.use(kind, address, (ledger) => ledger.check());
      if (!found.ok) throw new Refused(found.problem.code);
      connectionConfig.readOnly = editor.readOnly;
      return editor;
    },

    async onLoadDocument({ documentName, document }: onLoadDocumentPayload) {
      const { kind, address } = resolve(documentName);
      const ledger = ledgers.acquire(kind, address);
      const attached = await ledger.attach(document);
      if (!attached.ok) {
        ledgers.release(ledger);
        throw new Refused(attached.problem.code);
      }
      document.once('destroy', () => ledgers.release(ledger));
      // Filling it counts as an update, which would be sent whole to whoever opened it, besides the answer to their question.
      document.flush();
    },

    async beforeSync({ documentName, connection, type, payload, context }: beforeSyncPayload) {
      if (connection.readOnly || (type !== syncStep2 && type !== syncUpdate)) return;
      const { kind, address } = resolve(documentName);
      const author = (context as Context).author ?? '';
      const accepted = await ledgers.use(kind, address, (ledger) => ledger.accept(payload, author));
      if (accepted.ok) {
        if (accepted.value.heldBack) connection.sendStateless(heldBack);
        return;
      }
      // From here on Hocuspocus applies nothing from this connection, and answers that it did not.
      connection.readOnly = true;
      end(connection, accepted.problem.code);
    },

    async onStateless({ connection, payload }) {
      // Messages of one connection are taken in turn: whatever came before this one has been committed, or refused.
      const answer = refusedConnections.has(connection) ? undefined : answerSync(payload);
      if (answer !== undefined) connection.sendStateless(answer);
    },

    async beforeHandleAwareness({ states, connection }) {
      const small = [...states.values()].every(
        (state) => JSON.stringify(state).length <= limits.presenceBytes,
      );
      if (small && states.size <= limits.presencePeople) return;
      states.clear();
      if (connection) end(connection, 'document.presence-too-large');
    },

    async beforeUnloadDocument({ documentName }) {
      const address = parseDocumentName(documentName);
      if (address) await ledgers.find(address)?.flush();
    },
  });

  type Session = {
    readonly client: ReturnType<Hocuspocus['handleConnection']>;
    readonly allowance: Allowance;
  };
  const sessions = new WeakMap<object, Session>();
  const sockets = nodeWebSockets({
    serverOptions: { maxPayload: limits.messageBytes },
    hooks: {
      open(peer) {
        const client = hocuspocus.handleConnection(peer.websocket as WebSocketLike, peer.request as Request);
        const allowance = new Allowance(limits.messagesPerSecond, limits.messagesAtOnce, performance.now());
        sessions.set(peer, { client, allowance });
      },
      message(peer, message) {
        const session = sessions.get(peer);
        if (!session) return;
        const bytes = message.uint8Array();
        const fault = session.allowance.take(performance.now())
          ? hasAddress(bytes)
            ? undefined
            : 'document.not-understood'
          : 'document.too-fast';
        if (fault === undefined) {
          session.client.handleMessage(bytes);
          return;
        }
        sessions.delete(peer);
        session.client.handleClose({ code: closeCode, reason: fault });
        onRefused(fault);
        peer.close(closeCode, fault);
      },
      close(peer, event) {
        sessions.get(peer)?.client.handleClose({ code: event.code ?? 1006, reason: event.reason ?? '' });
        sessions.delete(peer);
      },
      error(_peer, error) {
        logger.info({ err: error }, 'a live editing connection broke');
      },
    },
  });

  return {
    handleUpgrade(request, socket, head) {
      sockets.handleUpgrade(request, socket, head).catch((error: unknown) => {
        logger.warn({ err: error }, 'a live editing connection could not be opened');
        socket.destroy();
      });
    },
    end(name, reason) {
      const document = hocuspocus.documents.get(name);
      // Through Redis this reaches the pages of other server processes, which then leave by themselves.
      document?.broadcastStateless(reason);
      for (const connection of document?.getConnections() ?? [])
        connection.close({ code: closeCode, reason });
    },
    connections: () => hocuspocus.getConnectionsCount(),
    documents: () => hocuspocus.getDocumentsCount(),
    async destroy() {
      sockets.closeAll(1001, 'server stops');
      hocuspocus.closeConnections();
      await Promise.all(
        [...hocuspocus.documents.values()].map((document) => hocuspocus.unloadDocument(document)),
      );
      await hocuspocus.hooks('onDestroy', { instance: hocuspocus });
    },
  };
}

/** Whether a message begins with a name of believable length: anything else is not the protocol. */
function hasAddress(bytes: Uint8Array): boolean {
  const [low = 0, high = 0] = bytes;
  const length = low < 128 ? low : (low & 127) + high * 128;
  return length > 0 && length <= longestName && bytes.length > length + (low < 128 ? 1 : 2);
}
