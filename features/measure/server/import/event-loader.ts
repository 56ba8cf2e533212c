import { ProblemError, problem } from '#kit/problem.ts';
import type { EventReader, Stretch } from '#measure/domain/event-import/event-reader.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { AttributeSets } from './attribute-sets.ts';
import { EventKinds } from './event-kinds.ts';
import { RowWriter, widest } from './row-writer.ts';

/** Rows of one INSERT: large enough to make few parts, small enough to sort in memory. */
const rowsPerLoad = 400_000;
/** One processor sorts a load. */
const loadsAtOnce = 2;

/** Fields of a row as written. */
const structure = [
  ['seq', 'UInt64'],
  ['customer', 'String'],
  ['time', 'Int64'],
  ['kind', 'UInt16'],
  ['score', 'Nullable(Float64)'],
  ['text', 'String'],
  ['order_id', 'String'],
  ['event_id', 'String'],
  ['attribute_set', 'UInt64'],
  ['attributes', 'Map(LowCardinality(String), String)'],
] as const;

/** Columns of `event`, and what goes in them. */
const select = {
  workspace_id: '{workspace:String}',
  source_id: '{source:String}',
  import_id: '{import:String}',
  ...Object.fromEntries(structure.map(([name]) => [name, name])),
  time: "fromUnixTimestamp64Milli(time, 'UTC')",
};

export type EventTarget = {
  readonly engine: Engine;
  readonly table: string;
  readonly workspaceId: string;
  readonly sourceId: string;
  readonly importId: string;
};

/**
 * Writes events into a table of the engine while the next ones are being read: two loads run while one is filled.
 */
export class EventLoader {
  readonly #target: EventTarget;
  readonly #kinds: EventKinds;
  readonly #sets: AttributeSets;
  readonly #writer = new RowWriter();
  #rows = 0;
  #names: Uint8Array[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(target: EventTarget, kinds: EventKinds, sets: AttributeSets) {
    this.#target = target;
    this.#kinds = kinds;
    this.#sets = sets;
  }

  /** Tells which attributes events have from now on. */
  learn({ attributes }: EventReader): void {
    const names = attributes.map(({ name }) => name);
    this.#sets.learn(names);
    this.#names = names.map((name) => Buffer.from(name));
  }

  /** Adds the event the reader has just read. */
  add(event: EventReader, seq: number): void {
    const { bytes, customer, text, orderId, eventId, values } = event;
    const kind = this.#kinds.id(bytes, event.event, event.channel);
    if (kind < 0) throw new ProblemError(problem('import.too-many-event-names', { most: EventKinds.most }));
    const writer = this.#writer;
    let size = customer.end - customer.start + text.end - text.start;
    size += orderId.end - orderId.start + eventId.end - eventId.start;
    const inSet = this.#sets.find(bytes, values);
    if (!inSet) size += this.#sizeOfOwn(values);
    writer.begin(structure.length, size);
    writer.int64(seq);
    writer.text(bytes, customer.start, customer.end);
    writer.int64(event.time);
    writer.uint16(kind);
    writer.float64(event.score);
    writer.text(bytes, text.start, text.end);
    writer.text(bytes, orderId.start, orderId.end);
    writer.text(bytes, eventId.start, eventId.end);
    writer.uint32(this.#sets.low);
    writer.uint32(this.#sets.high);
    if (inSet) writer.size(0);
    else this.#writeOwn(bytes, values);
    this.#rows++;
  }

  #sizeOfOwn(values: readonly Stretch[]): number {
    let size = 0;
    for (const [at, { start, end }] of values.entries())
      if (end > start) size += this.#names[at]!.length + end - start + 2 * widest;
    return size;
  }

  /** The attributes of an event that has some of its own. */
  #writeOwn(bytes: Uint8Array, values: readonly Stretch[]): void {
    const writer = this.#writer;
    let filled = 0;
    for (const { start, end } of values) if (end > start) filled++;
    writer.size(filled);
    for (const [at, { start, end }] of values.entries()) {
      if (end === start) continue;
      const name = this.#names[at]!;
      writer.text(name, 0, name.length);
      writer.text(bytes, start, end);
    }
  }

  /** Called after each batch; waits while the engine is behind. */
  async settle(): Promise<void> {
    if (this.#rows >= rowsPerLoad) await this.#send();
  }

  async end(): Promise<void> {
    if (this.#rows > 0) await this.#send();
    await Promise.all(this.#running);
  }

  /** Waits for what is running, whatever becomes of it. */
  async abandon(): Promise<void> {
    this.#writer.take();
    this.#rows = 0;
    await Promise.allSettled(this.#running);
  }

  async #send(): Promise<void> {
    while (this.#running.size >= loadsAtOnce) await Promise.race(this.#running);
    const { engine, table, workspaceId, sourceId, importId } = this.#target;
    const values = this.#writer.take();
    this.#rows = 0;
    const loading = engine.load({
      table,
      columns: Object.keys(select),
      select: Object.values(select),
      structure,
      params: { workspace: workspaceId, source: sourceId, import: importId },
      format: 'RowBinary',
      values,
    });
    const running = loading.then(() => {
      this.#writer.giveBack(values);
      this.#running.delete(running);
    });
    this.#running.add(running);
    // A failure stays among those running, for the next wait to meet; until then it must not count as unhandled.
    running.catch(() => {});
  }
}
