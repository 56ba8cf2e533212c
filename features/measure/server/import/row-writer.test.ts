import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowWriter } from './row-writer.ts';

/** Reads rows of (String, Int64, UInt16, Nullable(Float64), String, UInt64 in halves) as the engine does. */
function* read(bytes: Buffer): Generator<unknown[]> {
  let at = 0;
  const text = (): string => {
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      length += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  while (at < bytes.length) {
    const one = text();
    const whole = Number(bytes.readBigInt64LE(at));
    const small = bytes.readUInt16LE(at + 8);
    const nothing = bytes[at + 10] === 1;
    const score = nothing ? undefined : bytes.readDoubleLE(at + 11);
    at += nothing ? 11 : 19;
    const two = text();
    at += 8;
    yield [one, whole, small, score, two, bytes.readUInt32LE(at - 8), bytes.readUInt32LE(at - 4)];
  }
}

describe('RowWriter', () => {
  it('writes rows that read as they were, in pieces of any size', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'é', '🙂', '\t', '\n', '\\', '\0', ' ') }),
      fc.nat(40_000).map((length) => 'x'.repeat(length)),
    );
    const whole = fc.oneof(
      fc.maxSafeInteger(),
      fc.constantFrom(0, -1, 2 ** 32, -(2 ** 32), -62_135_596_800_000),
    );
    const half = fc.nat(2 ** 32 - 1);
    const score = fc.option(fc.double({ noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, whole, fc.nat(65_535), score, text, half, half)), (rows) => {
        const writer = new RowWriter();
        for (const [one, number, small, double, two, low, high] of rows) {
          const bytes = Buffer.from(`[${one}${two}]`);
          const border = 1 + Buffer.byteLength(one);
          writer.begin(6, bytes.length - 2);
          writer.text(bytes, 1, border);
          writer.int64(number);
          writer.uint16(small);
          writer.float64(double);
          writer.text(bytes, border, bytes.length - 1);
          writer.uint32(low);
          writer.uint32(high);
        }
        const pieces = writer.take();
        expect([...read(Buffer.concat(pieces))]).toEqual(rows);
        writer.giveBack(pieces);
        expect(writer.take()).toEqual([]);
      }),
      { seed: 60 },
    );
  });

  it('begins another piece when one is full, and a larger one for a text that fits in none', () => {
    const writer = new RowWriter();
    const sizes = [700_000, 700_000, 3_000_000, 1, 700_000];
    for (const size of sizes) {
      const bytes = Buffer.alloc(size, 'x');
      writer.begin(6, size);
      writer.text(bytes, 0, size);
      writer.int64(size);
      writer.uint16(0);
      writer.float64(undefined);
      writer.text(bytes, 0, 0);
      writer.int64(0);
    }
    const pieces = writer.take();
    expect(pieces.length).toBeGreaterThan(3);
    expect([...read(Buffer.concat(pieces))].map((row) => row[1])).toEqual(sizes);
  });
});
