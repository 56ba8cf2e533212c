import { asciiText, type Cells, trimmedEnd, trimmedStart, WordSet } from '#kit/table/cells.ts';
import { readNumber } from '#kit/table/number-reader.ts';
import { TimeReader } from '#kit/table/time-reader.ts';
import type { SetAsideReason } from './balance.ts';
import type { AttributeMapping, EventMapping } from './mapping.ts';

/** Columns of the mapping that the table does not have. */
export function missingColumns(mapping: EventMapping, columns: readonly string[]): string[] {
  const known = new Set(columns);
  const { customer, time, event, channel, score, text, orderId, eventId, attributes, keepLaterColumns } =
    mapping;
  const needed = [customer, time.column, event, channel, score?.column, text, orderId, eventId];
  const asked = keepLaterColumns ? needed : [...needed, ...attributes.map(({ column }) => column)];
  return [...new Set(asked.filter((name): name is string => name !== undefined && !known.has(name)))];
}

/**
 * Of the words that mean "nothing", those that nobody is called. `NA` is left out: where cases are lettered (A, B … NA) it
 * is somebody, and taking it for nothing would lose a journey.
 */
const nobody: ReadonlySet<string> = new Set(['NULL', 'null', '\\N', '#N/A', 'N/A', 'NaN', 'nan']);

/** Part of the bytes of a batch; empty when there is nothing. */
export type Stretch = { start: number; end: number };

const stretch = (): Stretch => ({ start: 0, end: 0 });

/**
 * Reads the rows of a table as events. One object is reused for all rows: `read` says why a row is not an event, or leaves
 * the event in the fields below. What is said here of a value is said nowhere else (preview, import, command).
 */
export class EventReader {
  /** Where the batch being read keeps its bytes; the stretches below are parts of it. */
  bytes: Uint8Array = new Uint8Array(0);
  readonly customer = stretch();
  readonly event = stretch();
  readonly channel = stretch();
  readonly text = stretch();
  readonly orderId = stretch();
  readonly eventId = stretch();
  /** Milliseconds since 1970, UTC. */
  time = 0;
  score: number | undefined;
  /** Something to say about an event that is kept. */
  refusedScore = false;
  clock: 'plain' | 'skipped' | 'repeated' = 'plain';
  /** Attributes and their values, in the same order; more of them when the table shows new columns. */
  attributes: AttributeMapping[] = [];
  values: Stretch[] = [];

  readonly #mapping: EventMapping;
  readonly #until: number;
  readonly #times: TimeReader;
  readonly #missing: WordSet;
  readonly #nobody: WordSet;
  readonly #noAnswer: ReadonlySet<number>;
  readonly #time = stretch();
  readonly #score = stretch();
  #known = 0;
  /** Places of the cells of each role, and of each attribute; -1 when the table has no such column. */
  #at = { customer: -1, time: -1, event: -1, channel: -1, score: -1, text: -1, orderId: -1, eventId: -1 };
  #valuesAt: number[] = [];

  /** `until`: what is dated later (milliseconds since 1970) has not been lived yet, and is no event. */
  constructor(mapping: EventMapping, columns: readonly string[], until = Number.POSITIVE_INFINITY) {
    this.#mapping = mapping;
    this.#until = until;
    this.#times = new TimeReader(mapping.time.format, mapping.time.zone);
    this.#missing = new WordSet(mapping.missing);
    this.#nobody = new WordSet(mapping.missing.filter((word) => nobody.has(word)));
    this.#noAnswer = new Set(mapping.score?.noAnswer);
    this.learn(columns);
  }

