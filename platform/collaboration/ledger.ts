import * as Y from 'yjs';
import type { Change } from '#kit/document/changes.ts';
import type { Reading } from '#kit/document/read-document.ts';
import type { DocumentKind, DocumentOf } from '#kit/document/schema.ts';
import type { CloseReason, DocumentAddress } from '#kit/document/wire.ts';
import { applyToYDoc } from '#kit/document/yjs.ts';
import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { LedgerSettings } from './ledger-settings.ts';
import { type Fault, Shadow } from './shadow.ts';
import { VersionKeeper } from './version-keeper.ts';

/** Why an update was not taken. The code travels to the page that sent it. */
export type Refusal = Problem & { readonly code: CloseReason };

/** Marks what the ledger itself applies to a live document, where it must not be taken for somebody's edit. */
const ledgerOrigin = { source: 'local', skipStoreHooks: true } as const;
/** When the store did not take a projection. */
const retryMilliseconds = 10_000;
/** A projection may take so little of the time: the next one waits so many times as long as the last one took. */
const projectionRest = 25;
/** And yet at most so many milliseconds. */
const longestRest = 5_000;
const compactUpdates = 200;
const compactBytes = 1024 * 1024;

/**
 * One open document on this server. Everything that changes it comes through here, one thing after the other:
 * tried on a shadow, committed to the store, and only then applied to the live document, acknowledged and spread.
 * When anything goes wrong on the way, the shadow is thrown away and read again from the store.
 */
export class Ledger<K extends DocumentKind = DocumentKind> {
  readonly address: DocumentAddress;
  readonly #kind: K;
  readonly #settings: LedgerSettings;
  readonly #versions: VersionKeeper;
  readonly #live = new Set<Y.Doc>();
  #shadow: Shadow<K> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #unprojected = false;
  /** Milliseconds that the last projection took. */
  #projecting = 0;
  #gone = false;

  constructor(kind: K, address: DocumentAddress, settings: LedgerSettings) {
    this.#kind = kind;
    this.address = address;
    this.#settings = settings;
    this.#versions = new VersionKeeper(address, settings);
  }

  /** Whether the document is there and can be edited. */
  check(): Promise<Result<void, Refusal>> {
    return this.#inTurn(async () => ok(undefined));
  }

