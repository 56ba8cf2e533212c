import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readVersioned } from '#kit/document/migrate.ts';
import type { DocumentKind, RawDocument } from '#kit/document/schema.ts';
import { metaOf, rootFields, rootRecords } from '#kit/document/y-layout.ts';
import { migrateYDoc } from '#kit/document/y-migrate.ts';
import { fromYDoc } from '#kit/document/yjs.ts';
import { unwrap } from '#kit/result.ts';

/** A document as the version before wrote it, and what the current version must read. */
export type MigrationExample = { readonly before: RawDocument; readonly after: RawDocument };

/**
 * Tests the migrations of a kind: one example for each step, by the version it leads to. Fails when a step has no
 * example, so call it for every kind, `describeMigrations(kind, {})` as long as it has one version.
 */
export function describeMigrations(
  kind: DocumentKind,
  examples: Readonly<Record<number, MigrationExample>>,
): void {
  describe(`migrations of ${kind.kind}`, () => {
    it('are all tested', () => {
      expect(Object.keys(examples).map(Number)).toEqual(kind.migrations.map(({ to }) => to));
    });

    for (const [to, { before, after }] of Object.entries(examples)) {
      const version = Number(to) - 1;

      it(`read the JSON of version ${version}`, () => {
        const { document, setAside } = unwrap(readVersioned(kind, version, before));
        expect(document).toEqual(after);
        expect(setAside).toEqual([]);
      });

      it(`bring a collaborative document of version ${version} to version ${kind.version}, once`, () => {
        const ydoc = formerYDoc(kind, version, before);
        expect(unwrap(migrateYDoc(kind, ydoc))).toEqual({ migrated: true, setAside: [] });
        expect(unwrap(fromYDoc(kind, ydoc)).document).toEqual(after);
        expect(unwrap(migrateYDoc(kind, ydoc)).migrated).toBe(false);
      });
    }
  });
}

/** A stored document of a former version. Its texts are written as plain values: the former layout is gone. */
function formerYDoc(kind: DocumentKind, version: number, before: RawDocument): Y.Doc {
  const ydoc = new Y.Doc();
  const { collections, retired } = kind.layout;
  metaOf(ydoc).set('kind', kind.kind);
  metaOf(ydoc).set('version', version);
  for (const [name, value] of Object.entries(before)) {
    if (!collections.has(name) && !(retired.has(name) && isRecordOfRecords(value))) {
      rootFields(ydoc).set(name, value);
      continue;
    }
    for (const [id, entity] of Object.entries(value as Record<string, RawDocument>)) {
      rootRecords(ydoc, name).set(id, new Y.Map(Object.entries(entity)));
    }
  }
  return ydoc;
}

const isRecordOfRecords = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((inner) => typeof inner === 'object' && inner !== null && !Array.isArray(inner));
