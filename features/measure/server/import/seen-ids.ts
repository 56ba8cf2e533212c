import type { EventReader } from '#measure/domain/event-import/event-reader.ts';
import { rowOf } from '#platform/files/batch.ts';
import type { Batch } from '#platform/files/table.ts';

/** A row as it stands in the file, and what is said of it. */
export type SeenRow = Pick<EventReader, 'refusedScore' | 'clock'> & {
  readonly line: number;
  readonly fields: readonly string[];
};

const mostWords = 1 << 24;
/** Rows kept, and characters in them: some ten megabytes. */
const mostRows = 100_000;
const mostCharacters = 16_000_000;

/**
 * Keeps the rows whose event id may have come before in the same file, so that those the engine finds repeated need not be
 * looked for in the file again. It keeps a few too many (a Bloom filter of three bits within one word: about one row in
 * a thousand at ten million ids), and none too few, until they are more than it can hold: then it keeps none.
 */
export class SeenIds {
  readonly #words: Int32Array;
  #rows: Map<number, SeenRow> | undefined = new Map();
  #characters = 0;

  /** `size`: of the file, bytes. */
  constructor(size: number) {
    this.#words = new Int32Array(Math.min(mostWords, 2 ** Math.ceil(Math.log2(Math.max(1024, size / 32)))));
  }

  /** The rows kept, by their place in the order of arrival; undefined when there were too many. */
  get rows(): ReadonlyMap<number, SeenRow> | undefined {
    return this.#rows;
  }

  /** Looks at the event that has just been read from a row. */
  see(event: EventReader, seq: number, { cells, lines }: Batch, row: number): void {
    const { bytes, eventId, refusedScore, clock } = event;
    if (!this.#rows || eventId.start === eventId.end || !this.#cameBefore(bytes, eventId.start, eventId.end))
      return;
    const fields = rowOf(cells, row);
    for (const field of fields) this.#characters += field.length;
    this.#rows.set(seq, { line: lines[row] ?? 0, fields, refusedScore, clock });
    if (this.#rows.size > mostRows || this.#characters > mostCharacters) this.#rows = undefined;
  }

  #cameBefore(bytes: Uint8Array, start: number, end: number): boolean {
    // FNV-1a twice, with two primes, then mixed: the word by one, the bits by the other.
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x85ebca6b);
    }
    a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
    b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b ^= b >>> 16;
    const place = (a ^ (a >>> 13)) & (this.#words.length - 1);
    const bits = (1 << (b & 31)) | (1 << ((b >>> 5) & 31)) | (1 << ((b >>> 10) & 31));
    const word = this.#words[place]!;
    this.#words[place] = word | bits;
    return (word & bits) === bits;
  }
}
