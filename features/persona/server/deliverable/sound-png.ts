import { inflateSync } from 'node:zlib';

/** Unpacked, a picture takes up to four bytes a pixel whatever it weighs: one declared larger is not opened. */
const mostPixels = 8_000_000;

/** Channels of each colour type of PNG, and the depths it may have. */
const colourTypes: Readonly<
  Record<number, { readonly channels: number; readonly depths: readonly number[] }>
> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/**
 * Whether a PNG is whole: its pixels unpack to exactly what it declares, by filters that exist. What writes the PDF
 * unpacks them later, out of reach: a broken one would end the server, and one that swells would fill its memory.
 * Interlaced pictures are refused: nobody prints one, and their rows are counted otherwise.
 */
export function isSoundPng(data: Uint8Array): boolean {
  const chunks = chunksOf(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  const [first] = chunks;
  if (first?.type !== 'IHDR' || first.data.length !== 13) return false;
  const header = first.data;
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const depth = header[8] ?? 0;
  const colour = colourTypes[header[9] ?? -1];
  const plain = header[10] === 0 && header[11] === 0 && header[12] === 0;
  if (!colour?.depths.includes(depth) || !plain) return false;
  if (width === 0 || height === 0 || width * height > mostPixels) return false;
  if (header[9] === 3 && !chunks.some(({ type }) => type === 'PLTE')) return false;
  const row = 1 + Math.ceil((width * colour.channels * depth) / 8);
  const packed = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  try {
    const pixels = inflateSync(Buffer.concat(packed), { maxOutputLength: row * height + 1 });
    if (pixels.length !== row * height) return false;
    for (let at = 0; at < pixels.length; at += row) if ((pixels[at] ?? 255) > 4) return false;
    return chunks.at(-1)?.type === 'IEND';
  } catch {
    return false;
  }
}

/** The chunks of a PNG up to its end, or up to where it breaks off. */
function chunksOf(data: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at);
    if (at + 12 + length > data.length) break;
    const type = data.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: data.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return chunks;
}
