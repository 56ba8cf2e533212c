const pieceSize = 1 << 20;

/** The longest length of a text, and every other value of a row. */
export const widest = 10;

/**
 * Writes rows of RowBinary, the engine's own form, from stretches of bytes: nothing is escaped, no digit is made or read.
 * A text is its length (seven bits a byte, the lowest first) and its bytes; numbers have their lowest byte first.
 */
export class RowWriter {
  #pieces: Uint8Array[] = [];
  /** Given back, to be written again: a fresh megabyte for each is work for the collector. */
  readonly #free: Uint8Array<ArrayBuffer>[] = [];
  #piece = new Uint8Array(pieceSize);
  #at = 0;
  readonly #double = new Float64Array(1);
  readonly #doubleBytes = new Uint8Array(this.#double.buffer);

  /** Makes room for a row of so many values, whose texts have so many bytes. */
  begin(values: number, bytes: number): void {
    const most = bytes + values * widest;
    if (this.#at + most <= this.#piece.length) return;
    if (this.#at > 0) this.#pieces.push(this.#piece.subarray(0, this.#at));
    this.#piece = most <= pieceSize ? this.#fresh() : new Uint8Array(most);
    this.#at = 0;
  }

  #fresh(): Uint8Array<ArrayBuffer> {
    return this.#free.pop() ?? new Uint8Array(pieceSize);
  }

  /** The size of a Map, whose keys and values follow. */
  size(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.#piece[this.#at++] = (rest & 127) | 128;
    this.#piece[this.#at++] = rest;
  }

  /** String. */
  text(bytes: Uint8Array, start: number, end: number): void {
    this.size(end - start);
    const piece = this.#piece;
    let to = this.#at;
    for (let at = start; at < end; at++) piece[to++] = bytes[at]!;
    this.#at = to;
  }

  /** Int64, or UInt64: a whole number up to 2^53 either side. */
  int64(value: number): void {
    const high = Math.floor(value / 2 ** 32);
    this.uint32(value - high * 2 ** 32);
    this.uint32(high);
  }

  /** UInt32, or half of a UInt64: the lower one first. */
  uint32(value: number): void {
    const piece = this.#piece;
    const at = this.#at;
    piece[at] = value;
    piece[at + 1] = value >>> 8;
    piece[at + 2] = value >>> 16;
    piece[at + 3] = value >>> 24;
    this.#at = at + 4;
  }

  /** UInt16. */
  uint16(value: number): void {
    this.#piece[this.#at++] = value;
    this.#piece[this.#at++] = value >>> 8;
  }

  /** Nullable(Float64). */
  float64(value: number | undefined): void {
    if (value === undefined) {
      this.#piece[this.#at++] = 1;
      return;
    }
    this.#piece[this.#at++] = 0;
    this.#double[0] = value;
    for (let byte = 0; byte < 8; byte++) this.#piece[this.#at++] = this.#doubleBytes[byte]!;
  }

  /** The rows written since the last call. */
  take(): Uint8Array[] {
    const pieces = this.#at > 0 ? [...this.#pieces, this.#piece.subarray(0, this.#at)] : this.#pieces;
    this.#pieces = [];
    this.#piece = this.#fresh();
    this.#at = 0;
    return pieces;
  }

  /** Pieces of `take` that nobody reads any more. */
  giveBack(pieces: readonly Uint8Array[]): void {
    for (const { buffer } of pieces)
      if (buffer instanceof ArrayBuffer && buffer.byteLength === pieceSize)
        this.#free.push(new Uint8Array(buffer));
  }
}
