import { ProblemError, problem } from '#kit/problem.ts';
import type { EventReader } from '#measure/domain/event-import/event-reader.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { EventKinds } from './event-kinds.ts';
import { RowWriter } from './row-writer.ts';

/** Rows of one INSERT: large enough to make few parts, small enough to sort in memory. */
const rowsPerLoad = 400_000;
/** One processor sorts a load. */
const loadsAtOnce = 2;

/** Fields of a row as written, before those of its attributes. */
const structure = [
  ['seq', 'UInt64'],
  ['customer', 'String'],
  ['time', 'Int64'],
  ['kind', 'UInt16'],
  ['score', 'Nullable(Float64)'],
  ['text', 'String'],
  ['order_id', 'String'],
  ['event_id', 'String'],
] as const;

/** Columns of `event`, and what goes in them. */
const fixed = {
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
  readonly #writer = new RowWriter();
  #rows = 0;
  #attributes: string[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(target: EventTarget, kinds: EventKinds) {
    this.#target = target;
    this.#kinds = kinds;
  }

  /** Adds the event the reader has just read. */
  add(event: EventReader, seq: number): void {
    const { bytes, customer, text, orderId, eventId, values } = event;
    const kind = this.#kinds.id(bytes, event.event, event.channel);
    if (kind < 0) throw new ProblemError(problem('import.too-many-event-names', { most: EventKinds.most }));
    const writer = this.#writer;
    let size = customer.end - customer.start + text.end - text.start;
    size += orderId.end - orderId.start + eventId.end - eventId.start;
    for (let at = 0; at < values.length; at++) size += values[at]!.end - values[at]!.start;
    writer.begin(structure.length + values.length, size);
    writer.int64(seq);
    writer.text(bytes, customer.start, customer.end);
    writer.int64(event.time);
    writer.uint16(kind);
    writer.float64(event.score);
    writer.text(bytes, text.start, text.end);
    writer.text(bytes, orderId.start, orderId.end);
    writer.text(bytes, eventId.start, eventId.end);
    for (let at = 0; at < values.length; at++) writer.text(bytes, values[at]!.start, values[at]!.end);
    this.#rows++;
  }

  /** Called after each batch; waits while the engine is behind. A change of attributes starts a new load. */
  async settle(event: EventReader): Promise<void> {
    this.#attributes = event.attributes.map(({ name }) => name);
    if (this.#rows >= rowsPerLoad) await this.#send();
  }

  /** To call before the reader learns new columns: what is waiting has the old ones. */
  async flush(): Promise<void> {
    if (this.#rows > 0) await this.#send();
  }

  async end(): Promise<void> {
    await this.flush();
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
    const names = this.#attributes;
    this.#rows = 0;
    const cells = names.map((_, index) => `a${index}`);
    // Nothing at all is said of attributes when there are none: the column's own default is the cheapest.
    const attributes =
      names.length === 0
        ? {}
        : {
            attributes: `mapFilter((name, value) -> value != '',
              mapFromArrays({names:Array(String)}, [${cells.join(', ')}]))`,
          };
    const select = { ...fixed, ...attributes };
    const loading = engine.load({
      table,
      columns: Object.keys(select),
      select: Object.values(select),
      structure: [...structure, ...cells.map((cell) => [cell, 'String'] as const)],
      params: { workspace: workspaceId, source: sourceId, import: importId, names },
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
