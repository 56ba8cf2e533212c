import type { DocumentKind } from '#kit/document/schema.ts';
import { type DocumentAddress, documentName } from '#kit/document/wire.ts';
import { Ledger } from './ledger.ts';
import type { LedgerSettings } from './ledger-settings.ts';

type Entry = { readonly ledger: Ledger; users: number; idle: NodeJS.Timeout | undefined };

/** How long a document stays open after its last user: a script that edits again, a page that reloads. */
const lingerMilliseconds = 5_000;

/** The one ledger of each open document. Two ledgers of one document in one process would overtake each other. */
export class OpenLedgers {
  readonly #settings: LedgerSettings;
  readonly #entries = new Map<string, Entry>();
  readonly #closing = new Map<string, Promise<void>>();

  constructor(settings: LedgerSettings) {
    this.#settings = settings;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The ledger, opened if need be; the caller gives it back with `release`. */
  acquire(kind: DocumentKind, address: DocumentAddress): Ledger {
    const name = documentName(address);
    let entry = this.#entries.get(name);
    if (!entry) {
      entry = { ledger: new Ledger(kind, address, this.#settings), users: 0, idle: undefined };
      this.#entries.set(name, entry);
    }
    clearTimeout(entry.idle);
    entry.idle = undefined;
    entry.users += 1;
    return entry.ledger;
  }

  release(ledger: Ledger): void {
    const name = documentName(ledger.address);
    const entry = this.#entries.get(name);
    if (entry?.ledger !== ledger) return;
    entry.users -= 1;
    if (entry.users > 0) return;
    entry.idle = setTimeout(() => void this.#close(name, entry), lingerMilliseconds).unref();
  }

  async use<T>(
    kind: DocumentKind,
    address: DocumentAddress,
    work: (ledger: Ledger) => Promise<T>,
  ): Promise<T> {
    const ledger = this.acquire(kind, address);
    try {
      return await work(ledger);
    } finally {
      this.release(ledger);
    }
  }

  find(address: DocumentAddress): Ledger | undefined {
    return this.#entries.get(documentName(address))?.ledger;
  }

  /** Writes what is left to write of all documents, and lets them go. */
  async closeAll(): Promise<void> {
    const all = [...this.#entries];
    for (const [, entry] of all) entry.users = 0;
    await Promise.all([...all.map(([name, entry]) => this.#close(name, entry)), ...this.#closing.values()]);
  }

  async #close(name: string, entry: Entry): Promise<void> {
    clearTimeout(entry.idle);
    const closing = this.#flushAndClose(name, entry);
    this.#closing.set(name, closing);
    await closing;
    if (this.#closing.get(name) === closing) this.#closing.delete(name);
  }

  async #flushAndClose(name: string, entry: Entry): Promise<void> {
    await entry.ledger.flush();
    // Somebody may have come back while the projection was written.
    if (entry.users > 0 || this.#entries.get(name) !== entry) return;
    this.#entries.delete(name);
    entry.ledger.close();
  }
}
