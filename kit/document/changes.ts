import { z } from 'zod';
import { idSchema } from '../ids.ts';

/**
 * An edit, as data: what a page, a script and an import all send. A `set` without value takes the field away.
 * - `put`: the entity is there, with these fields and no others (kept fields merge, they are not replaced);
 * - `set`: one field of an entity, `[collection, id, field]`, or of the document itself, `[field]`;
 * - `remove`: the entity is gone.
 * Setting a field of an entity that is not there does nothing: somebody removed it meanwhile, and removal wins.
 */
export type Change =
  | { readonly op: 'put'; readonly path: EntityPath; readonly value: Entity }
  | { readonly op: 'set'; readonly path: FieldPath; readonly value?: unknown }
  | { readonly op: 'remove'; readonly path: EntityPath };

export type Entity = Readonly<Record<string, unknown>>;
export type EntityPath = readonly [collection: string, id: string];
export type FieldPath = readonly [collection: string, id: string, field: string] | readonly [field: string];

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/);
const entityPath = z.tuple([name, idSchema]);

/** Changes as they come from outside (REST, files). Values are parsed against the kind's schema when applied. */
export const changeSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('put'), path: entityPath, value: z.record(z.string(), z.json()) }),
  z.object({
    op: z.literal('set'),
    path: z.union([z.tuple([name, idSchema, name]), z.tuple([name])]),
    value: z.json().optional(),
  }),
  z.object({ op: z.literal('remove'), path: entityPath }),
]);

/**
 * The document after these changes. Pure; entities that did not change keep their identity, so that a page redraws
 * only what moved. Does not validate: callers parse (see `readDocument`) what comes from outside.
 */
export function applyChanges<D extends object>(document: D, changes: readonly Change[]): D {
  let next = document as Readonly<Record<string, unknown>>;
  for (const change of changes) next = applyOne(next, change);
  return next as D;
}

function applyOne(document: Entity, change: Change): Entity {
  const { path } = change;
  if (path.length === 1) {
    return change.op === 'set' ? withField(document, path[0], change.value) : document;
  }
  const [name, id] = path;
  const records = (document[name] ?? {}) as Readonly<Record<string, Entity>>;
  const entity = Object.hasOwn(records, id) ? records[id] : undefined;
  const next = nextEntity(entity, change);
  if (next === entity) return document;
  return { ...document, [name]: withField(records, id, next) };
}

function nextEntity(entity: Entity | undefined, change: Change): Entity | undefined {
  if (change.op === 'remove') return undefined;
  if (change.op === 'put')
    return entity && sameJson(entity, change.value) ? entity : withoutAbsent(change.value);
  const field = change.path[2];
  return entity && field !== undefined ? withField(entity, field, change.value) : entity;
}

function withField(record: Entity, field: string, value: unknown): Entity {
  if (value === undefined) {
    if (!Object.hasOwn(record, field)) return record;
    const { [field]: _gone, ...rest } = record;
    return rest;
  }
  return Object.hasOwn(record, field) && sameJson(record[field], value)
    ? record
    : { ...record, [field]: value };
}

function withoutAbsent(value: Entity): Entity {
  return Object.values(value).includes(undefined)
    ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined))
    : value;
}

/**
 * The changes that lead from one document to another: `applyChanges(from, diff(from, to))` equals `to`.
 * Import, restore and whole-document writes go through this, so that they merge with what others are doing.
 * Collections are recognised by the caller's `collections` (names), everything else is a field.
 */
export function diff(collections: Iterable<string>, from: object, to: object): Change[] {
  const before = from as Entity;
  const after = to as Entity;
  const names = new Set(collections);
  const changes: Change[] = [];
  for (const field of keysOf(before, after)) {
    if (names.has(field)) diffCollection(field, recordsOf(before[field]), recordsOf(after[field]), changes);
    else if (!sameJson(before[field], after[field])) changes.push(setChange([field], after[field]));
  }
  return changes;
}

function diffCollection(
  name: string,
  before: Readonly<Record<string, Entity>>,
  after: Readonly<Record<string, Entity>>,
  changes: Change[],
): void {
  for (const id of keysOf(before, after)) {
    const old = Object.hasOwn(before, id) ? before[id] : undefined;
    const now = Object.hasOwn(after, id) ? after[id] : undefined;
    if (!now) changes.push({ op: 'remove', path: [name, id] });
    else if (!old) changes.push({ op: 'put', path: [name, id], value: now });
    else {
      for (const field of keysOf(old, now)) {
        if (!sameJson(old[field], now[field])) changes.push(setChange([name, id, field], now[field]));
      }
    }
  }
}

const setChange = (path: FieldPath, value: unknown): Change =>
  value === undefined ? { op: 'set', path } : { op: 'set', path, value };

const keysOf = (a: object, b: object): Set<string> => new Set([...Object.keys(a), ...Object.keys(b)]);

const recordsOf = (value: unknown) => (value ?? {}) as Readonly<Record<string, Entity>>;

/** Equality of JSON values: order of keys does not matter, an absent key equals an undefined one. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => sameJson(value, b[index]))
    );
  }
  const left = a as Entity;
  const right = b as Entity;
  for (const key of keysOf(left, right)) {
    const one = Object.hasOwn(left, key) ? left[key] : undefined;
    const other = Object.hasOwn(right, key) ? right[key] : undefined;
    if (!sameJson(one, other)) return false;
  }
  return true;
}
