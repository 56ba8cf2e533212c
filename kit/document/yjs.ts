import * as Y from 'yjs';
import type { Result } from '../result.ts';
import { type Change, diff, type Entity, sameJson } from './changes.ts';
import { DocumentProjection } from './projection.ts';
import type { Reading } from './read-document.ts';
import type { DocumentKind, DocumentOf, FieldLayout } from './schema.ts';
import { createText, layoutNames, metaOf, rootFields, rootRecords, rootText, writeText } from './y-layout.ts';

/**
 * The codec between a document's JSON and its collaborative form.
 * Collections are top-level maps of maps: top-level types always exist, so two people who both start a document, or
 * both add the first card, never overwrite each other.
 */

/** A new collaborative document holding this JSON (or the JSON added to `ydoc`, which must be empty). */
export function toYDoc<K extends DocumentKind>(kind: K, document: DocumentOf<K>, ydoc = new Y.Doc()): Y.Doc {
  ydoc.transact(() => {
    const meta = metaOf(ydoc);
    meta.set('kind', kind.kind);
    meta.set('version', kind.version);
    applyToYDoc(kind, ydoc, diff(kind.layout.collections.keys(), {}, document), undefined);
  });
  return ydoc;
}

/**
 * The JSON of a collaborative document. Entities that do not parse are set aside; a document of another kind, another
 * version or with a broken root fails (`document.wrong-kind`, `document.other-version`, `document.invalid`).
 */
export function fromYDoc<K extends DocumentKind>(kind: K, ydoc: Y.Doc): Result<Reading<DocumentOf<K>>> {
  const projection = new DocumentProjection(kind, ydoc);
  try {
    return projection.read();
  } finally {
    projection.stop();
  }
}

/**
 * Applies changes in one transaction. Only what differs is written, and texts by their differing middle, so that
 * concurrent typing merges. Changes must have been checked (`readChanges`): an unknown place is a bug and throws.
 */
export function applyToYDoc(
  kind: DocumentKind,
  ydoc: Y.Doc,
  changes: readonly Change[],
  origin: unknown,
): void {
  ydoc.transact(() => {
    for (const change of changes) applyOne(kind, ydoc, change);
  }, origin);
}

function applyOne(kind: DocumentKind, ydoc: Y.Doc, change: Change): void {
  const { path } = change;
  if (path.length === 1) {
    const field = kind.layout.fields.get(path[0]);
    if (!field || change.op !== 'set') throw new Error(`${kind.kind} has no field ${path[0]}`);
    writeRootField(ydoc, path[0], field, change.value);
    return;
  }
  const layout = kind.layout.collections.get(path[0]);
  if (!layout) throw new Error(`${kind.kind} has no collection ${path[0]}`);
  const records = rootRecords(ydoc, path[0]);
  const id = path[1];
  if (change.op === 'remove') {
    if (records.has(id)) records.delete(id);
    return;
  }
  const found = records.get(id);
  const entity = found instanceof Y.Map ? found : undefined;
  if (change.op === 'put') {
    if (entity) writeEntity(layout.fields, entity, change.value);
    else records.set(id, newEntity(layout.fields, change.value));
    return;
  }
  const field = layout.fields.get(change.path[2]!);
  if (!field) throw new Error(`${kind.kind}.${path[0]} has no field ${change.path[2]}`);
  if (entity) writeField(entity, change.path[2]!, field, change.value);
}

function writeRootField(ydoc: Y.Doc, name: string, field: FieldLayout, value: unknown): void {
  if (field.type === 'text') writeText(rootText(ydoc, name), textOf(value));
  else writeField(rootFields(ydoc), name, field, value);
}

function newEntity(fields: ReadonlyMap<string, FieldLayout>, value: Entity): Y.Map<unknown> {
  const entity = new Y.Map<unknown>();
  for (const [name, field] of fields) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (field.type === 'text') entity.set(name, createText(textOf(given)));
    else if (given !== undefined) entity.set(name, given);
  }
  return entity;
}

/** Field by field, never replaced: somebody may be typing in it. */
function writeEntity(fields: ReadonlyMap<string, FieldLayout>, entity: Y.Map<unknown>, value: Entity): void {
  for (const [name, field] of fields) {
    writeField(entity, name, field, Object.hasOwn(value, name) ? value[name] : undefined);
  }
}

function writeField(map: Y.Map<unknown>, name: string, field: FieldLayout, value: unknown): void {
  const current = map.get(name);
  if (field.type === 'text') {
    if (current instanceof Y.Text) writeText(current, textOf(value));
    else map.set(name, createText(textOf(value)));
  } else if (value === undefined) {
    if (map.has(name)) map.delete(name);
  } else if (current === undefined || current instanceof Y.AbstractType || !sameJson(current, value)) {
    map.set(name, value);
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Undo and redo of what was done under `origin` only, never of what others did. Edits less than half a second apart
 * are undone together, as in a text editor.
 */
export function undoManager(kind: DocumentKind, ydoc: Y.Doc, origin: unknown): Y.UndoManager {
  const names = layoutNames(kind);
  return new Y.UndoManager(
    [...names.maps.map((name) => ydoc.getMap(name)), ...names.texts.map((name) => ydoc.getText(name))],
    {
      trackedOrigins: new Set([origin]),
      captureTimeout: 500,
    },
  );
}
