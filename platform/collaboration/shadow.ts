import * as Y from 'yjs';
import { diff } from '#kit/document/changes.ts';
import { DocumentProjection } from '#kit/document/projection.ts';
import type { Reading, SetAside } from '#kit/document/read-document.ts';
import type { DocumentKind, DocumentOf } from '#kit/document/schema.ts';
import { rootFields } from '#kit/document/y-layout.ts';
import { type Migrated, migrateYDoc } from '#kit/document/y-migrate.ts';
import { applyToYDoc } from '#kit/document/yjs.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { DocumentLog } from './document-store.ts';

/** What is wrong with an update: it waits for others nobody has sent, cannot be decoded, or breaks the model. */
export type Fault =
  | { readonly because: 'gap' }
  | { readonly because: 'undecodable'; readonly error: unknown }
  | { readonly because: 'model'; readonly faults: readonly SetAside[] };

/** A copy of a document on which updates are tried before anybody else sees them. Never shown to a peer itself. */
export class Shadow<K extends DocumentKind> {
  readonly #kind: K;
  readonly #ydoc = new Y.Doc();
  readonly #projection: DocumentProjection<K>;
  #seq = 0;
  #snapshotBytes = 0;
  #logUpdates = 0;
  #logBytes = 0;

  constructor(kind: K, log: Omit<DocumentLog, 'kind'>) {
    this.#kind = kind;
    this.#projection = new DocumentProjection(kind, this.#ydoc);
    this.take(log);
  }

  /** Every update up to this number is in. */
  get seq(): number {
    return this.#seq;
  }

  /** What the store holds, roughly: own writes read back are counted twice until the next compaction. */
  get size(): { snapshot: number; updates: number; log: number } {
    return { snapshot: this.#snapshotBytes, updates: this.#logUpdates, log: this.#logBytes };
  }

  /** Applies what the store says. */
  take(log: Omit<DocumentLog, 'kind'>): void {
    if (log.snapshot) {
      Y.applyUpdate(this.#ydoc, log.snapshot, 'store');
      this.#snapshotBytes = log.snapshot.length;
    }
    for (const update of log.updates) {
      Y.applyUpdate(this.#ydoc, update, 'store');
      this.#logUpdates += 1;
      this.#logBytes += update.length;
    }
    this.#seq = Math.max(this.#seq, log.seq);
    // What is kept already cannot be refused any more: readings set it aside.
    this.#projection.takeFaults();
  }

  /** Applies what another server process has checked and committed. */
  overhear(update: Uint8Array): void {
    Y.applyUpdate(this.#ydoc, update, 'other-process');
    this.#projection.takeFaults();
  }

  /**
   * Runs a change and checks what came of it. Gives what is new, as one update; undefined when nothing is.
   * After a fault the shadow holds what it should not, and must be thrown away.
   */
  attempt(change: (ydoc: Y.Doc) => void): Result<Uint8Array | undefined, Fault> {
    const fresh: Uint8Array[] = [];
    const collect = (update: Uint8Array) => fresh.push(update);
    this.#ydoc.on('update', collect);
    try {
      change(this.#ydoc);
    } catch (error) {
      return fail({ because: 'undecodable', error });
    } finally {
      this.#ydoc.off('update', collect);
    }
    const { pendingStructs, pendingDs } = this.#ydoc.store;
    if (pendingStructs !== null || pendingDs !== null) return fail({ because: 'gap' });
    const faults = this.#projection.takeFaults();
    if (faults.length > 0) return fail({ because: 'model', faults });
    return ok(fresh.length > 1 ? Y.mergeUpdates(fresh) : fresh[0]);
  }

  /**
   * Runs a change within an attempt; where the document is locked, puts back what the lock keeps. True when something
   * was put back. What does not parse is left to the attempt, which refuses it.
   */
  holding(change: () => void): boolean {
    const { lock } = this.#kind;
    const locked = lock !== undefined && rootFields(this.#ydoc).get(lock.field) === true;
    const before = locked ? this.read() : undefined;
    change();
    if (!before?.ok || this.#ydoc.store.pendingStructs !== null) return false;
    const after = this.read();
    if (!after.ok) return false;
    const held = lock!.hold(before.value.document, after.value.document);
    if (held === after.value.document) return false;
    const { collections } = this.#kind.layout;
    applyToYDoc(this.#kind, this.#ydoc, diff(collections.keys(), after.value.document, held), 'lock');
    return true;
  }

  /** Brings a stored document to the current model; the update to keep when something had to be done. */
  migrate(): Result<Migrated & { readonly update: Uint8Array | undefined }> {
    const before = Y.encodeStateVector(this.#ydoc);
    const migrated = migrateYDoc(this.#kind, this.#ydoc);
    if (!migrated.ok) return migrated;
    this.#projection.takeFaults();
    const update = migrated.value.migrated ? Y.encodeStateAsUpdate(this.#ydoc, before) : undefined;
    return ok({ ...migrated.value, update });
  }

  /** Notes that an update of the shadow was kept under this number. */
  kept(seq: number, bytes: number): void {
    // A number that does not follow means another process wrote in between: `take` will close the gap.
    if (seq === this.#seq + 1) this.#seq = seq;
    this.#logUpdates += 1;
    this.#logBytes += bytes;
  }

  compacted(bytes: number): void {
    this.#snapshotBytes = bytes;
    this.#logUpdates = 0;
    this.#logBytes = 0;
  }

  read(): Result<Reading<DocumentOf<K>>> {
    return this.#projection.read();
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#ydoc);
  }

  destroy(): void {
    this.#projection.stop();
    this.#ydoc.destroy();
  }
}