  /**
   * Takes an update from a peer. When this answers well, the update is on disk and others are being told. `heldBack`:
   * the document is locked, and what the update changed of what the lock keeps was put back with it.
   */
  accept(update: Uint8Array, author: string): Promise<Result<{ readonly heldBack: boolean }, Refusal>> {
    return this.#inTurn(async (shadow) => {
      let heldBack = false;
      const done = await this.#commit(shadow, author, (ydoc, tried) => {
        heldBack = tried.holding(() => Y.applyUpdate(ydoc, update, 'peer'));
      });
      return done.ok ? ok({ heldBack }) : done;
    });
  }

  /**
   * Changes the document from its present JSON: scripts, imports, restoring. The changes must have been checked.
   * Gives the JSON after them.
   */
  edit(
    author: string,
    plan: (document: DocumentOf<K>) => Result<readonly Change[]>,
  ): Promise<Result<DocumentOf<K>>> {
    return this.#inTurn<DocumentOf<K>, Problem>(async (shadow) => {
      if (!(await this.#catchUp(shadow))) return refuse('document.deleted', 410);
      const before = shadow.read();
      if (!before.ok) return before;
      const changes = plan(before.value.document);
      if (!changes.ok) return changes;
      const locked = this.#kind.lock?.refuses(before.value.document, changes.value);
      if (locked) return fail(locked);
      const done = await this.#commit(shadow, author, (ydoc) =>
        applyToYDoc(this.#kind, ydoc, changes.value, 'script'),
      );
      if (!done.ok) return done;
      const after = (this.#shadow ?? shadow).read();
      return after.ok ? ok(after.value.document) : after;
    });
  }

  /** The JSON now, with everything that was acknowledged before the call, by whichever server process. */
  read(): Promise<Result<Reading<DocumentOf<K>>>> {
    return this.#inTurn<Reading<DocumentOf<K>>, Problem>(async (shadow) =>
      (await this.#catchUp(shadow)) ? shadow.read() : refuse('document.deleted', 410),
    );
  }

  /** Keeps the present state as a version to come back to; without a name it counts as automatic. */
  saveVersion(author: string, name: string | undefined): Promise<Result<{ id: string }>> {
    return this.#inTurn<{ id: string }, Problem>(async (shadow) => {
      const reading = shadow.read();
      if (!reading.ok) return reading;
      const projection = reading.value.document;
      return this.#versions.keep({
        name,
        author,
        modelVersion: this.#kind.version,
        seq: shadow.seq,
        projection,
      });
    });
  }

  /** Fills a live document, and from then on keeps it up to date until it is destroyed. */
  attach(live: Y.Doc): Promise<Result<void, Refusal>> {
    return this.#inTurn(async (shadow) => {
      Y.applyUpdate(live, shadow.state(), ledgerOrigin);
      live.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === ledgerOrigin) return;
        // What does not come from here comes from another server process, which has checked and committed it.
        this.#shadow?.overhear(update);
        this.#projectLater();
      });
      this.#live.add(live);
      live.once('destroy', () => this.#live.delete(live));
      return ok(undefined);
    });
  }

  /** Writes the projection now if it lags, and compacts a long log. Never fails: the log has it all. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#inTurn(async (shadow) => {
      if (this.#unprojected) await this.#project(shadow);
      const { updates, log, snapshot } = shadow.size;
      if (updates >= compactUpdates || log >= Math.max(compactBytes, snapshot)) await this.#compact(shadow);
      return ok(undefined);
    });
    if (this.#unprojected && !this.#gone) this.#projectLater(retryMilliseconds);
  }

  /** Writes the projection again from the log. */
  refresh(): Promise<void> {
    this.#unprojected = true;
    return this.flush();
  }

  /** The document was removed: nothing is taken any more. */
  markGone(): void {
    this.#gone = true;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#shadow?.destroy();
    this.#shadow = undefined;
  }

  #inTurn<T, P extends Problem = Refusal>(
    work: (shadow: Shadow<K>) => Promise<Result<T, P>>,
  ): Promise<Result<T, P | Refusal>> {
    const turn = this.#queue.then(async (): Promise<Result<T, P | Refusal>> => {
      try {
        const shadow = await this.#trusted();
        return shadow.ok ? await work(shadow.value) : shadow;
      } catch (error) {
        // Whatever broke, broke before anything was acknowledged; the store is asked again next time.
        this.#doubt();
        this.#settings.logger.error({ err: error, ...this.address }, 'work on a document failed');
        return refuse('document.store-unavailable', 503);
      }
    });
    this.#queue = turn;
    return turn;
  }

  /** The shadow, read from the store when there is none or the last one was thrown away. */
  async #trusted(): Promise<Result<Shadow<K>, Refusal>> {
    if (this.#gone) return refuse('document.deleted', 410);
    if (this.#shadow) return ok(this.#shadow);
    const { store, logger } = this.#settings;
    const { workspaceId, documentId } = this.address;
    try {
      // Another process may be migrating the same document: whoever comes second reads its result.
      for (let attempt = 0; attempt < 5; attempt++) {
        const log = await store.load(workspaceId, documentId);
        if (!log || log.kind !== this.#kind.kind) return refuse('document.not-found', 404);
        const shadow = new Shadow(this.#kind, log);
        const migrated = shadow.migrate();
        if (!migrated.ok) {
          logger.error(
            { problem: migrated.problem, ...this.address },
            'a stored document cannot be read by this version',
          );
          return refuse('document.newer-version', 409);
        }
        const { update, setAside } = migrated.value;
        if (setAside.length > 0)
          logger.warn({ setAside: setAside.slice(0, 20), ...this.address }, 'set aside by a migration');
        if (update && !(await this.#keepMigration(shadow, update))) continue;
        this.#shadow = shadow;
        return ok(shadow);
      }
    } catch (error) {
      logger.error({ err: error, ...this.address }, 'cannot read a document');
    }
    return refuse('document.store-unavailable', 503);
  }

  async #keepMigration(shadow: Shadow<K>, update: Uint8Array): Promise<boolean> {
    const { store, now } = this.#settings;
    const { workspaceId, documentId } = this.address;
    const appended = await store.append(workspaceId, documentId, update, now(), shadow.seq);
    if (!appended.ok) return false;
    shadow.kept(appended.value, update.length);
    this.#projectLater();
    return true;
  }

  /** Tries a change, commits what is new, and tells everybody. */
  async #commit(
    shadow: Shadow<K>,
    author: string,
    change: (ydoc: Y.Doc, shadow: Shadow<K>) => void,
  ): Promise<Result<void, Refusal>> {
    const before = await this.#versionBefore(shadow);
    let attempt = shadow.attempt((ydoc) => change(ydoc, shadow));
    if (!attempt.ok && attempt.problem.because === 'gap') {
      // The peer may know what another process has committed and this one has not heard of yet.
      this.#doubt();
      const again = await this.#trusted();
      if (!again.ok) return again;
      attempt = again.value.attempt((ydoc) => change(ydoc, again.value));
    }
    if (!attempt.ok) return this.#refuseFault(attempt.problem);
    if (attempt.value === undefined) return ok(undefined);
    const { log, snapshot } = shadow.size;
    if (
      log + snapshot > this.#settings.limits.documentBytes &&
      (this.#shadow?.state().length ?? 0) > this.#settings.limits.documentBytes
    ) {
      this.#doubt();
      return refuse('document.too-large', 413);
    }
    const kept = await this.#append(attempt.value);
    if (!kept.ok) return kept;
    if (before) await this.#keepVersion(author, before);
    return ok(undefined);
  }

  async #append(update: Uint8Array): Promise<Result<void, Refusal>> {
    const { store, logger, now } = this.#settings;
    const { workspaceId, documentId } = this.address;
    try {
      const appended = await store.append(workspaceId, documentId, update, now());
      if (!appended.ok) {
        this.#doubt();
        return refuse('document.deleted', 410);
      }
      this.#shadow?.kept(appended.value, update.length);
    } catch (error) {
      // It may or may not have been written: the store is asked before anything else happens.
      this.#doubt();
      logger.error({ err: error, ...this.address }, 'cannot keep an update');
      return refuse('document.store-unavailable', 503);
    }
    for (const live of this.#live) Y.applyUpdate(live, update, ledgerOrigin);
    this.#projectLater();
    return ok(undefined);
  }

  #refuseFault(fault: Fault): Result<never, Refusal> {
    this.#doubt();
    const { logger } = this.#settings;
    if (fault.because !== 'model') {
      const err = fault.because === 'undecodable' ? fault.error : undefined;
      logger.warn({ err, because: fault.because, ...this.address }, 'an update was refused');
      return refuse('document.invalid-update', 422, { path: '', issue: fault.because });
    }
    const [first] = fault.faults;
    logger.warn({ because: first, faults: fault.faults.length, ...this.address }, 'an update was refused');
    return refuse('document.invalid-update', 422, { path: first!.path.join('/'), issue: first!.issue });
  }

  /** The shadow may hold what the store does not. */
  #doubt(): void {
    this.#shadow?.destroy();
    this.#shadow = undefined;
  }

  #projectLater(delay = Math.max(this.#settings.projectionDelay, this.#projecting * projectionRest)): void {
    this.#unprojected = true;
    this.#timer ??= setTimeout(() => void this.flush(), delay).unref();
  }

  async #project(shadow: Shadow<K>): Promise<void> {
    const { store, logger, now } = this.#settings;
    const { workspaceId, documentId } = this.address;
    if (!(await this.#catchUp(shadow))) return;
    const begun = performance.now();
    const reading = shadow.read();
    if (!reading.ok) {
      logger.error({ problem: reading.problem, ...this.address }, 'a document cannot be projected');
      return;
    }
    const { document, setAside } = reading.value;
    if (setAside.length > 0)
      logger.warn({ setAside: setAside.slice(0, 20), ...this.address }, 'set aside from a projection');
    await store.project(workspaceId, documentId, {
      seq: shadow.seq,
      version: this.#kind.version,
      title: titleOf(document),
      projection: document,
      at: now(),
    });
    this.#unprojected = false;
    this.#projecting = Math.min(longestRest / projectionRest, performance.now() - begun);
  }

  /** Applies what the store has and the shadow has not: edits of other server processes. False when removed. */
  async #catchUp(shadow: Shadow<K>): Promise<boolean> {
    const log = await this.#settings.store.loadAfter(
      this.address.workspaceId,
      this.address.documentId,
      shadow.seq,
    );
    if (!log) {
      this.#gone = true;
      return false;
    }
    shadow.take(log);
    for (const part of log.snapshot ? [log.snapshot, ...log.updates] : log.updates) {
      for (const live of this.#live) Y.applyUpdate(live, part, ledgerOrigin);
    }
    return true;
  }

  async #compact(shadow: Shadow<K>): Promise<void> {
    if (!(await this.#catchUp(shadow))) return;
    const state = shadow.state();
    const { workspaceId, documentId } = this.address;
    await this.#settings.store.compact(workspaceId, documentId, shadow.seq, state, this.#settings.now());
    shadow.compacted(state.length);
  }

  /** The state before the next edit, when it is time to keep one. */
  async #versionBefore(shadow: Shadow<K>): Promise<Held<K> | undefined> {
    try {
      const reading = (await this.#versions.isDue()) ? shadow.read() : undefined;
      return reading?.ok ? { seq: shadow.seq, projection: reading.value.document } : undefined;
    } catch (error) {
      this.#settings.logger.warn({ err: error, ...this.address }, 'cannot read the versions of a document');
      return undefined;
    }
  }

  async #keepVersion(author: string, held: Held<K>): Promise<void> {
    try {
      await this.#versions.keep({ name: undefined, author, modelVersion: this.#kind.version, ...held });
    } catch (error) {
      this.#settings.logger.warn({ err: error, ...this.address }, 'could not keep an automatic version');
    }
  }
}

type Held<K> = { readonly seq: number; readonly projection: DocumentOf<K> };

/** Every kind names its documents by a `title` of their own. */
export const titleOf = (document: Readonly<Record<string, unknown>>): string =>
  typeof document.title === 'string' ? document.title : '';

const refuse = (
  code: CloseReason,
  status: NonNullable<Problem['status']> = 422,
  params?: Problem['params'],
): Result<never, Refusal> => fail({ ...problem(code, params, status), code });
