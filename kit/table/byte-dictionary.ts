/**
 * Numbers keys of bytes in the order they come: 0, 1, 2 … Millions of look-ups make no string and no garbage. The key is
 * written into `key` before each look-up (`append`), so that it can be made of several stretches.
 */
export class ByteDictionary {
  readonly #most: number;
  #key = new Uint8Array(1024);
  #length = 0;
  #hash = 0;
  #keys: Uint8Array[] = [];
  #hashes: Int32Array;
  /** Open addressing: number of the key + 1, or 0. */
  #slots: Int32Array;

  /** `most`: how many keys it takes; further ones are not numbered. */
  constructor(most: number) {
    this.#most = most;
    this.#slots = new Int32Array(1024);
    this.#hashes = new Int32Array(512);
  }

  get size(): number {
    return this.#keys.length;
  }

  /** The bytes of a key. */
  keyOf(number: number): Uint8Array {
    return this.#keys[number]!;
  }

  begin(): void {
    this.#length = 0;
    this.#hash = 0x811c9dc5;
  }

  append(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.#length + length + 1 > this.#key.length) this.#grow(this.#length + length + 1);
    const key = this.#key;
    let to = this.#length;
    // FNV-1a: short keys, and nobody to attack it (a full table stops growing).
    let hash = this.#hash;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      key[to++] = byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    this.#hash = hash;
    this.#length = to;
  }

  /** A byte that no UTF-8 text holds, to tell stretches apart. */
  separate(): void {
    if (this.#length + 1 > this.#key.length) this.#grow(this.#length + 1);
    this.#key[this.#length++] = 0xff;
    this.#hash = Math.imul(this.#hash ^ 0xff, 0x01000193);
  }

  /** Number of the key written since `begin`; a new one if need be, -1 when there is no room for one. */
  number(): number {
    const hash = this.#hash;
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const found = this.#slots[slot]! - 1;
      if (found < 0) break;
      if (this.#hashes[found] === hash && this.#equals(found)) return found;
      slot = (slot + 1) & mask;
    }
    if (this.#keys.length >= this.#most) return -1;
    const number = this.#keys.length;
    this.#keys.push(this.#key.slice(0, this.#length));
    if (number === this.#hashes.length) this.#rehash();
    this.#hashes[number] = hash;
    this.#put(hash, number);
    return number;
  }

  #equals(number: number): boolean {
    const known = this.#keys[number]!;
    const key = this.#key;
    const length = this.#length;
    if (known.length !== length) return false;
    for (let at = 0; at < length; at++) if (known[at] !== key[at]) return false;
    return true;
  }

  #put(hash: number, number: number): void {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number + 1;
  }

  #rehash(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.#keys.length - 1; number++) this.#put(hashes[number]!, number);
  }

  #grow(needed: number): void {
    const key = new Uint8Array(Math.max(needed, this.#key.length * 2));
    key.set(this.#key);
    this.#key = key;
  }
}
