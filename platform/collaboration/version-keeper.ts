import type { DocumentAddress } from '#kit/document/wire.ts';
import { ok, type Result } from '#kit/result.ts';
import type { StoredVersion } from './document-store.ts';
import type { LedgerSettings } from './ledger-settings.ts';

const keptAutomatic = 100;

/**
 * States of one document to come back to. A named one is made when somebody asks; an automatic one holds the state
 * before the first edit of each stretch of activity, and the oldest of these go.
 */
export class VersionKeeper {
  readonly #address: DocumentAddress;
  readonly #settings: LedgerSettings;
  #lastAt: number | undefined;

  constructor(address: DocumentAddress, settings: LedgerSettings) {
    this.#address = address;
    this.#settings = settings;
  }

  /** Whether the state before the next edit should be kept. */
  async isDue(): Promise<boolean> {
    const { store, now, versionEvery } = this.#settings;
    if (this.#lastAt === undefined) {
      const versions = await store.listVersions(this.#address.workspaceId, this.#address.documentId);
      this.#lastAt = versions[0]?.at.getTime() ?? 0;
    }
    return now().getTime() - this.#lastAt >= versionEvery;
  }

  async keep(
    version: Pick<StoredVersion, 'name' | 'author' | 'modelVersion' | 'seq' | 'projection'>,
  ): Promise<Result<{ id: string }>> {
    const { store, now, newId } = this.#settings;
    const { workspaceId, documentId } = this.#address;
    const at = now();
    const id = newId();
    const added = await store.addVersion(workspaceId, documentId, { ...version, id, at });
    if (!added.ok) return added;
    this.#lastAt = at.getTime();
    if (version.name === undefined) await store.pruneVersions(workspaceId, documentId, keptAutomatic);
    return ok({ id });
  }
}
