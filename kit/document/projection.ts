import * as Y from 'yjs';
import { problem } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Entity } from './changes.ts';
import { healed, type Reading, readEntity, readFields, type SetAside } from './read-document.ts';
import type { CollectionLayout, DocumentKind, DocumentOf } from './schema.ts';
import { plainEntity, plainRoot } from './y-inspect.ts';
import { metaOf, openRoots, rootPlace, rootRecords } from './y-layout.ts';

/** What changed since the last look: the document's own fields, and entities by collection. */
type Touched = {
  meta: boolean;
  root: boolean;
  readonly entities: Map<string, Set<string>>;
  readonly strange: Set<string>;
};

const nothing = (): Touched => ({ meta: false, root: false, entities: new Map(), strange: new Set() });

/**
 * The JSON projection of a collaborative document, kept up to date by parsing only what changed. What did not change
 * keeps its identity from one reading to the next, so a page redraws only what moved and a server checks a keystroke
 * in a map of a thousand cards by parsing one card.
 */
export class DocumentProjection<K extends DocumentKind> {
  readonly #kind: K;
  readonly #ydoc: Y.Doc;
  /** Entities that parse, as they are now. */
  readonly #entities = new Map<string, Map<string, Entity>>();
  /** The same as last read; of a collection that changed since, nothing: copying it for each letter is left out. */
  readonly #collections = new Map<string, Readonly<Record<string, Entity>>>();
  readonly #aside = new Map<string, readonly SetAside[]>();
  readonly #listeners = new Set<() => void>();
  #root: Result<Readonly<Record<string, unknown>>> = ok({});
  #touched = nothing();
  #faults: SetAside[] = [];
  #reading: Result<Reading<DocumentOf<K>>> | undefined;

  constructor(kind: K, ydoc: Y.Doc) {
    this.#kind = kind;
    this.#ydoc = ydoc;
    openRoots(kind, ydoc);
    this.#touched.meta = true;
    this.#touched.root = true;
    for (const name of kind.layout.collections.keys()) {
      this.#entities.set(name, new Map());
      this.#touched.entities.set(name, new Set(rootRecords(ydoc, name).keys()));
    }
    ydoc.on('afterTransaction', this.#note);
  }

  stop(): void {
    this.#ydoc.off('afterTransaction', this.#note);
    this.#listeners.clear();
  }

  /** Called after each transaction that changed something; answers the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The projection now; the same object as long as nothing changed. */
  read(): Result<Reading<DocumentOf<K>>> {
    this.#refresh();
    this.#reading ??= this.#compose();
    return this.#reading;
  }

  /**
   * What is wrong among what changed since the last call: entities and fields that do not parse, places the kind does
   * not have, anything that is not plain JSON or plain text. Stricter than `read`, which only sets aside.
   */
  takeFaults(): readonly SetAside[] {
    this.#refresh();
    const faults = this.#faults;
    this.#faults = [];
    return faults;
  }

  readonly #note = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return;
    const names = new Map<unknown, string>();
    for (const [name, type] of this.#ydoc.share) names.set(type, name);
    for (const [type, keys] of transaction.changed) this.#noteType(names, type, keys);
    for (const listener of this.#listeners) listener();
  };

  #noteType(names: Map<unknown, string>, type: unknown, keys: Set<string | null>): void {
    const path: (string | null)[] = [];
    let at: unknown = type;
    while (at instanceof Y.AbstractType && at._item) {
      path.unshift(at._item.parentSub);
      at = at._item.parent;
    }
    const root = names.get(at);
    if (root === undefined) return;
    const place = rootPlace(root);
    if (place?.in === 'meta') this.#touched.meta = true;
    else if (place?.in === 'fields' || place?.in === 'text') this.#touched.root = true;
    if (place?.in !== 'collection' || !this.#kind.layout.collections.has(place.name)) {
      this.#touched.strange.add(root);
      return;
    }
    const ids = path.length > 0 ? [path[0]!] : [...keys];
    const touched = this.#touched.entities.get(place.name) ?? new Set();
    this.#touched.entities.set(place.name, touched);
    for (const id of ids) {
      if (id === null) this.#touched.strange.add(root);
      else touched.add(id);
    }
  }

  #refresh(): void {
    const touched = this.#touched;
    if (!touched.meta && !touched.root && touched.entities.size === 0 && touched.strange.size === 0) return;
    this.#touched = nothing();
    this.#reading = undefined;
    for (const name of touched.strange) this.#inspectStrange(name);
    if (touched.root) this.#refreshRoot();
    if (touched.meta) this.#inspectMeta();
    for (const [name, ids] of touched.entities) {
      this.#refreshCollection(name, this.#kind.layout.collections.get(name)!, ids);
    }
  }

