import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { ProblemError, problem } from '#kit/problem.ts';
import type { FileRef } from './table.ts';

/** A file inside a ZIP archive. */
export type ZipEntry = {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressedSize: number;
  /** Where its own header is. */
  readonly offset: number;
};

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
/** Files an archive may list: a workbook has a few dozen. */
const mostEntries = 10_000;

const damaged = (file: FileRef): ProblemError =>
  new ProblemError(problem('import.damaged', { file: file.name }));

/**
 * The files of a ZIP archive by name, from its central directory (APPNOTE 6.3.10). Archives over 4 GB are refused. Throws
 * `import.damaged`.
 */
export async function zipEntries(file: FileRef): Promise<ReadonlyMap<string, ZipEntry>> {
  const handle = await open(file.path, 'r');
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, endLength + longestComment));
    await handle.read(tail, 0, tail.length, size - tail.length);
    let end = tail.length - endLength;
    while (end >= 0 && tail.readUInt32LE(end) !== endMark) end--;
    if (end < 0) throw damaged(file);
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (start + length > size || count > mostEntries) throw damaged(file);
    const directory = Buffer.alloc(length);
    await handle.read(directory, 0, length, start);
    const entries = new Map<string, ZipEntry>();
    for (let at = 0; at + 46 <= length && entries.size < count; ) {
      if (directory.readUInt32LE(at) !== entryMark) throw damaged(file);
      const nameLength = directory.readUInt16LE(at + 28);
      const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
      entries.set(name, {
        name,
        method: directory.readUInt16LE(at + 10),
        compressedSize: directory.readUInt32LE(at + 20),
        offset: directory.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await handle.close();
  }
}

/** The content of one file of the archive, inflated piece by piece. Leaving the loop closes it. Throws `import.damaged`. */
export async function* entryBytes(
  file: FileRef,
  { offset, method, compressedSize }: ZipEntry,
  onTaken: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  if ((method !== 0 && method !== 8) || compressedSize === 0xffffffff) throw damaged(file);
  const handle = await open(file.path, 'r');
  const header = Buffer.alloc(30);
  try {
    const { bytesRead } = await handle.read(header, 0, 30, offset);
    if (bytesRead < 30) throw damaged(file);
  } finally {
    await handle.close();
  }
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (compressedSize === 0) return;
  const stored = createReadStream(file.path, { start, end: start + compressedSize - 1 });
  const source = method === 0 ? stored : pipeline(stored, createInflateRaw(), () => {});
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      onTaken(stored.bytesRead);
      yield piece;
    }
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_')) throw damaged(file);
    throw error;
  } finally {
    stored.destroy();
  }
}
