import { isAscii, isUtf8 } from 'node:buffer';
import type { Encoding } from './table.ts';

/** `ascii`: nothing told yet, the first byte above 127 will. `binary`: this is not text. */
export type DetectedEncoding = Encoding | 'ascii' | 'binary';

/** Length of `bytes` without a UTF-8 character cut at its end. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Multi-byte characters of UTF-8, and bytes above 127 that belong to none. */
function countUtf8(bytes: Buffer): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const follow = byte >= 0xf0 && byte < 0xf8 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const complete =
      follow > 0 && byte < 0xf8 && isUtf8(bytes.subarray(at, at + follow + 1)) && at + follow < bytes.length;
    if (complete) {
      good++;
      at += follow;
    } else bad++;
  }
  return { good, bad };
}

/** Windows-1252 gives letters to 0x80–0x9F; ISO-8859-15 differs from it elsewhere by € (0xA4) and œ (0xBD). */
function singleByte(bytes: Buffer): Encoding {
  let euro = false;
  for (const byte of bytes) {
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1252';
    if (byte === 0xa4 || byte === 0xbd) euro = true;
  }
  return euro ? 'iso-8859-15' : 'windows-1252';
}

/** Detects the encoding from the first bytes; `bom` is the number of bytes of its mark. */
export function detectEncoding(head: Buffer): { encoding: DetectedEncoding; bom: 0 | 2 | 3 } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  let even = 0;
  let odd = 0;
  head.forEach((byte, at) => {
    if (byte === 0) at % 2 === 0 ? even++ : odd++;
  });
  if (odd > head.length / 5 && even < odd / 10) return { encoding: 'utf-16le', bom: 0 };
  if (even > head.length / 5 && odd < even / 10) return { encoding: 'utf-16be', bom: 0 };
  if (even + odd > 0) return { encoding: 'binary', bom: 0 };
  if (isAscii(head)) return { encoding: 'ascii', bom: 0 };
  const complete = head.subarray(0, completeLength(head));
  if (isUtf8(complete)) return { encoding: 'utf-8', bom: 0 };
  const { good, bad } = countUtf8(complete);
  return { encoding: good >= bad ? 'utf-8' : singleByte(head), bom: 0 };
}

/**
 * Turns chunks of bytes that may cut characters into UTF-8. What is UTF-8 already passes as it is, valid or not. An undecided
 * (`ascii`) encoding is decided by the first chunk that tells.
 */
export class Utf8Converter {
  #encoding: Encoding | 'ascii';
  #decoder: TextDecoder | undefined;
  #bom: number;

  constructor(encoding: Encoding | 'ascii', bom: number) {
    this.#encoding = encoding;
    this.#bom = bom;
  }

  get encoding(): Encoding {
    return this.#encoding === 'ascii' ? 'utf-8' : this.#encoding;
  }

  convert(chunk: Buffer): Buffer {
    let bytes = chunk;
    if (this.#bom > 0) {
      const mark = Math.min(this.#bom, bytes.length);
      this.#bom -= mark;
      bytes = bytes.subarray(mark);
    }
    if (this.#encoding === 'ascii' && !isAscii(bytes)) {
      const { encoding } = detectEncoding(bytes);
      this.#encoding = encoding === 'windows-1252' || encoding === 'iso-8859-15' ? encoding : 'utf-8';
    }
    if (this.#encoding === 'utf-8' || this.#encoding === 'ascii') return bytes;
    this.#decoder ??= new TextDecoder(this.#encoding, { ignoreBOM: true });
    return Buffer.from(this.#decoder.decode(bytes, { stream: true }), 'utf8');
  }

  /** What is left when the file ends inside a character. */
  end(): Buffer {
    return Buffer.from(this.#decoder?.decode() ?? '', 'utf8');
  }
}

/** The text of the head of a file; a character cut at its end is left out. */
export function headText(head: Buffer, encoding: Encoding | 'ascii', bom: number): string {
  const converter = new Utf8Converter(encoding, bom);
  const bytes = converter.convert(head);
  const text = bytes.subarray(0, completeLength(bytes)).toString('utf8');
  return text;
}
