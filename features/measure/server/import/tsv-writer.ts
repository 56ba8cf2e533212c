const pieceSize = 1 << 20;

const tab = 9;
const newline = 10;
const backslash = 92;
/** What stands after the backslash for the bytes that TabSeparated cannot hold as they are. */
const escaped = new Map([
  [0, 48],
  [tab, 116],
  [newline, 110],
  [13, 114],
  [backslash, backslash],
]);

/** Writes rows of TabSeparated as bytes, from stretches of other bytes. */
export class TsvWriter {
  #pieces: Uint8Array[] = [];
  /** Given back, to be written again: a fresh megabyte for each is work for the collector. */
  readonly #free: Uint8Array<ArrayBuffer>[] = [];
  #piece = new Uint8Array(pieceSize);
  #at = 0;

  /** Makes room for a row of at most so many bytes before escaping. */
  begin(bytes: number): void {
    const most = bytes * 2 + 256;
    if (this.#at + most <= this.#piece.length) return;
    if (this.#at > 0) this.#pieces.push(this.#piece.subarray(0, this.#at));
    this.#piece = most <= pieceSize ? this.#fresh() : new Uint8Array(most);
    this.#at = 0;
  }

  #fresh(): Uint8Array<ArrayBuffer> {
    return this.#free.pop() ?? new Uint8Array(pieceSize);
  }

  tab(): void {
    this.#piece[this.#at++] = tab;
  }

  endRow(): void {
    this.#piece[this.#at++] = newline;
  }

  cell(bytes: Uint8Array, start: number, end: number): void {
    const piece = this.#piece;
    let to = this.#at;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (byte < 14 || byte === backslash) {
        const code = escaped.get(byte);
        if (code !== undefined) {
          piece[to++] = backslash;
          piece[to++] = code;
          continue;
        }
      }
      piece[to++] = byte;
    }
    this.#at = to;
  }

  nothing(): void {
    this.#piece[this.#at++] = backslash;
    this.#piece[this.#at++] = 78;
  }

  /** A whole number up to 2^53. */
  integer(value: number): void {
    let rest = value;
    if (rest < 0) {
      this.#piece[this.#at++] = 45;
      rest = -rest;
    }
    if (rest >= 1e9) {
      const high = Math.floor(rest / 1e9);
      this.integer(high);
      this.#digits(rest - high * 1e9, 9);
    } else {
      let length = 1;
      for (let ten = 10; ten <= rest; ten *= 10) length++;
      this.#digits(rest, length);
    }
  }

  /** Any number, as JavaScript writes it. */
  number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < 1e15) this.integer(value);
    else for (const char of String(value)) this.#piece[this.#at++] = char.charCodeAt(0);
  }

  #digits(value: number, length: number): void {
    let rest = value | 0;
    for (let at = this.#at + length - 1; at >= this.#at; at--) {
      const next = (rest / 10) | 0;
      this.#piece[at] = 48 + rest - next * 10;
      rest = next;
    }
    this.#at += length;
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
