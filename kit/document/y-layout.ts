import * as Y from 'yjs';
import type { DocumentKind } from './schema.ts';

/** Where the parts of a document live in its collaborative form. The names are a file format: never change them. */

const metaName = 'meta';
const fieldsName = 'fields';
const textPrefix = 'text:';
const collectionPrefix = 'in:';

/** Kind and version of the model. Written once, by whoever creates or migrates the document. */
export const metaOf = (ydoc: Y.Doc): Y.Map<unknown> => ydoc.getMap(metaName);
/** Plain fields of the document itself. */
export const rootFields = (ydoc: Y.Doc): Y.Map<unknown> => ydoc.getMap(fieldsName);
export const rootText = (ydoc: Y.Doc, field: string): Y.Text => ydoc.getText(textPrefix + field);
export const rootRecords = (ydoc: Y.Doc, collection: string): Y.Map<unknown> =>
  ydoc.getMap(collectionPrefix + collection);

/** What a top-level name holds. */
export type RootPlace =
  | { readonly in: 'meta' }
  | { readonly in: 'fields' }
  | { readonly in: 'text'; readonly name: string }
  | { readonly in: 'collection'; readonly name: string };

export function rootPlace(name: string): RootPlace | undefined {
  if (name === metaName) return { in: 'meta' };
  if (name === fieldsName) return { in: 'fields' };
  if (name.startsWith(textPrefix)) return { in: 'text', name: name.slice(textPrefix.length) };
  if (name.startsWith(collectionPrefix))
    return { in: 'collection', name: name.slice(collectionPrefix.length) };
  return undefined;
}

/** All top-level names of a kind, without `meta` (which nobody undoes). */
export function layoutNames(kind: DocumentKind): { maps: string[]; texts: string[] } {
  const texts = [...kind.layout.fields]
    .filter(([, field]) => field.type === 'text')
    .map(([name]) => textPrefix + name);
  return {
    maps: [fieldsName, ...[...kind.layout.collections.keys()].map((name) => collectionPrefix + name)],
    texts,
  };
}

/** Makes all top-level types of a kind real (Yjs keeps those it has only heard of as untyped placeholders). */
export function openRoots(kind: DocumentKind, ydoc: Y.Doc): void {
  metaOf(ydoc);
  const { maps, texts } = layoutNames(kind);
  for (const name of maps) ydoc.getMap(name);
  for (const name of texts) ydoc.getText(name);
}

export function createText(value: string): Y.Text {
  const text = new Y.Text();
  if (value !== '') text.insert(0, value);
  return text;
}

/**
 * Makes a text read `value` by replacing only what lies between the common beginning and the common end, so that what
 * others type elsewhere in it stays. Never cuts a character in two halves (surrogate pairs).
 */
export function writeText(text: Y.Text, value: string): void {
  const current = text.toString();
  if (current === value) return;
  const shortest = Math.min(current.length, value.length);
  let start = 0;
  while (start < shortest && current.charCodeAt(start) === value.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(current.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < shortest - start &&
    current.charCodeAt(current.length - 1 - end) === value.charCodeAt(value.length - 1 - end)
  ) {
    end++;
  }
  if (end > 0 && isLowSurrogate(current.charCodeAt(current.length - end))) end--;
  const removed = current.length - end - start;
  if (removed > 0) text.delete(start, removed);
  const added = value.slice(start, value.length - end);
  if (added !== '') text.insert(start, added);
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
