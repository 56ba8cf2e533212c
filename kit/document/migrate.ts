import { problem } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { isRecord, type Reading, readDocument } from './read-document.ts';
import type { DocumentKind, DocumentOf, RawDocument } from './schema.ts';

/**
 * Brings JSON of an older version of the model to the current one, not yet parsed.
 * Problems: `document.newer-version` {kind, found, known}, `document.migration-failed` {kind, from, to}.
 */
export function migrateJson(kind: DocumentKind, version: number, raw: RawDocument): Result<RawDocument> {
  if (!Number.isInteger(version) || version < 1 || version > kind.version) {
    return fail(problem('document.newer-version', { kind: kind.kind, found: version, known: kind.version }));
  }
  let document = raw;
  for (const step of kind.migrations) {
    if (step.to <= version) continue;
    try {
      document = step.up(document);
    } catch {
      // Migrations are total on what the former version accepts; a file edited by hand may be anything.
      return fail(problem('document.migration-failed', { kind: kind.kind, from: step.to - 1, to: step.to }));
    }
  }
  return ok(document);
}

/** Migrated, then parsed: how stored JSON of any age is read. */
export function readVersioned<K extends DocumentKind>(
  kind: K,
  version: number,
  raw: unknown,
): Result<Reading<DocumentOf<K>>> {
  if (!isRecord(raw)) return readDocument(kind, raw);
  const migrated = migrateJson(kind, version, raw);
  return migrated.ok ? readDocument(kind, migrated.value) : migrated;
}

/** What a document looks like outside Parcours. The version travels with it, so that any later Parcours can read it. */
export type ExportedDocument<D = unknown> = {
  readonly format: 'parcours';
  readonly kind: string;
  readonly version: number;
  readonly document: D;
};

export function exportDocument<K extends DocumentKind>(
  kind: K,
  document: DocumentOf<K>,
): ExportedDocument<DocumentOf<K>> {
  return { format: 'parcours', kind: kind.kind, version: kind.version, document };
}

/**
 * Reads an exported document of this kind, of this version or an older one. What had to be left out is told.
 * Problems: `document.not-an-export`, `document.wrong-kind` {expected, found}, and those of `readVersioned`.
 */
export function importDocument<K extends DocumentKind>(
  kind: K,
  file: unknown,
): Result<Reading<DocumentOf<K>>> {
  if (!isRecord(file) || file.format !== 'parcours' || typeof file.version !== 'number') {
    return fail(problem('document.not-an-export'));
  }
  if (file.kind !== kind.kind) {
    return fail(problem('document.wrong-kind', { expected: kind.kind, found: String(file.kind) }));
  }
  return readVersioned(kind, file.version, file.document);
}
