import { createHash } from 'node:crypto';
import { ByteDictionary } from '#kit/table/byte-dictionary.ts';
import type { Stretch } from '#measure/domain/event-import/event-reader.ts';

/** Attributes with their values, blanks left out, in the order of their names. */
type Attributes = readonly (readonly [name: string, value: string])[];

export type AttributeSet = {
  /** UInt64 in decimal digits; never 0. The same attributes have the same id wherever they come from. */
  readonly id: string;
  readonly attributes: Attributes;
};

/** Sets remembered of one file, bytes of the values of one, and characters of all of them. */
const mostSets = 30_000;
const mostBytes = 1000;
const mostCharacters = 16_000_000;
/** Fewer events than this to a set, once there are too many: values are of events, and remembering them is of no use. */
const worthwhile = 8;

/**
 * Finds out which events have the same attributes, so that these are written once. What is remembered is bounded: events whose
 * attributes are not among them (`find` is false) carry their own.
 */
export class AttributeSets {
  #names: readonly string[] = [];
  #dictionary = new ByteDictionary(mostSets);
  /** Halves of the id of each number of the dictionary. */
  #lows = new Uint32Array(mostSets);
  #highs = new Uint32Array(mostSets);
  #known = 0;
  #events = 0;
  #characters = 0;
  #full = false;
  readonly #sets = new Map<string, Attributes>();
  /** Halves of the id last found; both 0 when there are no attributes at all. */
  low = 0;
  high = 0;

  /** The attributes that values stand for from now on. */
  learn(names: readonly string[]): void {
    this.#names = names;
    this.#dictionary = new ByteDictionary(mostSets);
    this.#known = 0;
    this.#events = 0;
    this.#full = names.length === 0 || this.#characters > mostCharacters;
  }

  /** True when the values have a set, whose id is in `low` and `high` then. */
  find(bytes: Uint8Array, values: readonly Stretch[]): boolean {
    this.low = 0;
    this.high = 0;
    let size = 0;
    for (let at = 0; at < values.length; at++) size += values[at]!.end - values[at]!.start;
    if (size === 0) return true;
    if (this.#full || size > mostBytes) return false;
    const dictionary = this.#dictionary;
    dictionary.begin();
    for (let at = 0; at < values.length; at++) {
      const { start, end } = values[at]!;
      dictionary.append(bytes, start, end);
      dictionary.separate();
    }
    const number = dictionary.number();
    this.#events++;
    if (number < 0) {
      if (this.#events < mostSets * worthwhile) this.#full = true;
      return false;
    }
    if (number === this.#known) this.#add(bytes, values);
    this.low = this.#lows[number]!;
    this.high = this.#highs[number]!;
    return true;
  }

  /** All sets found. */
  sets(): AttributeSet[] {
    return [...this.#sets].map(([id, attributes]) => ({ id, attributes }));
  }

  #add(bytes: Uint8Array, values: readonly Stretch[]): void {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const attributes = values
      .map(({ start, end }, at) => [this.#names[at] ?? '', text.toString('utf8', start, end)] as const)
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const digest = createHash('sha256').update(JSON.stringify(attributes)).digest();
    const low = digest.readUInt32LE(0) || 1;
    const high = digest.readUInt32LE(4);
    this.#lows[this.#known] = low;
    this.#highs[this.#known] = high;
    this.#known++;
    this.#sets.set(String(BigInt(high) * 2n ** 32n + BigInt(low)), attributes);
    for (const [name, value] of attributes) this.#characters += name.length + value.length;
    if (this.#characters > mostCharacters) this.#full = true;
  }
}
