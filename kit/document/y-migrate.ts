import * as Y from 'yjs';
import { problem } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { diff } from './changes.ts';
import { migrateJson } from './migrate.ts';
import { readDocument, type SetAside } from './read-document.ts';
import type { CollectionLayout, DocumentKind, RawDocument } from './schema.ts';
import { metaOf, rootFields, rootPlace, rootRecords } from './y-layout.ts';
import { applyToYDoc } from './yjs.ts';

const migrationOrigin = 'migration';

export type Migrated = { readonly migrated: boolean; readonly setAside: readonly SetAside[] };

/**
 * Brings a stored collaborative document to the current version of its kind, in place, as ordinary edits: whoever is
 * offline with the former version merges with it later. Only one process may do this for a document (two would write
 * each text twice). Answers whether something was done, and what could not be carried over (left where it is).
 */
export function migrateYDoc(kind: DocumentKind, ydoc: Y.Doc): Result<Migrated> {
  const meta = metaOf(ydoc);
  const found = meta.get('kind');
  if (found !== kind.kind) {
    return fail(problem('document.wrong-kind', { expected: kind.kind, found: String(found ?? '') }));
  }
  const version = Number(meta.get('version'));
  if (version === kind.version) return ok({ migrated: false, setAside: [] });
  const before = rawOf(ydoc);
  const raised = migrateJson(kind, version, before);
  if (!raised.ok) return raised;
  const reading = readDocument(kind, raised.value);
  if (!reading.ok) return reading;
  const { document, setAside } = reading.value;
  ydoc.transact(() => {
    takeAwayFormer(kind, ydoc, raised.value, document);
    const kept = Object.fromEntries(
      Object.entries(rawOf(ydoc)).filter(([name]) => Object.hasOwn(kind.schema.shape, name)),
    );
    const names = kind.layout.collections.keys();
    // What is set aside stays as it is: the next migration, or a person, may still make sense of it.
    const changes = diff(names, kept, document).filter(
      (change) =>
        change.op !== 'remove' || !Object.hasOwn(entitiesOf(raised.value, change.path[0]), change.path[1]),
    );
    applyToYDoc(kind, ydoc, changes, migrationOrigin);
    meta.set('version', kind.version);
  }, migrationOrigin);
  return ok({ migrated: true, setAside });
}

/** Removes fields, entities and collections the new model does not have, and parts whose nature changed. */
function takeAwayFormer(kind: DocumentKind, ydoc: Y.Doc, raised: RawDocument, parsed: RawDocument): void {
  const { fields, collections } = kind.layout;
  const plain = rootFields(ydoc);
  for (const name of [...plain.keys()]) {
    if (fields.get(name)?.type !== 'value') plain.delete(name);
  }
  for (const root of [...ydoc.share.keys()]) {
    const place = rootPlace(root);
    if (place?.in === 'text' && fields.get(place.name)?.type !== 'text') {
      const text = ydoc.getText(root);
      text.delete(0, text.length);
    } else if (place?.in === 'collection') {
      const layout = collections.get(place.name);
      const records = rootRecords(ydoc, place.name);
      takeAwayFormerEntities(layout, records, entitiesOf(raised, place.name), entitiesOf(parsed, place.name));
    }
  }
}

function takeAwayFormerEntities(
  layout: CollectionLayout | undefined,
  records: Y.Map<unknown>,
  raised: RawDocument,
  parsed: RawDocument,
): void {
  for (const [id, entity] of [...records.entries()]) {
    if (!layout || !Object.hasOwn(raised, id)) {
      records.delete(id);
    } else if (entity instanceof Y.Map && Object.hasOwn(parsed, id)) {
      for (const [name, content] of [...entity.entries()]) {
        const type = layout.fields.get(name)?.type;
        if (type === undefined || (type === 'text') !== content instanceof Y.Text) entity.delete(name);
      }
    }
  }
}

const entitiesOf = (document: RawDocument, collection: string): RawDocument =>
  (document[collection] ?? {}) as RawDocument;

/** Everything a collaborative document says, whatever its version: texts as strings, collections as records. */
export function rawOf(ydoc: Y.Doc): RawDocument {
  const raw: Record<string, unknown> = { ...rootFields(ydoc).toJSON() };
  for (const root of [...ydoc.share.keys()]) {
    const place = rootPlace(root);
    if (place?.in === 'text') raw[place.name] = ydoc.getText(root).toString();
    else if (place?.in === 'collection') raw[place.name] = ydoc.getMap(root).toJSON();
  }
  return raw;
}
