import * as Y from 'yjs';
import type { SetAside } from './read-document.ts';
import type { DocumentKind, FieldLayout } from './schema.ts';
import { rootFields, rootText } from './y-layout.ts';

/** What a part of a collaborative document says as plain JSON, and what in it is neither JSON nor text. */
export type Plain<T> = { readonly value: T; readonly faults: readonly SetAside[] };

const deepest = 32;

/** The document's own fields. */
export function plainRoot(kind: DocumentKind, ydoc: Y.Doc): Plain<Readonly<Record<string, unknown>>> {
  const { layout } = kind;
  const map = rootFields(ydoc);
  const { value, faults } = plainMap(layout.fields, [], map, (field) => layout.retired.has(field), false);
  for (const [name, field] of layout.fields) {
    if (field.type !== 'text') continue;
    const text = rootText(ydoc, name);
    if (!isPlainText(text)) faults.push({ path: [name], issue: 'not-plain' });
    value[name] = text.toString();
  }
  return { value, faults };
}

/** One entity of a collection; no value when it is no map. */
export function plainEntity(
  kind: DocumentKind,
  collection: string,
  id: string,
  entity: unknown,
): Plain<unknown> {
  const path = [collection, id];
  if (!(entity instanceof Y.Map)) return { value: undefined, faults: [{ path, issue: 'not-plain' }] };
  const { fields } = kind.layout.collections.get(collection)!;
  return plainMap(fields, path, entity, (field) => kind.layout.retired.has(`${collection}/${field}`), true);
}

function plainMap(
  fields: ReadonlyMap<string, FieldLayout>,
  path: readonly string[],
  map: Y.Map<unknown>,
  isRetired: (field: string) => boolean,
  holdsTexts: boolean,
): { value: Record<string, unknown>; faults: SetAside[] } {
  const value: Record<string, unknown> = {};
  const faults: SetAside[] = [];
  // A map may hide a list behind it: nothing here ever writes one.
  if (map._start) faults.push({ path, issue: 'not-plain' });
  for (const [name, content] of map.entries()) {
    const field = fields.get(name);
    if (!field || (field.type === 'text' && !holdsTexts)) {
      if (!isRetired(name)) faults.push({ path: [...path, name], issue: 'unknown-field' });
      continue;
    }
    const plain =
      field.type === 'text' ? content instanceof Y.Text && isPlainText(content) : isJson(content, 0);
    if (!plain) faults.push({ path: [...path, name], issue: 'not-plain' });
    else value[name] = content instanceof Y.Text ? content.toString() : content;
  }
  return { value, faults };
}

/** Only characters: no formatting, no embedded object, no attribute of the text as a whole. */
function isPlainText(text: Y.Text): boolean {
  if (text._map.size > 0) return false;
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return false;
  }
  return true;
}

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => isJson(item, depth + 1));
}
