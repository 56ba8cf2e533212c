import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { IndexeddbPersistence } from 'y-indexeddb';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Problem, problem } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Change, diff } from './changes.ts';
import { DocumentProjection } from './projection.ts';
import { readChanges, type SetAside } from './read-document.ts';
import type { DocumentKind, DocumentOf } from './schema.ts';
import { type CloseReason, greeting, heldBack, isFinalReason, syncAnswer, syncQuestion } from './wire.ts';
import { metaOf } from './y-layout.ts';
import { applyToYDoc, undoManager } from './yjs.ts';

/** `offline` keeps trying; `refused` does not, and says why. */
export type ConnectionStatus = 'connecting' | 'live' | 'offline' | 'refused';

/** Everything a page shows of a document. Immutable; the same object as long as nothing changed. */
export type DocumentState<D> = {
  readonly status: ConnectionStatus;
  /** Why the server ended the session, when `refused`. */
  readonly reason: CloseReason | undefined;
  /** Whether this person may only look. */
  readonly readOnly: boolean;
  /** Whether something of ours is not on the server's disk yet. */
  readonly unsynced: boolean;
  /** Whether this device keeps the document, to open it without a network. */
  readonly keptHere: boolean;
  /** Undefined until the document has come from this device or from the server. What did not change keeps its identity. */
  readonly document: D | undefined;
  readonly setAside: readonly SetAside[];
  /** Why there is a document that cannot be shown. */
  readonly problem: Problem | undefined;
  /** How often the server has put back what the lock of the document keeps, of what this page edited unaware. */
  readonly heldBack: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

export type DocumentConnection<K extends DocumentKind> = {
  readonly kind: K;
  readonly ydoc: Y.Doc;
  /** Who else is here; set your own with `setLocalStateField`. */
  readonly awareness: Awareness;
  /** Both for `useSyncExternalStore`. */
  readonly snapshot: () => DocumentState<DocumentOf<K>>;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Edits, at once on this page and soon everywhere. Changes to one and the same field in quick succession (typing) are
   * one step of undo, anything else is a step of its own. Problems: `document.not-loaded`, `document.read-only`, `document.invalid-change`, what
   * the lock of the kind says, or the reason for which the session was refused: nothing is applied that could not be kept.
   */
  change(changes: readonly Change[]): Result<void>;
  /** Brings the document to this JSON by the difference: restoring a version, undone like any edit. */
  replaceWith(document: DocumentOf<K>): Result<void>;
  /** Takes back one's own last step, never those of others. */
  undo(): void;
  redo(): void;
  /** Forgets what this device keeps of the document, also what never reached the server. Ends the connection. */
  discardLocal(): Promise<void>;
  /** Ends the connection. What is kept on this device stays. */
  destroy(): void;
};

export type ConnectOptions<K extends DocumentKind> = {
  /** `ws://host/collaboration` */
  readonly url: string;
  /** See `documentName`. */
  readonly name: string;
  readonly kind: K;
  /** Keeps the document on this device (IndexedDB), to read and edit it without a network. */
  readonly offline: boolean;
};

/** Opens a document for live editing. Needs a browser, or Node when `offline` is false. */
export function connectDocument<K extends DocumentKind>(options: ConnectOptions<K>): DocumentConnection<K> {
  const { kind } = options;
  const ydoc = new Y.Doc();
  const awareness = new Awareness(ydoc);
  const projection = new DocumentProjection(kind, ydoc);
  const origin = { own: kind.kind };
  const undo = undoManager(kind, ydoc, origin);
  const listeners = new Set<() => void>();
  const persistence = options.offline
    ? new IndexeddbPersistence(`parcours:${options.name}`, ydoc)
    : undefined;

  let status: ConnectionStatus = 'connecting';
  let reason: CloseReason | undefined;
  let readOnly = false;
  let state: DocumentState<DocumentOf<K>> | undefined;
  /** Path of what was last typed in, or of what typing made exist. */
  let lastField: string | undefined;
  /** Counts what the server must confirm: a confirmation of an older count is not one of what came after. */
  let edits = 0;
  let confirmed = -1;
  let held = 0;

  const tell = (): void => {
    state = undefined;
    for (const listener of listeners) listener();
  };
  const become = (next: ConnectionStatus): void => {
    if (status === next || status === 'refused') return;
    status = next;
    tell();
  };
  const refuse = (why: CloseReason): void => {
    reason = why;
    become('refused');
    socket.disconnect();
  };
  /** The server ended the session but may take another: a new socket makes a new session. */
  const startOver = (): void => {
    socket.webSocket?.close();
  };

  const socket = new Socket({
    url: options.url,
    delay: 500,
    minDelay: 500,
    maxDelay: 10_000,
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.name,
    document: ydoc,
    awareness,
    token: greeting(kind.version),
    onAuthenticated({ scope }) {
      readOnly = scope === 'readonly';
      tell();
    },
    onSynced: () => become('live'),
    onDisconnect: () => become('offline'),
    onClose({ event }) {
      if (isFinalReason(event.reason)) refuse(event.reason);
      else if (event.code === messageTooBig) refuse('document.too-large');
      else if (event.code === closedByMessage) startOver();
    },
    onAuthenticationFailed({ reason: why }) {
      if (isFinalReason(why)) refuse(why);
      else startOver();
    },
    onUnsyncedChanges({ number }) {
      // The provider counts answers, not contents; after a reconnection they may belong to older messages. Messages of
      // one session are answered in order, so the answer to this question covers everything sent before it.
      if (number === 0 && confirmed !== edits) provider.sendStateless(syncQuestion(edits));
    },
    onStateless({ payload }) {
      if (isFinalReason(payload)) refuse(payload);
      if (payload === heldBack) {
        held += 1;
        tell();
      }
      const answered = syncAnswer(payload);
      if (answered === undefined || answered <= confirmed) return;
      confirmed = answered;
      tell();
    },
  });

  ydoc.on('update', (_update: Uint8Array, from: unknown) => {
    if (from === provider) return;
    edits += 1;
    tell();
  });
  projection.subscribe(tell);
  persistence?.on('synced', tell);
  provider.attach();
  undo.on('stack-item-added', tell);
  undo.on('stack-item-popped', tell);
  undo.on('stack-cleared', tell);

  const read = (): DocumentState<DocumentOf<K>> => {
    const here = metaOf(ydoc).has('kind');
    const reading = here ? projection.read() : undefined;
    return {
      status,
      reason,
      readOnly,
      unsynced: confirmed !== edits,
      keptHere: persistence?.synced ?? false,
      document: reading?.ok ? reading.value.document : undefined,
      setAside: reading?.ok ? reading.value.setAside : [],
      problem: reading && !reading.ok ? reading.problem : undefined,
      heldBack: held,
      canUndo: undo.canUndo(),
      canRedo: undo.canRedo(),
    };
  };
  const snapshot = (): DocumentState<DocumentOf<K>> => {
    state ??= read();
    return state;
  };

  const change = (changes: readonly Change[]): Result<void> => {
    if (reason) return fail(problem(reason));
    if (readOnly) return fail(problem('document.read-only', undefined, 403));
    const { document } = snapshot();
    if (!document) return fail(snapshot().problem ?? problem('document.not-loaded'));
    const checked = readChanges(kind, changes);
    if (!checked.ok) return checked;
    const locked = kind.lock?.refuses(document, checked.value);
    if (locked) return fail(locked);
    const field = typedField(changes);
    if (field === undefined || !continuesTyping(lastField, field)) undo.stopCapturing();
    lastField = field ?? bornEntity(changes);
    applyToYDoc(kind, ydoc, checked.value, origin);
    return ok(undefined);
  };

  const destroy = (): void => {
    listeners.clear();
    projection.stop();
    undo.destroy();
    provider.destroy();
    socket.destroy();
    ydoc.destroy();
  };

  return {
    kind,
    ydoc,
    awareness,
    snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    replaceWith(document) {
      const present = snapshot().document;
      if (!present) return change([]);
      lastField = undefined;
      return change(diff(kind.layout.collections.keys(), present, document));
    },
    undo() {
      lastField = undefined;
      if (!reason) undo.undo();
    },
    redo() {
      lastField = undefined;
      if (!reason) undo.redo();
    },
    async discardLocal() {
      await persistence?.clearData();
      destroy();
    },
    destroy,
  };
}

/**
 * Keeps nothing to be sent later: at each beginning both sides compare what they have, so that all that was edited
 * without a connection goes as one update. Sent edit by edit besides, it would be judged so by the server: a lane made
 * offline before the cards that stand in it.
 */
class Socket extends HocuspocusProviderWebsocket {
  override send(message: Parameters<HocuspocusProviderWebsocket['send']>[0]): void {
    if (this.webSocket?.readyState === openSocket) super.send(message);
  }
}
/** `WebSocket.OPEN`, also where the class is not global. */
const openSocket = 1;

/** What a WebSocket closes with when a message is over the server's limit. */
const messageTooBig = 1009;
/** What the provider reports for a close that came as a message: the session ended, the socket is still open. */
const closedByMessage = 1000;

/** Letters that follow in one field, or that follow the first one in something just born of it. */
const continuesTyping = (last: string | undefined, field: string): boolean =>
  last !== undefined && (field === last || field.startsWith(`${last}/`));

/** The one entity these changes put there. */
const bornEntity = (changes: readonly Change[]): string | undefined => {
  const put = changes.filter(({ op }) => op === 'put');
  return put.length === 1 ? put[0]!.path.join('/') : undefined;
};

/** The one field these changes write, if they do nothing else. */
const typedField = (changes: readonly Change[]): string | undefined =>
  changes.length === 1 && changes[0]?.op === 'set' ? changes[0].path.join('/') : undefined;