  #inspectStrange(name: string): void {
    const place = rootPlace(name);
    const { fields, retired, collections } = this.#kind.layout;
    if (place?.in === 'meta' || place?.in === 'fields') return;
    if (place && retired.has(place.name)) return;
    if (place?.in === 'text' && fields.get(place.name)?.type === 'text') return;
    const issue = place?.in === 'collection' && collections.has(place.name) ? 'not-plain' : 'unknown-field';
    this.#faults.push({ path: [name], issue });
  }

  #inspectMeta(): void {
    const meta = metaOf(this.#ydoc);
    const entries = Object.fromEntries(meta.entries());
    if (meta._start) this.#faults.push({ path: ['meta'], issue: 'not-plain' });
    const stray = Object.keys(entries).find((key) => key !== 'kind' && key !== 'version');
    if (entries.kind !== this.#kind.kind)
      this.#faults.push({ path: ['meta', 'kind'], issue: 'invalid_value' });
    if (entries.version !== this.#kind.version)
      this.#faults.push({ path: ['meta', 'version'], issue: 'invalid_value' });
    if (stray !== undefined) this.#faults.push({ path: ['meta', stray], issue: 'unknown-field' });
  }

  #refreshRoot(): void {
    const { value, faults } = plainRoot(this.#kind, this.#ydoc);
    this.#faults.push(...faults);
    this.#root = readFields(this.#kind, value);
    if (!this.#root.ok) {
      const { field, issue } = this.#root.problem.params ?? {};
      this.#faults.push({ path: [String(field)], issue: String(issue) });
    }
  }

  #refreshCollection(name: string, layout: CollectionLayout, ids: ReadonlySet<string>): void {
    const records = rootRecords(this.#ydoc, name);
    const entities = this.#entities.get(name)!;
    this.#collections.delete(name);
    for (const id of ids) {
      const key = `${name}/${id}`;
      this.#aside.delete(key);
      if (!records.has(id)) {
        entities.delete(id);
        continue;
      }
      const { value, faults } = plainEntity(this.#kind, name, id, records.get(id));
      const aside = [...faults];
      const parsed = readEntity(layout, id, value);
      if (parsed.ok) entities.set(id, parsed.value);
      else {
        entities.delete(id);
        aside.push({ path: [name, id, ...parsed.problem.path], issue: parsed.problem.issue });
      }
      if (aside.length > 0) this.#aside.set(key, aside);
      this.#faults.push(...aside);
    }
  }

  #collection(name: string): Readonly<Record<string, Entity>> {
    const known = this.#collections.get(name);
    if (known) return known;
    const copied = Object.fromEntries(this.#entities.get(name)!);
    this.#collections.set(name, copied);
    return copied;
  }

  #compose(): Result<Reading<DocumentOf<K>>> {
    const meta = metaOf(this.#ydoc);
    const { kind, version } = this.#kind;
    const found = meta.get('kind');
    if (found !== kind)
      return fail(problem('document.wrong-kind', { expected: kind, found: String(found ?? '') }));
    if (meta.get('version') !== version) {
      const other = Number(meta.get('version') ?? 0);
      return fail(problem('document.other-version', { kind, expected: version, found: other }));
    }
    if (!this.#root.ok) return this.#root;
    const collections = [...this.#entities.keys()].map((name) => [name, this.#collection(name)] as const);
    const document = { ...this.#root.value, ...Object.fromEntries(collections) } as DocumentOf<K>;
    return ok({ document: healed(this.#kind, document), setAside: [...this.#aside.values()].flat() });
  }
}
