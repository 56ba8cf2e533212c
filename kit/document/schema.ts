import { z } from 'zod';
import { idSchema } from '../ids.ts';
import type { Problem } from '../problem.ts';
import type { Change } from './changes.ts';

/**
 * How a document kind is declared. One Zod object says everything: its plain fields (the last writer wins), its
 * collaborative texts (concurrent typing merges) and its collections (id → entity, each entity on its own).
 * Pure: rules in `domain/` import this file, never the Yjs one.
 */

type FieldRole = 'text' | 'collection';

/** Which schemas are collaborative texts or collections. Kept beside Zod, because Zod's own metadata is for people. */
const roles = new WeakMap<z.ZodType, FieldRole>();

/**
 * A string several people may type in at once. It is empty, never absent: a text that is there from the start has
 * no moment at which two people create it and one of them loses. `max` counts UTF-16 units (as `String.length`).
 */
export function collaborativeText(max = 20_000) {
  const schema = z.string().max(max).default('');
  roles.set(schema, 'text');
  return schema;
}

/**
 * Records by stable id. Entity fields are plain values or `collaborativeText()`; no collection inside a collection
 * (refer by id instead), no rule over several fields (two valid concurrent edits could break it: use `heal`).
 */
export function collection<Entity extends z.ZodObject>(entity: Entity) {
  const schema = z.record(idSchema, entity).default({});
  roles.set(schema, 'collection');
  return schema;
}

export type DocumentSchema = z.ZodObject;
export type RawDocument = Readonly<Record<string, unknown>>;

/** One step of the model: from version `to - 1` to version `to`. Pure, total on any JSON of the former version. */
export type Migration = {
  readonly to: number;
  readonly up: (document: RawDocument) => RawDocument;
  /**
   * What this step took away (`field`, `collection` or `collection/field`). Edits made offline with the former
   * version may still write there: they are accepted and ignored instead of being refused.
   */
  readonly retired?: readonly string[];
};

export type FieldLayout = { readonly type: 'value' | 'text'; readonly schema: z.ZodType };
export type CollectionLayout = {
  readonly entity: z.ZodObject;
  readonly fields: ReadonlyMap<string, FieldLayout>;
};

/**
 * A state of a document in which a part of it stands still, whoever edits: pages refuse an edit of it before it is made,
 * and the server puts back what an edit made without knowing of the lock (offline) has changed. Pure.
 */
export type DocumentLock<Document> = {
  /** The plain field of the document that is true while it is locked. An unlocked document costs nothing. */
  readonly field: string;
  /** Why the document does not take these changes; undefined when it does. */
  refuses(document: Document, changes: readonly Change[]): Problem | undefined;
  /** The document as it must be after an edit; `after` itself where the lock kept nothing. */
  hold(before: Document, after: Document): Document;
};

/** Where each part of the schema lives in the collaborative document. Computed once, at declaration. */
export type DocumentLayout = {
  readonly fields: ReadonlyMap<string, FieldLayout>;
  readonly collections: ReadonlyMap<string, CollectionLayout>;
  readonly retired: ReadonlySet<string>;
};

export type DocumentKind<S extends DocumentSchema = DocumentSchema> = {
  readonly kind: string;
  readonly version: number;
  readonly schema: S;
  readonly migrations: readonly Migration[];
  /**
   * Repairs what merging may break between entities (a card whose step is gone), each time the document is read.
   * Pure, idempotent; keeps identity where nothing is wrong. A method, so that kinds of any schema fit one list.
   */
  heal?(document: z.output<S>): z.output<S>;
  readonly lock?: DocumentLock<z.output<S>>;
  readonly layout: DocumentLayout;
};

/** The JSON projection of a kind: `DocumentOf<typeof journeyDocument>`. */
export type DocumentOf<K> = K extends { readonly schema: infer S extends DocumentSchema }
  ? z.output<S>
  : never;

type Declaration<S extends DocumentSchema> = {
  /** Stable name, in the wire name and in the store: lower case and dashes. */
  readonly kind: string;
  /** Starts at 1; each later version has its migration. */
  readonly version: number;
  readonly schema: S;
  readonly migrations: readonly Migration[];
  readonly heal?: (document: z.output<S>) => z.output<S>;
  readonly lock?: DocumentLock<z.output<S>>;
};

/** Declares a document kind. Throws on a declaration that could not hold its promises: that is a bug, seen at start. */
export function defineDocument<S extends DocumentSchema>(declaration: Declaration<S>): DocumentKind<S> {
  const { kind, version, schema, migrations, heal, lock } = declaration;
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(kind)) throw new Error(`document kind "${kind}" is not a plain name`);
  const steps = migrations.map((step) => step.to).join();
  const expected = Array.from({ length: version - 1 }, (_, index) => index + 2).join();
  if (steps !== expected) {
    throw new Error(
      `document kind ${kind}: version ${version} needs migrations to [${expected}], has [${steps}]`,
    );
  }
  const retired = new Set(migrations.flatMap((step) => step.retired ?? []));
  const layout = { ...layoutOf(kind, schema), retired };
  return { kind, version, schema, migrations, layout, ...(heal && { heal }), ...(lock && { lock }) };
}

function layoutOf(kind: string, schema: DocumentSchema): Omit<DocumentLayout, 'retired'> {
  refuseWholeObjectRules(kind, schema);
  const fields = new Map<string, FieldLayout>();
  const collections = new Map<string, CollectionLayout>();
  for (const [name, field] of Object.entries(schema.shape)) {
    const at = `${kind}.${name}`;
    const found = roleOf(field, at);
    if (found?.role !== 'collection') {
      fields.set(name, { type: found ? 'text' : 'value', schema: field });
      continue;
    }
    const entity = entityOf(found.schema);
    refuseWholeObjectRules(at, entity);
    const entityFields = new Map<string, FieldLayout>();
    for (const [key, inner] of Object.entries(entity.shape)) {
      const role = roleOf(inner, `${at}.${key}`);
      if (role?.role === 'collection') throw new Error(`${at}.${key}: a collection inside a collection`);
      entityFields.set(key, { type: role ? 'text' : 'value', schema: inner });
    }
    collections.set(name, { entity, fields: entityFields });
  }
  return { fields, collections };
}

function refuseWholeObjectRules(at: string, schema: z.ZodObject): void {
  if (schema.def.checks?.length) {
    throw new Error(`${at}: a rule over several fields can be broken by merging two valid edits; use heal`);
  }
}

/** The role marked on a schema. A marked schema must stand alone: wrapping it would make its absence possible. */
function roleOf(schema: z.core.$ZodType, at: string): { role: FieldRole; schema: z.ZodType } | undefined {
  const own = roles.get(schema as z.ZodType);
  if (own) return { role: own, schema: schema as z.ZodType };
  const inner = innerOf(schema);
  if (inner && roleOf(inner, at)) throw new Error(`${at}: a text or a collection is empty, never absent`);
  return undefined;
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const def = schema._zod.def as { innerType?: z.core.$ZodType };
  return def.innerType;
}

function entityOf(schema: z.ZodType): z.ZodObject {
  const record = innerOf(schema) as z.ZodRecord;
  return record.def.valueType as z.ZodObject;
}
