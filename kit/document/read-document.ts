import { idSchema } from '../ids.ts';
import { problem } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Change, changeSchema, type Entity } from './changes.ts';
import type { CollectionLayout, DocumentKind, DocumentOf, FieldLayout, RawDocument } from './schema.ts';

/** Something of the source that is not in the result, and why (a Zod issue code, `unknown-field` or `bad-id`). */
export type SetAside = { readonly path: readonly string[]; readonly issue: string };

/** A document that parses, and what had to be left out of it. */
export type Reading<D> = { readonly document: D; readonly setAside: readonly SetAside[] };

/**
 * Parses a document of the kind's current version. An entity that does not parse is set aside and the rest survives;
 * a field of the document itself that does not parse fails the whole: `document.invalid` {kind, field, issue}.
 */
export function readDocument<K extends DocumentKind>(kind: K, raw: unknown): Result<Reading<DocumentOf<K>>> {
  if (!isRecord(raw))
    return fail(problem('document.invalid', { kind: kind.kind, field: '', issue: 'invalid_type' }));
  const fields = readFields(kind, raw);
  if (!fields.ok) return fields;
  const setAside: SetAside[] = [];
  const document: Record<string, unknown> = { ...fields.value };
  for (const [name, layout] of kind.layout.collections) {
    const records = raw[name] ?? {};
    if (!isRecord(records)) {
      return fail(problem('document.invalid', { kind: kind.kind, field: name, issue: 'invalid_type' }));
    }
    document[name] = readCollection(name, layout, records, setAside);
  }
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(kind.schema.shape, name)) setAside.push({ path: [name], issue: 'unknown-field' });
  }
  return ok({ document: healed(kind, document as DocumentOf<K>), setAside });
}

/** The document's own fields, parsed, without its collections. */
export function readFields(
  kind: DocumentKind,
  raw: Readonly<Record<string, unknown>>,
): Result<Readonly<Record<string, unknown>>> {
  const fields: Record<string, unknown> = {};
  for (const [name, field] of kind.layout.fields) {
    const parsed = parseField(field, raw[name]);
    if (!parsed.ok) {
      return fail(problem('document.invalid', { kind: kind.kind, field: name, issue: parsed.problem }));
    }
    if (parsed.value !== undefined) fields[name] = parsed.value;
  }
  return ok(fields);
}

export function healed<K extends DocumentKind>(kind: K, document: DocumentOf<K>): DocumentOf<K> {
  return kind.heal ? (kind.heal(document) as DocumentOf<K>) : document;
}

function readCollection(
  name: string,
  layout: CollectionLayout,
  records: RawDocument,
  setAside: SetAside[],
): Record<string, Entity> {
  const entities: Record<string, Entity> = {};
  for (const [id, value] of Object.entries(records)) {
    const parsed = readEntity(layout, id, value);
    if (!parsed.ok) {
      setAside.push({ path: [name, id, ...parsed.problem.path], issue: parsed.problem.issue });
      continue;
    }
    entities[id] = parsed.value;
    for (const field of Object.keys(value as object)) {
      if (!layout.fields.has(field)) setAside.push({ path: [name, id, field], issue: 'unknown-field' });
    }
  }
  return entities;
}

/** One entity, parsed; the problem tells which field first failed. */
export function readEntity(layout: CollectionLayout, id: string, value: unknown): Result<Entity, SetAside> {
  if (!idSchema.safeParse(id).success || id === '__proto__') return fail({ path: [], issue: 'bad-id' });
  const parsed = layout.entity.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0]!;
  return fail({ path: issue.path.map(String), issue: issue.code });
}

export function parseField(field: FieldLayout, value: unknown): Result<unknown, string> {
  const parsed = field.schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : fail(parsed.error.issues[0]!.code);
}

/**
 * Changes from outside, checked against the kind: known places, values that parse (defaults filled in).
 * Problem: `document.invalid-change` {index, path, issue}. Nothing is applied when one of them is wrong.
 */
export function readChanges(kind: DocumentKind, raw: readonly unknown[]): Result<Change[]> {
  const changes: Change[] = [];
  for (const [index, item] of raw.entries()) {
    const shape = changeSchema.safeParse(item);
    if (!shape.success) return refused(index, [], shape.error.issues[0]!.code);
    const checked = checkChange(kind, shape.data as Change);
    if (!checked.ok) return refused(index, checked.problem.path, checked.problem.issue);
    changes.push(checked.value);
  }
  return ok(changes);
}

const refused = (index: number, path: readonly string[], issue: string): Result<never> =>
  fail(problem('document.invalid-change', { index, path: path.join('/'), issue }));

function checkChange(kind: DocumentKind, change: Change): Result<Change, SetAside> {
  const { path } = change;
  const place = path.length === 1 ? kind.layout.fields.get(path[0]) : undefined;
  const layout = path.length === 1 ? undefined : kind.layout.collections.get(path[0]);
  if (!place && !layout) return fail({ path, issue: 'unknown-field' });
  if (change.op === 'remove') return ok(change);
  if (change.op === 'put') {
    const entity = readEntity(layout!, change.path[1], change.value);
    if (!entity.ok) return fail({ path: [...path, ...entity.problem.path], issue: entity.problem.issue });
    const stray = Object.keys(change.value).find((field) => !layout!.fields.has(field));
    return stray
      ? fail({ path: [...path, stray], issue: 'unknown-field' })
      : ok({ ...change, value: entity.value });
  }
  const field = place ?? layout!.fields.get(path[2]!);
  if (!field) return fail({ path, issue: 'unknown-field' });
  if (field.type === 'text' && change.value === undefined) return fail({ path, issue: 'invalid_type' });
  const value = parseField(field, change.value);
  if (!value.ok) return fail({ path, issue: value.problem });
  return ok(value.value === undefined ? { op: 'set', path: change.path } : { ...change, value: value.value });
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
