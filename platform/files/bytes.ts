import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProblemError, problem } from '#kit/problem.ts';
import type { FileRef, ReadOptions } from './table.ts';

const chunkSize = 1 << 20;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

export type ByteSource = {
  /** Decompressed content. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes of the file as stored, taken so far. */
  readonly taken: () => number;
};

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** First bytes as stored, and size of the file. Throws `import.file-not-found` for a file that is not there. */
export async function fileHead({ path, name }: FileRef, bytes = 64) {
  try {
    const handle = await open(path, 'r');
    try {
      const head = Buffer.alloc(bytes);
      const { bytesRead } = await handle.read(head, 0, bytes, 0);
      const { size } = await stat(path);
      return { head: head.subarray(0, bytesRead), size, compressed: isGzip(head.subarray(0, bytesRead)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') throw new ProblemError(problem('import.file-not-found', { file: name }, 404));
    if (code === 'EISDIR' || code === 'EACCES')
      throw new ProblemError(problem('import.not-readable', { file: name }));
    throw error;
  }
}

function faultOfGzip(error: unknown, name: string): unknown {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR') return new ProblemError(problem('import.truncated', { file: name }));
  if (code.startsWith('Z_')) return new ProblemError(problem('import.damaged', { file: name }));
  return error;
}

/** Reads a file into the same bytes over and over: each chunk is good until the next one. */
async function* chunksOf(path: string, told: { taken: number }): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(chunkSize);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, chunkSize, null);
      if (bytesRead === 0) return;
      told.taken += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function* unzipped(file: FileRef, told: { taken: number }): AsyncGenerator<Buffer> {
  const stored = createReadStream(file.path, { highWaterMark: chunkSize });
  const source = pipeline(stored, createGunzip({ chunkSize: chunkSize / 4 }), () => {});
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      told.taken = stored.bytesRead;
      yield chunk;
    }
  } catch (error) {
    throw faultOfGzip(error, file.name);
  } finally {
    stored.destroy();
  }
}

/**
 * The content of a file, decompressed when it is gzip, whatever its name says. A chunk is good until the next one is asked
 * for. Stops reading (and lets the file go) when the loop over `chunks` is left early. Throws `import.truncated` for a gzip
 * that ends too soon, `import.damaged` for one that was altered.
 */
export function openBytes(
  file: FileRef,
  compressed: boolean,
  { signal, onBytes }: ReadOptions = {},
): ByteSource {
  const told = { taken: 0 };
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of compressed ? unzipped(file, told) : chunksOf(file.path, told)) {
      signal?.throwIfAborted();
      onBytes?.(chunk);
      yield chunk;
    }
  }
  return { chunks: chunks(), taken: () => told.taken };
}

/** The first `bytes` of the content; `whole` when there is no more. */
export async function contentHead(file: FileRef, compressed: boolean, bytes: number) {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of openBytes(file, compressed).chunks) {
    parts.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > bytes) return { head: Buffer.concat(parts).subarray(0, bytes), whole: false };
  }
  return { head: Buffer.concat(parts), whole: true };
}

/** Shows every byte of a file as stored to whoever fingerprints it. */
export async function readThrough(path: string, see: (chunk: Uint8Array) => void): Promise<void> {
  const handle = await open(path, 'r');
  try {
    for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 20 })) see(chunk as Buffer);
  } finally {
    await handle.close();
  }
}
