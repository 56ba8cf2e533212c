/**
 * Cells of some rows of a table, as UTF-8: the cell in column c of row r lies in `bytes` from `starts[r * width + c]` to
 * `ends[r * width + c]`. Tens of millions of cells are never made into strings.
 */
export type Cells = {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly width: number;
  readonly count: number;
};

/** The text of a stretch of bytes that holds ASCII only (anything else reads as `\u00ff`). */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    text += String.fromCharCode(byte < 128 ? byte : 255);
  }
  return text;
}

/** First place in `[start, end)` that is no white space (ASCII, or a no-break space). */
export function trimmedStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    if (bytes[at]! <= 32) continue;
    if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0) at++;
    else break;
  }
  return at;
}

/** Place after the last in `[start, end)` that is no white space. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  for (; at > start; at--) {
    if (bytes[at - 1]! <= 32) continue;
    if (bytes[at - 1] === 0xa0 && bytes[at - 2] === 0xc2 && at - 2 >= start) at--;
    else break;
  }
  return at;
}

/** A text as UTF-8, without anything of the platform. Half a surrogate pair becomes U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text.toWellFormed()) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(bytes);
}

/** A few words, compared as bytes. */
export class WordSet {
  readonly #byLength = new Map<number, Uint8Array[]>();
  /** Bit n: there is a word of n bytes. Bit 31: of 31 bytes or more. */
  #lengths = 0;

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const bytes = utf8Bytes(word);
      this.#lengths |= 1 << Math.min(bytes.length, 31);
      this.#byLength.set(bytes.length, [...(this.#byLength.get(bytes.length) ?? []), bytes]);
    }
  }

  has(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if ((this.#lengths & (1 << Math.min(length, 31))) === 0) return false;
    const words = this.#byLength.get(length) ?? [];
    return words.some((word) => {
      for (let at = 0; at < length; at++) if (word[at] !== bytes[start + at]) return false;
      return true;
    });
  }
}
