/**
 * Memory that one fit after another works in. A discovery makes two hundred fits of a few megabytes each; arrays made
 * anew would wait for a collector that sees no hurry, and be most of what a discovery holds.
 *
 * Arrays are taken in order, zeroed, and are the caller's until `begin`.
 */
export class Room {
  readonly #buffers: ArrayBuffer[] = [];
  #next = 0;

  /** What was taken before may be overwritten from now on. */
  begin(): void {
    this.#next = 0;
  }

  floats(length: number): Float64Array {
    return new Float64Array(this.#bytes(length * 8), 0, length);
  }
  codes(length: number): Uint16Array {
    return new Uint16Array(this.#bytes(length * 2), 0, length);
  }
  flags(length: number): Uint8Array {
    return new Uint8Array(this.#bytes(length), 0, length);
  }

  #bytes(size: number): ArrayBuffer {
    const at = this.#next++;
    let buffer = this.#buffers[at];
    if (buffer === undefined || buffer.byteLength < size) {
      // A resampled table has a few rows more or less than the one before.
      buffer = new ArrayBuffer(Math.ceil(size * 1.125));
      this.#buffers[at] = buffer;
    } else new Uint8Array(buffer, 0, size).fill(0);
    return buffer;
  }
}