  /** Tells that the table has these columns now: those known already, then new ones. */
  learn(columns: readonly string[]): void {
    if (columns.length === this.#known) return;
    const { customer, time, event, channel, score, text, orderId, eventId } = this.#mapping;
    const at = (name: string | undefined): number => (name === undefined ? -1 : columns.indexOf(name));
    this.#at = {
      customer: at(customer),
      time: at(time.column),
      event: at(event),
      channel: at(channel),
      score: at(score?.column),
      text: at(text),
      orderId: at(orderId),
      eventId: at(eventId),
    };
    const mapped = new Map(this.#mapping.attributes.map((attribute) => [attribute.column, attribute]));
    const used = new Set([customer, time.column, event, channel, score?.column, text, orderId, eventId]);
    for (let place = this.#known; place < columns.length; place++) {
      const column = columns[place] ?? '';
      const later = this.#mapping.keepLaterColumns && !used.has(column);
      const attribute =
        mapped.get(column) ??
        (later ? { column, name: column.slice(0, 200), level: 'auto' as const } : undefined);
      if (!attribute) continue;
      this.attributes.push(attribute);
      this.values.push(stretch());
      this.#valuesAt.push(place);
    }
    this.#known = columns.length;
  }

  /** Why the row is not an event; undefined when it is, and then the fields hold it until the next call. */
  read(cells: Cells, row: number): SetAsideReason | undefined {
    this.bytes = cells.bytes;
    const first = row * cells.width;
    const at = this.#at;
    this.#identity(cells, first, at.customer, this.customer);
    if (this.customer.start === this.customer.end) return 'no-customer';
    this.#cell(cells, first, at.time, this.#time);
    this.time = this.#times.readBytes(cells.bytes, this.#time.start, this.#time.end);
    if (Number.isNaN(this.time)) return this.#timeReason();
    if (this.time > this.#until) return 'time-in-future';
    this.#identity(cells, first, at.event, this.event);
    if (this.event.start === this.event.end) return 'no-event';
    const { status } = this.#times;
    this.clock = status === 'skipped' || status === 'repeated' ? status : 'plain';
    this.#identity(cells, first, at.channel, this.channel);
    if (this.#missing.has(cells.bytes, this.channel.start, this.channel.end))
      this.channel.end = this.channel.start;
    this.#cell(cells, first, at.text, this.text);
    this.#cell(cells, first, at.orderId, this.orderId);
    this.#cell(cells, first, at.eventId, this.eventId);
    this.score = undefined;
    this.refusedScore = false;
    if (at.score >= 0) {
      this.#cell(cells, first, at.score, this.#score);
      this.#readScore(cells.bytes, this.#score.start, this.#score.end);
    }
    for (let index = 0; index < this.values.length; index++)
      this.#cell(cells, first, this.#valuesAt[index]!, this.values[index]!);
    return undefined;
  }

  #timeReason(): SetAsideReason {
    const { start, end } = this.#time;
    if (trimmedStart(this.bytes, start, end) === end) return 'no-time';
    const { status } = this.#times;
    if (status === 'impossible') return 'impossible-time';
    return status === 'out-of-range' ? 'time-out-of-range' : 'unreadable-time';
  }

  /** A cell as it is; nothing when it holds a word that means nothing. */
  #cell({ bytes, starts, ends, width }: Cells, first: number, place: number, into: Stretch): void {
    if (place < 0 || place >= width) {
      into.start = 0;
      into.end = 0;
      return;
    }
    into.start = starts[first + place]!;
    into.end = ends[first + place]!;
    if (this.#missing.has(bytes, into.start, into.end)) into.end = into.start;
  }

  /** The cell of a customer, an event or a channel, without white space around it. */
  #identity({ bytes, starts, ends, width }: Cells, first: number, place: number, into: Stretch): void {
    if (place < 0 || place >= width) {
      into.start = 0;
      into.end = 0;
      return;
    }
    const end = ends[first + place]!;
    into.start = trimmedStart(bytes, starts[first + place]!, end);
    into.end = trimmedEnd(bytes, into.start, end);
    if (this.#nobody.has(bytes, into.start, into.end)) into.end = into.start;
  }

  #readScore(bytes: Uint8Array, start: number, end: number): void {
    const scale = this.#mapping.score;
    if (!scale || trimmedStart(bytes, start, end) === end) return;
    const value = readNumber(asciiText(bytes, start, end), scale.decimal);
    if (value >= scale.min && value <= scale.max && !this.#noAnswer.has(value)) this.score = value;
    else this.refusedScore = true;
  }
}
